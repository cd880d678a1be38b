using System.Globalization;

namespace LearningCity.Dashboard.Figures.Cells;

/// <summary>Places values on the line of a table cell.</summary>
/// <param name="Low">The value at the left end.</param>
/// <param name="High">The value at the right end.</param>
/// <param name="Left">Pixels of the left end.</param>
public sealed record CellScale(double Low, double High, double Left, double Right)
{
    /// <summary>Pixels of a value, to a tenth; what lies outside stands at the end.</summary>
    public string X(double value) => Pixels(High > Low ? Left + (Math.Clamp(value, Low, High) - Low) / (High - Low) * (Right - Left) : Left);

    /// <summary>Pixels from one value to another.</summary>
    public string Span(double from, double to) =>
        Pixels(High > Low ? (Math.Clamp(to, Low, High) - Math.Clamp(from, Low, High)) / (High - Low) * (Right - Left) : 0);

    public static string Pixels(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);
}
