using System.Collections;
using CsCheck;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

/// <summary>Whatever is handed in (nothing, one, two, equal, tied, zero, missing, unconnected), every function answers with finite numbers
/// or a reason, and never with an error.</summary>
public sealed class DegenerateInputTests
{
    private static readonly Gen<double?> Cell = Gen.Int[0, 4].Select(i => i == 0 ? (double?)null : (i - 1) / 4.0);

    [Fact]
    public void Of_one_set_of_values() => Cell.Array[0, 6].Sample(x =>
    {
        decimal?[] points = [.. x.Select(v => (decimal?)v)];
        Finite(Descriptive.Of(x));
        Finite(Descriptive.Sd(x));
        Finite(Gini.Of(x));
        Finite(BenjaminiHochberg.Adjust(x));
        Finite(Position.Against(x.FirstOrDefault(), x));
        Finite(TheilSen.Slope([.. x.Select((_, i) => (double)i)], x));
        Finite(CeilingFloor.Of(points, 1));
        Finite(MannKendall.Of(points));
        Finite(WilcoxonSignedRank.Of(points));
        Finite(Ranking.Competition(points));
        Finite(Position.QuantileGroups(points, 4));
        Finite(ImportancePerformance.Of([.. x.Select((rate, i) => ($"F{i}", 1.0 + i % 2, rate))]));
    });

    [Fact]
    public void Of_pairs() => Gen.Select(Cell, Cell).Array[0, 6].Sample(pairs =>
    {
        double?[] x = [.. pairs.Select(p => p.Item1)];
        double?[] y = [.. pairs.Select(p => p.Item2)];
        decimal?[] left = [.. x.Select(v => (decimal?)v)];
        decimal?[] right = [.. y.Select(v => (decimal?)v)];
        Finite(BlandAltman.Of(x, y));
        Finite(ConcordanceCorrelation.Of(x, y));
        Finite(Correlation.Pearson(x, y));
        Finite(Convergence.Sigma(x, y));
        Finite(Convergence.Beta(x, y));
        Finite(Peers.Distance(x, y));
        Finite(WilcoxonSignedRank.Of(left, right));
        Finite(RankCorrelation.Spearman(left, right));
        Finite(RankCorrelation.KendallTauB(left, right));
        Finite(Mobility.Of(left, right));
    });

    [Fact]
    public void Of_tables() => Cell.Array2D[Gen.Int[0, 5], Gen.Int[1, 4]].Sample(table =>
    {
        double?[][] rows = [.. Enumerable.Range(0, table.GetLength(0)).Select(i => Enumerable.Range(0, table.GetLength(1)).Select(j => table[i, j]).ToArray())];
        Finite(IntraclassCorrelation.Of(rows));
        Finite(KrippendorffAlpha.Interval(rows));
        Finite(WithinCellSpread.Of(rows));
        Finite(ItemAnalysis.CronbachAlpha(rows));
        Finite(ItemAnalysis.ItemRest(rows));
        Finite(ItemAnalysis.VarianceShares(rows));
        Finite(PageTrend.Of([.. rows.Select(row => row.Select(v => (decimal?)v).ToArray())]));
        Finite(TwoWayDecomposition.Of([.. rows.SelectMany((row, i) => row.Select((v, j) => new GapCell($"D{i}", $"F{j}", v)))]));
        Finite(ExpertSeverity.Of([.. rows.SelectMany((row, i) => row.Select((v, j) => (i, j, v))).Where(c => c.v.HasValue).Select(c => new PanelScore($"D{c.i}", $"E{c.j}", c.v!.Value))]));
    });

    [Fact]
    public void Of_districts_and_their_panels() => Cell.Array2D[Gen.Int[0, 5], Gen.Int[1, 4]].Sample(table =>
    {
        var scores = new ScoreTable(
            [.. Enumerable.Range(0, table.GetLength(1)).Select(j => new ScoredIndicator($"F{j}", $"{j % 2}", 1))],
            [.. Enumerable.Range(0, table.GetLength(0)).Select(i =>
            {
                decimal?[] points = [.. Enumerable.Range(0, table.GetLength(1)).Select(j => (decimal?)table[i, j])];
                return new DistrictScores($"D{i}", points, [.. Enumerable.Range(i % 3, i % 3).Select(e => new ExpertScores($"E{e}", points))]);
            })]);
        var settings = new RankIntervalSettings(Seed: 1, Draws: 20);
        Finite(Ranking.Of(scores));
        Finite(RankIntervals.Of(scores, settings));
        Finite(LeaveOneOut.Expert(scores));
        Finite(LeaveOneOut.Indicator(scores));
        Finite(PanelSeverity.Of(scores));
        Finite(Reweighting.Of(scores, scores.Indicators.Select(i => i.Dimension).Distinct().ToDictionary(d => d, _ => 1m)));
        foreach (var district in scores.Districts)
        {
            Finite(NextRank.Of(scores, district.District));
            Finite(WhatIf.Of(scores, district.District, new Dictionary<string, decimal> { ["F0"] = 1 }, settings));
        }
    });

    /// <summary>Every number in the answer, however deep, is finite.</summary>
    private static void Finite(object? answer)
    {
        switch (answer)
        {
            case double number:
                double.IsFinite(number).ShouldBeTrue();
                break;
            case null or string or Withheld or Method or RankIntervalSettings or decimal or Enum:
                break;
            case IEnumerable answers:
                foreach (var one in answers)
                    Finite(one);
                break;
            case var record when !record.GetType().IsPrimitive:
                // Required throws where a reason is given: Value and Withheld are looked at instead.
                foreach (var property in record.GetType().GetProperties().Where(p => p.Name != nameof(Statistic<Estimate>.Required)))
                    Finite(property.GetValue(record));
                break;
        }
    }
}
