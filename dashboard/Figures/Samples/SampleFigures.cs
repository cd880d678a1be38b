using LearningCity.Dashboard.Figures.Plots;

namespace LearningCity.Dashboard.Figures.Samples;

/// <summary>Each figure of the catalog on the sample city.</summary>
internal static class SampleFigures
{
    private static readonly Lazy<SampleCity> City = new(() => new SampleCity());

    private static int Last => SampleCity.LastRound;

    public static TotalsInput Totals()
    {
        var rows = Each(d => new DistrictPoints(SampleCity.Districts[d].Named, City.Value.Total(Last, d)));
        return new(rows, 100, Mean(rows), Median(rows), "110112");
    }

    public static BumpInput Ranks() => new(
        SampleCity.Rounds, Each(d => new BumpLine(SampleCity.Districts[d].Named, [.. Enumerable.Range(0, SampleCity.Rounds.Count).Select(r => City.Value.Rank(r, d))])), []);

    /// <summary>Wider in the middle of the ranking, as real ones are.</summary>
    public static RankIntervalInput RankInterval()
    {
        var ranked = Each(d => City.Value.Rank(Last, d)).Count(r => r is not null);
        return new(Each(d => City.Value.Rank(Last, d) is { } rank
            ? new RankSpan(SampleCity.Districts[d].Named, rank, Math.Max(1, rank - Math.Min(rank, 4) / 2), Math.Min(ranked, rank + Math.Min(ranked - rank, 3)))
            : new RankSpan(SampleCity.Districts[d].Named, null, null, null)));
    }

    public static ImportanceInput Importance() => new(
        SampleCity.Dimensions,
        [.. SampleCity.Indicators.Select((indicator, i) => new ImportancePoint(indicator.Named, indicator.Dimension, indicator.MaxPoints, City.Value.Rates(Last, i).Average()))]);

    public static DumbbellInput Gaps() => new(Each(d => new SelfAndExpert(SampleCity.Districts[d].Named, City.Value.Total(Last, d, self: true), City.Value.Total(Last, d))), 100);

    public static AgreementInput Agreement(FigureLanguage language) => AgreementInput.Of(
        Each(d => new RatePair(SampleCity.Districts[d].Named, City.Value.Total(Last, d, self: true) / 100, City.Value.Total(Last, d) / 100)), language);

    public static TrendInput Trend()
    {
        decimal? CityRate(int round) => Enumerable.Range(0, SampleCity.Districts.Count).Select(d => City.Value.Total(round, d)).OfType<decimal>().Average() / 100;
        TrendLine Of(int district) => new(SampleCity.Districts[district].Named, RowKind.District, Rates(district));
        var city = new TrendLine(new("", "全市平均", "City mean"), RowKind.City, [.. Enumerable.Range(0, SampleCity.Rounds.Count).Select(CityRate)]);
        var rounds = SampleCity.Rounds.Select((r, i) => new TrendRound(r, i != 2)).ToList();
        var others = Each(d => new TrendLine(SampleCity.Districts[d].Named, RowKind.District, Rates(d), Back: true)).Where((_, d) => d is not (4 or 8 or 15));
        return new(new("total", "总分", "Total"), rounds, [city, Of(4), Of(8), Of(15), .. others]);
    }

    public static SlopeInput Slope() => new(
        SampleCity.Rounds[0], SampleCity.Rounds[Last],
        Each(d => new SlopeLine(SampleCity.Districts[d].Named, City.Value.Total(0, d) / 100, City.Value.Total(Last, d) / 100)), []);

    public static TileMapInput Tiles() => new(Each(d => new DistrictTile(SampleCity.Districts[d].Named, City.Value.Rank(Last, d), City.Value.Total(Last, d) / 100)), TileMeasure.Rank);

    public static SpineInput Spine(FigureContext context)
    {
        const int own = 8;
        return new(SampleCity.Districts[own].Named, context.Word("PeersCity"), [.. SampleCity.Indicators.Select((indicator, i) =>
        {
            var rates = City.Value.Rates(Last, i).Order().ToList();
            var rate = City.Value.Expert(Last, own, i) / indicator.MaxPoints;
            var quarter = rate >= At(rates, 0.75) ? Quarter.Best : rate <= At(rates, 0.25) ? Quarter.Last : Quarter.Middle;
            return new SpineRow(indicator.Named, rates[0], At(rates, 0.25), At(rates, 0.5), At(rates, 0.75), rates[^1], rate, quarter);
        })]);
    }

    public static CompareInput Compare()
    {
        int[] districts = [8, 2, 12];
        return new(
            [.. districts.Select(d => SampleCity.Districts[d].Named)],
            [.. SampleCity.Indicators.Select((indicator, i) => new CompareRow(indicator.Named, [.. districts.Select(d => City.Value.Expert(Last, d, i) / indicator.MaxPoints)]))]);
    }

    public static IndicatorSpreadInput Spread()
    {
        const int indicator = 3;
        var rows = Each(d => new DistrictPoints(SampleCity.Districts[d].Named, City.Value.Expert(Last, d, indicator)));
        return new(SampleCity.Indicators[indicator].Named, SampleCity.Indicators[indicator].MaxPoints, rows, Mean(rows), Median(rows));
    }

    public static ZonesInput Zones()
    {
        var zones = SampleCity.Zones.Select(zone =>
        {
            var districts = Each(d => d).Where(d => SampleCity.Districts[d].Zone == zone.Code)
                .Select(d => new DistrictRate(SampleCity.Districts[d].Named, City.Value.Total(Last, d) / 100)).ToList();
            return new ZoneRates(zone, districts.Average(d => d.Rate), districts);
        }).ToList();
        return new(new("total", "总分得分率", "score rate of totals"), zones, zones.SelectMany(z => z.Districts).Average(d => d.Rate));
    }

    private static List<T> Each<T>(Func<int, T> of) => [.. Enumerable.Range(0, SampleCity.Districts.Count).Select(of)];

    private static IReadOnlyList<decimal?> Rates(int district) => [.. Enumerable.Range(0, SampleCity.Rounds.Count).Select(r => City.Value.Total(r, district) / 100)];

    private static decimal? Mean(List<DistrictPoints> rows) => rows.Average(r => r.Points);

    private static decimal? Median(List<DistrictPoints> rows) => At([.. rows.Select(r => r.Points).OfType<decimal>().Order()], 0.5);

    private static decimal At(List<decimal> ordered, double share)
    {
        var place = (ordered.Count - 1) * (decimal)share;
        var below = (int)Math.Floor(place);
        return below + 1 < ordered.Count ? ordered[below] + (place - below) * (ordered[below + 1] - ordered[below]) : ordered[below];
    }
}
