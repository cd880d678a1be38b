using LearningCity.Dashboard.Api.Asking;
using LearningCity.Dashboard.Figures.Plots;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Figures.Asking;

/// <summary>From the questions of one round to its figures.</summary>
internal static class RoundFigures
{
    public static Figure Totals(Asked asked, FigureContext context)
    {
        var rows = Rankings.Ask(asked.Snapshot, asked["round"]!, of: asked.Rater).Rows;
        var complete = rows.Where(r => r.Complete).Select(r => r.Points!.Value).Order().ToList();
        return TotalsFigure.Of(
            new(
                [.. rows.Select(r => new DistrictPoints(r.Named(), r.Complete ? r.Points : null))], rows.Count == 0 ? 0 : rows[0].MaxPoints,
                Middles.Mean(complete), Middles.Median(complete), asked["district"]),
            context);
    }

    public static Figure Tiles(Asked asked, FigureContext context)
    {
        var rows = Rankings.Ask(asked.Snapshot, asked["round"]!, of: asked.Rater).Rows;
        return TileMapFigure.Of(new([.. rows.Select(r => new DistrictTile(r.Named(), r.Rank, r.Rate))], FigureParameters.Measure(asked)), context);
    }

    public static Figure RankInterval(Asked asked, FigureContext context) => RankIntervalFigure.Of(Spans(asked.Catalog, RankCertainties.Ask(asked.Snapshot, asked["round"]!)), context);

    public static RankIntervalInput Spans(CityCatalog catalog, RankCertainty certainty) =>
        new([.. certainty.Rows.Select(r => new RankSpan(catalog.District(r.District)!.Named(), r.Rank, r.RankLow, r.RankHigh))]);

    public static Figure Zones(Asked asked, FigureContext context)
    {
        var rows = Rankings.Ask(asked.Snapshot, asked["round"]!, asked["by"]!, asked.Rater).Rows;
        var zones = rows.GroupBy(r => r.Zone).Select(zone => new ZoneRates(
            new(zone.Key, zone.First().ZoneZh, zone.First().ZoneEn), zone.Average(r => r.Rate), [.. zone.Select(r => new DistrictRate(r.Named(), r.Rate))]));
        return ZonesFigure.Of(new(Subjects.Of(asked), [.. zones], rows.Average(r => r.Rate)), context);
    }

    public static Figure Importance(Asked asked, FigureContext context)
    {
        var framework = asked.Round!.Framework;
        return ImportanceFigure.Of(
            new(
                [.. asked.Catalog.Dimensions.Where(d => d.Framework == framework).OrderBy(d => d.Position).Select(d => d.Named())],
                [
                    .. IndicatorSummaries.Ask(asked.Snapshot, asked["round"]!).Rows
                        .Select(r => new ImportancePoint(r.Named(), r.Dimension, r.MaxPoints, r.MeanRate, r.PointsLost)),
                ]),
            context);
    }

    public static Figure Spread(Asked asked, FigureContext context)
    {
        var indicator = asked.Catalog.Indicators.First(i => i.Framework == asked.Round!.Framework && i.Code == asked["indicator"]);
        var self = asked.Rater == Rater.Self;
        var rows = IndicatorResults.Ask(asked.Snapshot, asked["round"], indicator: indicator.Code).Rows
            .Select(r => new DistrictPoints(asked.Catalog.District(r.District)!.Named(), self ? r.SelfPoints : r.ExpertPoints)).ToList();
        var known = rows.Select(r => r.Points).OfType<decimal>().Order().ToList();
        return IndicatorSpreadFigure.Of(new(indicator.Named(), indicator.MaxPoints, rows, Middles.Mean(known), Middles.Median(known), asked["district"]), context);
    }

    public static Figure Gaps(Asked asked, FigureContext context)
    {
        var rows = GapRows(asked);
        return DumbbellFigure.Of(
            new([.. rows.Select(r => new SelfAndExpert(r.Named(), r.Complete ? r.SelfPoints : null, r.Complete ? r.ExpertPoints : null))], rows.Count == 0 ? 0 : rows[0].MaxPoints),
            context);
    }

    public static Figure Agreement(Asked asked, FigureContext context)
    {
        var pairs = GapRows(asked).Select(r => new RatePair(r.Named(), r.Complete ? r.SelfRate : null, r.Complete ? r.ExpertRate : null)).ToList();
        return AgreementFigure.Of(AgreementInput.Of(pairs, context.Language), context);
    }

    public static Figure Spine(Asked asked, FigureContext context)
    {
        var district = asked.Catalog.District(asked["district"]!)!;
        var profile = DistrictProfiles.Ask(asked.Snapshot, district.Code, asked["round"]!, asked["peers"]!);
        var peers = asked["peers"] == DistrictProfiles.Zone ? context.Language == FigureLanguage.Zh ? district.ZoneZh : district.ZoneEn
            : context.Word(asked["peers"] == DistrictProfiles.Nearest ? "PeersNearest" : "PeersCity");
        return SpineFigure.Of(new(district.Named(), peers, [.. (profile?.Indicators ?? []).Select(i => SpineRow.Of(i))]), context);
    }

    /// <summary>Only those that were evaluated in the round.</summary>
    public static Figure Compare(Asked asked, FigureContext context)
    {
        var results = FigureParameters.Others(asked).Prepend(asked["district"]!)
            .Select(code => (District: asked.Catalog.District(code)!.Named(), IndicatorResults.Ask(asked.Snapshot, asked["round"], code).Rows)).Where(d => d.Rows.Count > 0).ToList();
        return CompareFigure.Of(Side(results), context);
    }

    /// <summary>The rates of districts side by side, in the order of the first one's indicators.</summary>
    public static CompareInput Side(IReadOnlyList<(Named District, IReadOnlyList<IndicatorResultRow> Rows)> results) => new(
        [.. results.Select(r => r.District)],
        results.Count == 0 ? [] :
        [
            .. results[0].Rows.Select(row => new CompareRow(
                new(row.Indicator, row.LabelZh, row.LabelEn, row.NumberZh),
                [.. results.Select(r => r.Rows.FirstOrDefault(other => other.Indicator == row.Indicator)?.ExpertRate)])),
        ]);

    private static List<GapRow> GapRows(Asked asked) =>
        [.. Warehouse.Questions.Gaps.Ask(asked.Snapshot, asked["round"]!).Rows.Where(r => asked["zone"] is not { } zone || r.Zone == zone)];
}
