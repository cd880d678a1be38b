using System.Globalization;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Warehouse.Tests.Questions;

/// <summary>Holds rankings to totals and ranks that were computed from the same forms outside this project.</summary>
public sealed class SampleTotalsTests
{
    private static readonly IReadOnlyList<Expected> All = [.. File.ReadLines(TestFiles.ExpectedTotals).Skip(1)
        .Select(line => line.Split(','))
        .Select(p => new Expected(p[0], p[1], Number(p[2]), Number(p[3]), (int)Number(p[4]), (int)Number(p[5])))];

    [Theory]
    [InlineData("2023", 12)]
    [InlineData("2024", 16)]
    [InlineData("2025", 15)]
    [InlineData("2026", 16)]
    public void Totals_and_ranks_equal_those_computed_elsewhere(string round, int districts)
    {
        using var s = SampleWarehouse.Shared.Lease();
        var expert = Rankings.Ask(s, round).Rows;
        var self = Rankings.Ask(s, round, of: Rater.Self).Rows;
        expert.Count.ShouldBe(districts);
        foreach (var expected in All.Where(e => e.Round == round))
        {
            var row = expert.Single(r => r.District == expected.District);
            (row.Points, row.Rank).ShouldBe((expected.ExpertPoints, expected.ExpertRank));
            var own = self.Single(r => r.District == expected.District);
            (own.Points, own.Rank).ShouldBe((expected.SelfPoints, expected.SelfRank));
            row.GapPoints.ShouldBe(expected.SelfPoints - expected.ExpertPoints);
        }
    }

    [Fact]
    public void The_sample_holds_2596_form_scores_and_6490_panel_scores()
    {
        using var s = SampleWarehouse.Shared.Lease();
        var rounds = RoundSummaries.Ask(s).Rows;
        rounds.Sum(r => r.ScoresSelf + r.ScoresExpert).ShouldBe(2596);
        rounds.Sum(r => r.ScoresPanel).ShouldBe(6490);
        rounds.Select(r => r.Evaluated).ShouldBe([12, 16, 15, 16]);
        s.Info.Sample.ShouldBeTrue();
    }

    [Fact]
    public void Points_lost_add_up_over_indicators_dimensions_and_districts()
    {
        using var s = SampleWarehouse.Shared.Lease();
        var results = IndicatorResults.Ask(s, "2026").Rows;
        var dimensions = DimensionResults.Ask(s, "2026").Rows;
        var lost = results.Sum(r => r.PointsLost);
        dimensions.Where(d => d.Dimension == "total").Sum(d => d.PointsLost).ShouldBe(lost);
        dimensions.Where(d => d.Dimension != "total").Sum(d => d.PointsLost).ShouldBe(lost);
        IndicatorSummaries.Ask(s, "2026").Rows.Sum(i => i.PointsLostShare)!.Value.ShouldBe(1m, 0.0001m);
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Expected(string Round, string District, decimal SelfPoints, decimal ExpertPoints, int ExpertRank, int SelfRank);
}
