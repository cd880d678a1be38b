using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Components.Tables;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Features.Indicators;

/// <summary>The table of districts by indicators: values, order of rows and columns, means of zones and city.</summary>
/// <param name="Across">Code of the district whose values order the columns; null for the framework's order.</param>
public sealed record IndicatorHeat(
    PageReading Reading, Measure Measure, Rater Of, Sorting Sort, District? Across, Zone? Zone,
    IReadOnlyList<RankingRow> Districts, IReadOnlyList<decimal> Cuts)
{
    private const string AcrossParameter = "across";

    private readonly IndicatorCells cells = IndicatorCells.Ask(Reading.Snapshot, Reading.Round.Code, Measure.Of(Of));

    private readonly int complete = Districts.Count(d => d.Complete);

    /// <summary>Whether any cell has no value.</summary>
    public bool HasMissing => Shown.Any(d => Reading.Indicators.Any(i => Value(d.District, i.Code) is null));

    private IEnumerable<RankingRow> Shown => Districts.Where(d => Zone is null || d.Zone == Zone.Code);

    public Heat Table()
    {
        var columns = Columns();
        var rows = Sort.Apply(Shown, d => Sort.Key switch
        {
            "total" => Measure.Total(d),
            "district" => d.District,
            _ => Value(d.District, Sort.Key),
        });
        return new Heat(
            Reading.Text["col.district"], Reading.Text["heat.total." + Measure.Key()],
            Across is null ? Groups() : [],
            [.. columns.Select(i => new HeatColumn(i.Code, Reading.Number(i), Reading.Label(i), Position(i), Href(i.Code, Measure == Measure.Gap)))],
            [.. TableWindow.Of(Reading.Url, rows, size: TableWindow.HeatSize).Select(d => Row(d, columns))], rows.Count,
            Foot(columns),
            Href("district", false), Href("total", Measure != Measure.Rank), Sort);
    }

    private string Href(string key, bool highFirst) => Reading.Url.With(Sort.Next(key, highFirst), (TableWindow.Parameter, null));

    private int Position(Indicator indicator) => Reading.Dimensions.First(d => d.Code == indicator.Dimension).Position;

    private List<HeatGroup> Groups() =>
    [
        .. Reading.Dimensions.Select(d => new HeatGroup(
            Reading.Text.Say("col.dimension", Reading.Name(d), Format.MaxPoints(d.MaxPoints)), Reading.Indicators.Count(i => i.Dimension == d.Code), d.Position)),
    ];

    /// <summary>By the framework, or from the district's lowest value to its highest, ranks from last to first.</summary>
    private IReadOnlyList<Indicator> Columns() => Across is null
        ? Reading.Indicators
        : new Sorting("", Measure == Measure.Rank).Apply(Reading.Indicators, i => Value(Across.Code, i.Code));

    private decimal? Value(string district, string indicator) => cells[district, indicator];

    private HeatRow Row(RankingRow district, IReadOnlyList<Indicator> columns)
    {
        var sorted = Across?.Code == district.District;
        return new HeatRow(
            Reading.Text.Pick(district.NameZh, district.NameEn), district.Rank is null ? Format.Missing : Format.Count(district.Rank),
            Reading.Url.To("/districts/" + district.District), Reading.Url.With((AcrossParameter, sorted ? null : district.District)), sorted,
            [.. columns.Select(i => Cell(district, i))], Write(Measure.Total(district)));
    }

    private HeatCell Cell(RankingRow district, Indicator indicator)
    {
        var value = Value(district.District, indicator.Code);
        return new HeatCell(
            Write(value), Shade(value),
            Reading.Text.Say(
                "heat.cell", Reading.Text.Pick(district.NameZh, district.NameEn), Reading.Number(indicator), Reading.Label(indicator),
                value is null ? Reading.Text["heat.none"] : Write(value) + Reading.Text["heat.unit." + Measure.Key()]),
            value is null ? null : Reading.Url.Lineage(Reading.Round.Code, district.District, indicator.Code));
    }

    private string Write(decimal? value) => Measure switch
    {
        Measure.Rate => Format.RateNumber(value),
        Measure.Rank => Format.Count((int?)value),
        _ => Format.SignedRate(value),
    };

    private string Shade(decimal? value) => Measure switch
    {
        Measure.Rate => Shades.Of(value, Cuts),
        Measure.Rank => Shades.OfRank((int?)value, complete),
        Measure.Change => Shades.OfDifference(-value),
        _ => Shades.OfDifference(value),
    };

    /// <summary>Means by zone and city over the districts with a value; ranks have no mean.</summary>
    private List<HeatRow> Foot(IReadOnlyList<Indicator> columns)
    {
        if (Measure == Measure.Rank)
            return [];

        var zones = Districts.GroupBy(d => d.Zone).Select(zone => (Name: Components.Zone.Brief(Reading.Text.Pick(zone.First().ZoneZh, zone.First().ZoneEn)), zone.Key, Members: zone.ToList()));
        var foot = zones.Where(z => (Zone is null || z.Key == Zone.Code) && z.Members.Count > 1)
            .Select(z => Mean(Reading.Text.Say("heat.zone", z.Name), z.Members, columns, false)).ToList();
        foot.Add(Mean(Reading.Text["heat.city"], Districts, columns, true));
        if (Measure == Measure.Rate)
            foot.Add(Lost(columns));
        return foot;
    }

    private HeatRow Mean(string name, IReadOnlyList<RankingRow> members, IReadOnlyList<Indicator> columns, bool strong) => new(
        name, null, null, null, false,
        [
            .. columns.Select(i => Means.Of(members.Select(m => Value(m.District, i.Code)))).Select(mean => new HeatCell(Write(mean), Shade(mean))),
        ],
        Write(Means.Of(members.Select(m => Measure.Total(m)))), strong);

    private HeatRow Lost(IReadOnlyList<Indicator> columns)
    {
        var points = IndicatorCells.Ask(Reading.Snapshot, Reading.Round.Code, Of == Rater.Self ? CellValue.SelfPointsLost : CellValue.ExpertPointsLost);
        var lost = columns.Select(i => Means.Of(Districts.Select(d => points[d.District, i.Code]))).ToList();
        var all = Means.Of(Districts.Where(d => d.Complete).Select(d => d.MaxPoints - d.Points));
        return new HeatRow(
            Reading.Text["heat.lost"], null, null, null, false, [.. lost.Select(l => new HeatCell(Format.Points(l), null))], Format.Points(all));
    }
}
