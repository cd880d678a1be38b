using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Components.Tables;
using LearningCity.Dashboard.Figures;
using LearningCity.Dashboard.Figures.Asking;
using LearningCity.Dashboard.Figures.Plots;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Features.Indicators;

/// <summary>What the page of indicators shows: the heat table, the weak list and importance against performance.</summary>
public sealed record IndicatorsView(
    Round Round, Framework Framework, Rater Of, Measure Measure, Zone? Zone, District? Across, int Evaluated, int Indicators,
    Heat Heat, IReadOnlyList<(string Shade, string Words)> Legend, IReadOnlyList<WeakIndicator> Weak, decimal MostLost,
    Figure Importance, IReadOnlyList<IndicatorSummaryRow> Summaries, string Lead)
{
    public const string ShowParameter = "show";
    public const int WeakShown = 8;

    public static IndicatorsView Read(PageReading reading)
    {
        var (of, zone, text) = (reading.Of(), reading.Zone(), reading.Text);
        var measure = Measures.Parse(reading.OneOf(ShowParameter, Measure.Rate.Key(), Measures.Keys, key => text["show." + key]));
        var across = reading.District(reading.Url["across"]);
        var sort = reading.Sorting(
            new Sorting("total", measure is Measure.Rate or Measure.Gap or Measure.Change), ["total", "district", .. reading.Indicators.Select(i => i.Code)]);
        var cuts = Cuts(reading);
        var districts = Warehouse.Questions.Rankings.Ask(reading.Snapshot, reading.Round.Code, of: of).Rows;
        var heat = new IndicatorHeat(
            reading, measure, of, sort, across, zone, districts, cuts);
        var summaries = IndicatorSummaries.Ask(reading.Snapshot, reading.Round.Code).Rows;
        var weak = WeakIndicators.Of(summaries);
        return new IndicatorsView(
            reading.Round, reading.Framework, of, measure, zone, across, districts.Count, reading.Indicators.Count,
            heat.Table(), LegendOf(measure, cuts, heat.HasMissing, text), [.. weak.Take(WeakShown)], weak.Count == 0 ? 0 : weak.Max(w => w.Row.PointsLost ?? 0),
            ImportanceFigure.Of(Input(reading, summaries), FigureContexts.Of(reading, reading.Round, null, ("round", reading.Round.Code))),
            summaries, IndicatorsSentence.Of(weak, text));
    }

    /// <summary>Over all rounds of the framework; found once a snapshot.</summary>
    private static IReadOnlyList<decimal> Cuts(PageReading reading) => reading.Snapshot.Known<IReadOnlyList<decimal>>(
        nameof(Cuts), new { reading.Round.Framework }, cuts => cuts.Count,
        () => Shades.Cuts(reading.Rounds.Where(r => r.Framework == reading.Round.Framework).SelectMany(
            r => IndicatorCells.Ask(reading.Snapshot, r.Code, CellValue.ExpertRate).ByDistrict.Values.SelectMany(rates => rates).OfType<decimal>())));

    private static ImportanceInput Input(PageReading reading, IReadOnlyList<IndicatorSummaryRow> summaries) => new(
        [.. reading.Dimensions.Select(d => d.Named())],
        [
            .. summaries.Select(s => new ImportancePoint(
                new Named(s.Indicator, s.LabelZh, s.LabelEn, s.NumberZh), s.Dimension, s.MaxPoints, s.MeanRate, s.PointsLost)),
        ]);

    private static IReadOnlyList<(string Shade, string Words)> LegendOf(Measure measure, IReadOnlyList<decimal> cuts, bool missing, Text text) =>
        measure switch
        {
            Measure.Gap => ShadeWords.OfDifferences("heat.self", "heat.expert", missing, text),
            Measure.Change => ShadeWords.OfDifferences("heat.fell", "heat.rose", missing, text),
            Measure.Rank => ShadeWords.OfRanks(missing, text),
            _ => ShadeWords.OfCuts(cuts, missing, text),
        };
}
