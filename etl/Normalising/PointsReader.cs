using System.Globalization;
using System.Text.RegularExpressions;
using LearningCity.Etl.Readers;
using LearningCity.Etl.Validation;

namespace LearningCity.Etl.Normalising;

/// <summary>What a score cell says.</summary>
/// <param name="Points">Null when it is missing or not readable.</param>
/// <param name="Note">What was normalised; null when nothing was.</param>
/// <param name="Fault">Why it cannot be read; null when it can, or is missing.</param>
public sealed record PointsRead(decimal? Points, string? Note = null, Rule? Fault = null, string Expected = "")
{
    public bool Missing => Points is null && Fault is null;
}

/// <summary>From a cell to points. Ranges and decimals are judged later, over all cells at once.</summary>
public static partial class PointsReader
{
    private const decimal Noise = 0.000000001m;

    private static readonly HashSet<string> Missing = ["", "-", "--", "—", "——", "–", "―", "─", "/", "缺"];

    public static PointsRead Read(Cell cell)
    {
        if (cell.Flaw == CellFlaw.FormulaWithoutValue)
            return new(null, Fault: Rules.FormulaWithoutValue);
        if (cell.Flaw == CellFlaw.Error)
            return new(null, Fault: Rules.ErrorValue);
        if (cell.Held is { } held)
            return Held(held, cell.Text);
        return Written(cell.Text);
    }

    /// <summary>A text such as <c>５．５分</c>; also what CSV fields are.</summary>
    public static PointsRead Written(string text, bool noteText = true)
    {
        var narrow = Texts.Narrow(text);
        if (Missing.Contains(narrow))
            return new(null);
        if (Number(narrow) is not { } points || OverLines().IsMatch(text.Trim()))
            return new(null, Fault: Rules.NotANumber);
        points = WithoutNoise(points);
        var plain = points.ToString(CultureInfo.InvariantCulture);
        return new(points, noteText && text.Trim() != plain && text.Trim().TrimStart('0') != plain ? Notes.Of(Notes.Points, text.Trim(), plain) : null);
    }

    private static PointsRead Held(double held, string shown)
    {
        // The shortest text that names the double is what was typed: 5.1, not 5.0999999999999996.
        if (!decimal.TryParse(held.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact))
            return new(null, Fault: Rules.NotANumber);
        var points = WithoutNoise(exact);
        // What is left of 0.1 + 0.2 - 0.3 shows as 5.55E-17, and means 0.
        var tiny = exact != 0 && Math.Abs(exact) < Noise && shown.Contains("E-", StringComparison.Ordinal) ? points : (decimal?)null;
        if ((Number(Texts.Narrow(shown)) ?? tiny) is not { } seen || Math.Abs(seen - points) >= Noise)
            return new(null, Fault: Rules.ShownDiffers, Expected: shown);
        return new(points, points == exact ? null : Notes.Of(Notes.Points, exact.ToString(CultureInfo.InvariantCulture), points.ToString(CultureInfo.InvariantCulture)));
    }

    private static decimal WithoutNoise(decimal exact)
    {
        var rounded = Math.Round(exact, 2, MidpointRounding.AwayFromZero);
        return exact != rounded && Math.Abs(exact - rounded) < Noise ? rounded : exact;
    }

    private static decimal? Number(string narrow) =>
        Plain().Match(narrow) is { Success: true } match
        && decimal.TryParse(match.Groups["number"].ValueSpan, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    // 4 on one line and 5 on the next are two numbers, not 45.
    [GeneratedRegex(@"[^\r\n\s分][^\S\r\n]*[\r\n]\s*[^\s分]", RegexOptions.CultureInvariant)]
    private static partial Regex OverLines();

    // ASCII digits only: \d would take every script's.
    [GeneratedRegex(@"^(?<number>[+-]?[0-9]{1,9}(\.[0-9]{1,25})?)分?$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
