namespace LearningCity.Warehouse.Statistics;

/// <summary>How a statistic is computed: a row of the methods page. The code is stable.</summary>
/// <param name="Code">Lower-case words joined by hyphens, such as <c>bland-altman</c>.</param>
/// <param name="Formula">The formula in plain text, with the unit of the result.</param>
/// <param name="Reference">Author, year, source; empty for what needs none.</param>
public sealed record Method(string Code, string Zh, string En, string Formula, string Reference = "");
