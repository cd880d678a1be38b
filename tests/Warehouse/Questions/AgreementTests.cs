using LearningCity.Tests.Support;
using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Tests.Marts;

namespace LearningCity.Warehouse.Tests.Questions;

public sealed class AgreementTests
{
    [Fact]
    public void Gaps_are_taken_apart_into_district_indicator_and_the_cell_that_neither_explains()
    {
        // d1 claims 2 more on A1 (a rate of 0.5) and nothing else; d2 and d3 claim nothing.
        using var test = new TestStore(TestStore.SmallCity);
        var expert = RankingTests.All("r2", ("d1", 2, 3, 5), ("d2", 3, 3, 5), ("d3", 4, 6, 10));
        test.Load(expert + "\n" + expert.Replace(" expert ", " self ", StringComparison.Ordinal).Replace("d1 A1 self 2", "d1 A1 self 4", StringComparison.Ordinal));
        test.Load("r1 d1 A1 expert 2\nr1 d1 A1 self 1\nr1 d1 A2 expert 2\nr1 d1 A2 self 2\nr1 d1 B1 expert 5\nr1 d1 B1 self 5\nr2 d4 A1 expert 1");
        using var s = test.Publish();
        var agreement = Agreements.Ask(s, "r2");

        var total = agreement.Summary;
        (total.Dimension, total.N, total.Excluded).ShouldBe(("total", 3, 1));
        total.Bias!.Value.ShouldBe(0.1 / 3, 1e-9);
        total.GapMean!.Value.ShouldBe(0.5 / 9, 1e-9);
        total.GapCells.ShouldBe(9);
        agreement.Dimensions.Select(d => (d.Dimension, d.Bias is not null, d.GapMean)).ShouldBe([("A", true, null), ("B", true, null)]);
        agreement.Largest[0].ShouldSatisfyAllConditions(
            l => (l.Place, l.District, l.Indicator, l.SelfPoints, l.ExpertPoints).ShouldBe((1, "d1", "A1", 4m, 2m)),
            l => l.ResidualRate.ShouldBe(0.5 - (0.5 / 3) - (0.5 / 3) + (0.5 / 9), 1e-9),
            l => (l.GapRate - l.ExpectedRate).ShouldBe(l.ResidualRate, 1e-9),
            l => (l.PreviousRound, l.PreviousGapRate).ShouldBe(("r1", -0.25)));
        agreement.Districts.Select(d => d.District).ShouldBe(["d1", "d2", "d3", "d4"]);
        agreement.Districts[0].ShouldSatisfyAllConditions(
            d => d.Effect!.Value.ShouldBe((0.5 / 3) - (0.5 / 9), 1e-9),
            d => (d.GapRate, d.PreviousRound, d.PreviousGapRate).ShouldBe((0.1m, "r1", -0.05m)));
        agreement.Districts[3].GapRate.ShouldBeNull();
        agreement.Indicators.Single(i => i.Indicator == "A1").ShouldSatisfyAllConditions(
            i => (i.N, i.NEffective, i.P, i.MinimumP).ShouldBe((3, 1, 1, 1)), i => i.Effect!.Value.ShouldBe((0.5 / 3) - (0.5 / 9), 1e-9));
        agreement.Withheld.ShouldContain(w => w.Statistic == "p" && w.Code == "B1" && w.Reason == "noDifferences");
        agreement.History.Select(h => (h.Round, h.N)).ShouldBe([("r1", 1), ("r2", 3)]);
        (Agreements.Ask(s, "r3").Summary.N, Agreements.Ask(s, "r3").Withheld.Single().Reason).ShouldBe((0, "noData"));
    }

    [Fact]
    public void An_indicator_carries_its_shift_of_the_last_earlier_round_on_the_same_framework()
    {
        using var s = SampleWarehouse.Shared.Lease();
        var before = Agreements.Ask(s, "2025").Indicators;

        Agreements.Ask(s, "2026").Indicators.Select(i => (i.Indicator, i.PreviousRound, i.PreviousHodgesLehmann))
            .ShouldBe(before.Select(i => (i.Indicator, i.HodgesLehmann is null ? i.PreviousRound : "2025", i.HodgesLehmann ?? i.PreviousHodgesLehmann)));
        before.Count(i => i.HodgesLehmann is not null).ShouldBeGreaterThan(15);
        Agreements.Ask(s, "2023").Indicators.ShouldAllBe(i => i.PreviousRound == null);
    }

    [Fact]
    public void The_sample_agrees_with_what_its_gaps_say_when_they_are_added_up()
    {
        using var s = SampleWarehouse.Shared.Lease();
        foreach (var round in s.Info.Rounds)
        {
            var gaps = Gaps.Ask(s, round).Rows.Where(g => g.Complete).Select(g => (double)g.GapRate!.Value).ToList();
            var agreement = Agreements.Ask(s, round);
            agreement.Summary.N.ShouldBe(gaps.Count);
            agreement.Summary.Bias!.Value.ShouldBe(gaps.Average(), 1e-9);
            agreement.Summary.LimitHigh!.Value.ShouldBe(gaps.Average() + (1.96 * agreement.Summary.Sd!.Value), 1e-9);
            agreement.Indicators.Count.ShouldBe(22);
            agreement.Indicators.ShouldAllBe(i => i.P == null || i.Q >= i.P);
            agreement.Districts.Sum(d => d.Effect)!.Value.ShouldBe(0, 1e-9);
            agreement.Largest.Select(l => Math.Abs(l.ResidualRate)).ShouldBeInOrder(SortDirection.Descending);
        }
    }
}
