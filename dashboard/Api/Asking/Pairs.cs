using System.Globalization;

namespace LearningCity.Dashboard.Api.Asking;

/// <summary>A parameter that gives numbers to codes, such as <c>F1:5.5,D10:3</c>.</summary>
public static class Pairs
{
    /// <returns>Null when the text is not of this form, or names a code twice.</returns>
    public static IReadOnlyDictionary<string, decimal>? Read(string text)
    {
        var found = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var pair in text.Split(','))
        {
            var (code, number) = pair.Split(':') is [var left, var right] ? (left.Trim(), right.Trim()) : ("", "");
            if (code.Length == 0 || !decimal.TryParse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                || !found.TryAdd(code, value))
            {
                return null;
            }
        }

        return found;
    }
}
