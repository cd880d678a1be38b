using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Components.Tables;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Features.Rankings;

/// <summary>The ranking with the experts' severity taken out, beside the official one and never instead of it.</summary>
/// <param name="City">All districts that the adjustment could be asked for, of every zone.</param>
/// <param name="Lines">Those in view, in the order asked for.</param>
/// <param name="Why">Why there is none; null when there is.</param>
public sealed record AdjustedView(
    Round Round, Framework Framework, Zone? Zone, Sorting Sort, IReadOnlyList<AdjustedRow> City, IReadOnlyList<AdjustedLine> Lines,
    IReadOnlyList<SeverityRow> Severity, string? Why, string Lead)
{
    /// <summary>Value of the parameter that asks for this view.</summary>
    public const string Of = "adjusted";

    private static readonly string[] Keys = ["adjusted", "rank", "moved", "district", "points", "adjustedPoints", "difference"];

    public static AdjustedView Read(PageReading reading)
    {
        var (zone, text) = (reading.Zone(), reading.Text);
        // Severity is of the totals; a dimension in the address is refused rather than left unheard.
        reading.OneOf("by", PageReading.Total, [PageReading.Total], _ => text["by.total"]);
        var sort = reading.Sorting(new Sorting(Keys[0], false), Keys);
        var panel = Panels.Ask(reading.Snapshot, reading.Round.Code);
        var zones = reading.Catalog.Districts.ToDictionary(d => d.Code, d => d.Zone);
        var lines = panel.Adjusted.Where(a => zone is null || zones[a.District] == zone.Code).Select(a => new AdjustedLine(a)).ToList();
        var why = panel.Adjusted.Any(a => a.AdjustedRank is not null) ? null : WhyNot(panel.Withheld, text);
        return new AdjustedView(
            reading.Round, reading.Framework, zone, sort, panel.Adjusted, sort.Apply(lines, l => Value(l, sort.Key)), panel.Severity, why,
            why ?? Sentence(panel.Adjusted, text));
    }

    /// <summary>The reason of the whole panel, else of the first district.</summary>
    internal static string WhyNot(IReadOnlyList<WithheldRow> withheld, Text text) =>
        withheld.WhyOf(text, PageReading.Total, "severity", "severityLow", "severityHigh")
            ?? withheld.Why(text, "severity", "adjustedPoints", "adjustedRank") ?? text["adjusted.none"];

    /// <summary>How many would move, and who furthest.</summary>
    internal static string Sentence(IReadOnlyList<AdjustedRow> rows, Text text)
    {
        var ranked = rows.Where(r => r.PlacesMoved is not null).ToList();
        var moved = ranked.Where(r => r.PlacesMoved != 0).ToList();
        if (moved.Count == 0)
            return text.Say("adjusted.lead.none", Format.Count(ranked.Count));

        var most = moved.Max(r => Math.Abs(r.PlacesMoved!.Value));
        return text.Say("adjusted.lead", Format.Count(ranked.Count), Format.Count(moved.Count)) + text["sentence.between"]
            + text.Count(
                "adjusted.lead.most", most,
                text.List([.. moved.Where(r => Math.Abs(r.PlacesMoved!.Value) == most).Take(3).Select(r => text.Pick(r.NameZh, r.NameEn))]));
    }

    private static IComparable? Value(AdjustedLine line, string key) => key switch
    {
        "rank" => line.Row.Rank,
        "moved" => line.Row.PlacesMoved,
        "district" => line.Row.District,
        "points" => line.Row.Points,
        "adjustedPoints" => line.Row.AdjustedPoints,
        "difference" => line.Difference,
        _ => line.Row.AdjustedRank,
    };
}

public sealed record AdjustedLine(AdjustedRow Row)
{
    /// <summary>Adjusted − official total.</summary>
    public decimal? Difference => (decimal?)Row.AdjustedPoints - Row.Points;
}
