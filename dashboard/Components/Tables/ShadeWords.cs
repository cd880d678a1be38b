using LearningCity.Dashboard.Resources;

namespace LearningCity.Dashboard.Components.Tables;

/// <summary>What the shades of a heat table stand for, in words, lowest first.</summary>
public static class ShadeWords
{
    public static IReadOnlyList<(string Shade, string Words)> OfCuts(IReadOnlyList<decimal> cuts, bool missing, Text text)
    {
        var entries = new List<(string, string)>();
        for (var bin = 0; bin <= cuts.Count && cuts.Count > 0; bin++)
        {
            entries.Add((
                $"heat-{5 - cuts.Count + bin}",
                bin == 0 ? text.Say("heat.below", Percent(cuts[0]))
                : bin == cuts.Count ? text.Say("heat.above", Percent(cuts[^1]))
                : text.Say("heat.between", Percent(cuts[bin - 1]), Percent(cuts[bin]))));
        }

        return Complete(entries, missing, text);
    }

    /// <param name="plus">Key of the words for a positive difference; {0} is where it begins.</param>
    public static IReadOnlyList<(string Shade, string Words)> OfDifferences(string plus, string minus, bool missing, Text text) => Complete(
        [
            .. Enumerable.Range(0, 3).Reverse().Select(i => ($"minus-{i + 1}", text.Say(minus, Percent(Shades.Steps[i])))),
            ("even", text.Say("heat.even", Percent(Shades.Steps[0]))),
            .. Enumerable.Range(0, 3).Select(i => ($"plus-{i + 1}", text.Say(plus, Percent(Shades.Steps[i])))),
        ],
        missing, text);

    public static IReadOnlyList<(string Shade, string Words)> OfRanks(bool missing, Text text) =>
        Complete([("heat-5", text["heat.rank.best"]), ("heat-3", text["heat.rank.middle"]), ("heat-1", text["heat.rank.last"])], missing, text);

    private static List<(string Shade, string Words)> Complete(List<(string Shade, string Words)> entries, bool missing, Text text)
    {
        if (missing)
            entries.Add((Shades.None, text["heat.none"]));
        return entries;
    }

    private static string Percent(decimal rate) => Format.RateNumber(rate, 0);
}
