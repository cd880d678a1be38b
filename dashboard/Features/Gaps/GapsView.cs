using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Components.Tables;
using LearningCity.Dashboard.Features.Indicators;
using LearningCity.Dashboard.Figures;
using LearningCity.Dashboard.Figures.Asking;
using LearningCity.Dashboard.Figures.Plots;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Features.Gaps;

/// <summary>What the page of self against expert scores shows.</summary>
/// <param name="Whole">Agreement over the whole city, whatever zone is in view: tests, decomposition, earlier rounds.</param>
public sealed record GapsView(
    Round Round, Framework Framework, Zone? Zone, IReadOnlyList<GapRow> Districts, Figure Totals, Figure Agreement, AgreementNumbers Numbers, Heat Heat,
    IReadOnlyList<(string Shade, string Words)> Legend, IReadOnlyList<IndicatorResultRow> Largest, IReadOnlyList<IndicatorSummaryRow> Indicators,
    decimal LargestIndicator, Warehouse.Questions.Agreement Whole, string Lead)
{
    public const int LargestShown = 10;

    public int Complete => Districts.Count(d => d.Complete);

    public static GapsView Read(PageReading reading)
    {
        var (zone, text, round) = (reading.Zone(), reading.Text, reading.Round);
        var city = Warehouse.Questions.Gaps.Ask(reading.Snapshot, round.Code).Rows;
        var districts = city.Where(d => zone is null || d.Zone == zone.Code).ToList();
        var sort = reading.Sorting(new Sorting("total", true), ["total", "district", .. reading.Indicators.Select(i => i.Code)]);
        var heat = new IndicatorHeat(
            reading, Measure.Gap, Rater.Expert, sort, reading.District(reading.Url["across"]), zone,
            Warehouse.Questions.Rankings.Ask(reading.Snapshot, round.Code).Rows, []);
        var indicators = IndicatorSummaries.Ask(reading.Snapshot, round.Code).Rows
            .Where(i => i.GapRate is not null).OrderByDescending(i => i.GapRate).ToList();
        return new GapsView(
            round, reading.Framework, zone, districts, Dumbbells(reading, districts, zone),
            AgreementFigure.Of(AgreementInput.Of(Pairs(districts), text.IsChinese ? FigureLanguage.Zh : FigureLanguage.En), Context(reading, zone)),
            AgreementNumbers.Of(districts), heat.Table(),
            ShadeWords.OfDifferences("heat.self", "heat.expert", heat.HasMissing, text),
            LargestIn(reading, districts, zone),
            indicators, indicators.Count == 0 ? 0 : indicators.Max(i => Math.Abs(i.GapRate ?? 0)),
            // A round in view has scores, or it would not be on offer.
            Agreements.Ask(reading.Snapshot, round.Code)!, GapsSentence.Of(districts, text));
    }

    /// <summary>Looked for once a snapshot and zone, for it takes every result.</summary>
    private static IReadOnlyList<IndicatorResultRow> LargestIn(PageReading reading, List<GapRow> districts, Zone? zone) => reading.Snapshot.Known<IndicatorResultRow>(
        nameof(LargestIn), new { reading.Round.Code, Zone = zone?.Code }, () =>
        {
            var inZone = districts.Select(d => d.District).ToHashSet();
            return
            [
                .. IndicatorResults.Ask(reading.Snapshot, reading.Round.Code).Rows.Where(r => r.GapRate is not null && inZone.Contains(r.District))
                    .OrderByDescending(r => Math.Abs(r.GapRate!.Value)).ThenBy(r => r.District).Take(LargestShown),
            ];
        });

    private static Figure Dumbbells(PageReading reading, List<GapRow> districts, Zone? zone) => DumbbellFigure.Of(
        new DumbbellInput(
            [.. districts.Select(d => new SelfAndExpert(d.Named(), d.SelfPoints, d.ExpertPoints))],
            districts.Count == 0 ? 0 : districts[0].MaxPoints),
        Context(reading, zone));

    private static List<RatePair> Pairs(List<GapRow> districts) =>
        [.. districts.Select(d => new RatePair(d.Named(), d.Complete ? d.SelfRate : null, d.Complete ? d.ExpertRate : null))];

    private static FigureContext Context(PageReading reading, Zone? zone) => FigureContexts.Of(
        reading, reading.Round, zone is null ? null : reading.Text.Pick(zone.NameZh, zone.NameEn), ("round", reading.Round.Code), ("zone", zone?.Code));
}
