namespace LearningCity.Warehouse.Catalogs;

/// <summary>One thing wrong with a set of catalog files.</summary>
/// <param name="File">Such as <c>indicators.csv</c>.</param>
/// <param name="Row">Line in the file, the header being 1; null when the fault is not in one line.</param>
/// <param name="Rule">Stable name of the rule that fired.</param>
public sealed record CatalogFault(string File, int? Row, string Rule, string MessageZh, string MessageEn);
