using LearningCity.Tests.Support;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Tests.Questions;

/// <summary>Trends across the revision of 2027: each case of the lineage is seen once.</summary>
public sealed class TrendTests(TrendTests.RevisedStore revised) : IClassFixture<TrendTests.RevisedStore>
{
    private readonly SnapshotReader s = revised.Published;

    [Theory]
    [InlineData("F1", 0.5, 0.75, 0.25, true, null)]
    [InlineData("F2", 0.5, 0.75, 0.25, true, "split")]
    [InlineData("F8", 0.5, 0.75, 0.25, true, "split")]
    [InlineData("D2", 0.714286, 0.75, 0.035714, true, "merged")]
    [InlineData("O1", 0.8, 0.75, -0.05, true, "rescaled")]
    public void An_indicator_runs_on_as_rates(string indicator, double before, double after, double change, bool comparable, string? reason)
    {
        var rows = Trends.Ask(s, "110101", indicator).Rows;
        rows.Select(r => r.Round).ShouldBe(["2025", "2026", "2027"]);
        rows[1].Rate.ShouldBe((decimal)before);
        var last = rows[2];
        (last.Rate, last.Change, last.Comparable, last.Reason, last.PreviousRound).ShouldBe(((decimal)after, (decimal)change, comparable, reason, "2026"));
        rows[1].Reason.ShouldBeNull();
        rows[1].Comparable.ShouldBeTrue();
    }

    [Fact]
    public void A_merged_indicator_is_weighted_by_points()
    {
        // D2 3 of 3 and D3 2 of 4: together 5 of 7.
        var row = Trends.Ask(s, "110101", "D2").Rows[1];
        (row.Points, row.MaxPoints, row.Rate).ShouldBe((5m, 7m, 0.714286m));
    }

    [Fact]
    public void A_new_indicator_starts_with_its_first_round()
    {
        var row = Trends.Ask(s, "110101", "D12").Rows.Single();
        (row.Round, row.PreviousRound, row.Change).ShouldBe(("2027", null, null));
    }

    [Fact]
    public void A_dropped_indicator_ends_in_a_row_that_says_so()
    {
        var rows = Trends.Ask(s, "110101", "D9").Rows;
        rows.Select(r => (r.Round, r.Rate, r.Comparable, r.Reason)).ShouldBe(
            [("2025", 0.5m, true, null), ("2026", 0.5m, true, null), ("2027", null, false, "dropped")]);
        rows[2].ReasonZh.ShouldNotBeNull().ShouldContain("取消");
    }

    [Fact]
    public void A_merged_indicators_old_code_ends_in_a_row_that_says_what_it_became()
    {
        var last = Trends.Ask(s, "110101", "D3").Rows[^1];
        (last.Round, last.Comparable, last.Reason, last.Detail).ShouldBe(("2027", false, "merged", "D3→D2"));
    }

    [Fact]
    public void The_total_breaks_and_says_what_is_new_and_what_was_dropped()
    {
        var rows = Trends.Ask(s, "110101").Rows;
        rows[1].Change.ShouldNotBeNull();
        var last = rows[2];
        (last.Comparable, last.Change, last.Reason, last.Detail).ShouldBe((false, null, "new,dropped", "→D12; D9→"));
        last.Rate.ShouldBe(0.75m);
    }

    [Fact]
    public void A_dimension_without_new_or_dropped_indicators_runs_on()
    {
        var outcomes = Trends.Ask(s, "110101", dimension: "O").Rows[^1];
        (outcomes.Comparable, outcomes.Reason).ShouldBe((true, "rescaled"));
        Trends.Ask(s, "110101", dimension: "D").Rows[^1].Comparable.ShouldBeFalse();
    }

    [Fact]
    public void Rankings_across_frameworks_compare_rates_and_never_points()
    {
        var row = Rankings.Ask(s, "2027").Rows.Single();
        (row.PreviousRound, row.SameFramework, row.PreviousPoints).ShouldBe(("2026", false, null));
        row.PreviousRate.ShouldNotBeNull();
        Rankings.Ask(s, "2027", "D").Rows.Single().PreviousRound.ShouldBeNull();
        Rankings.Ask(s, "2026").Rows.Single().PreviousPoints.ShouldBe(50m);
    }

    [Fact]
    public void Indicator_changes_across_frameworks_say_how_they_were_carried()
    {
        var rows = IndicatorResults.Ask(s, "2027").Rows.ToDictionary(r => r.Indicator);
        (rows["D2"].PreviousExpertRate, rows["D2"].ChangeReason, rows["D2"].PreviousExpertPoints).ShouldBe((0.714286m, "merged", null));
        rows["D12"].PreviousRound.ShouldBeNull();
        var summaries = IndicatorSummaries.Ask(s, "2027").Rows.ToDictionary(r => r.Indicator);
        (summaries["O1"].PreviousMeanRate, summaries["O1"].ChangeReason).ShouldBe((0.8m, "rescaled"));
    }

    [Fact]
    public void A_re_evaluation_is_a_round_of_its_own_and_the_next_round_is_held_against_it()
    {
        using var store = new RevisedStore(("2027", "110102", 0.5m), ("2027R", "110101", 0.8m), ("2028", "110101", 0.9m), ("2028", "110102", 0.6m));
        var s = store.Published;
        Rankings.Ask(s, "2027R").Rows.Select(r => (r.District, r.Rank, r.Ranked, r.PreviousRound)).ShouldBe([("110101", 1, 1, "2027")]);
        var next = Rankings.Ask(s, "2028").Rows.ToDictionary(r => r.District);
        (next["110101"].PreviousRound, next["110101"].PreviousRanked).ShouldBe(("2027R", 1));
        (next["110102"].PreviousRound, next["110102"].PreviousRanked).ShouldBe(("2027", 2));
        Trends.Ask(s, "110102").Rows.Select(r => r.Round).ShouldBe(["2027", "2028"]);
        Trends.Ask(s, "110102").Rows[1].Change.ShouldBe(0.1m);
    }

    [Fact]
    public void The_mean_of_the_city_says_over_how_many_districts_it_runs()
    {
        using var store = new RevisedStore(("2026", "110102", 1m));
        var s = store.Published;
        Trends.Ask(s).Rows.Select(r => (r.Round, r.N, r.District)).ShouldBe([("2025", 1, ""), ("2026", 2, ""), ("2027", 1, "")]);
        Trends.Ask(s, "*").Rows.Count.ShouldBe(4);
        Trends.Ask(s, indicator: "F1").Rows.Single(r => r.Round == "2026").Rate.ShouldBe(0.75m);
    }

    /// <summary>One district: in 2025 and 2026 on framework 2023, in 2027 on its revision; and what a test adds.</summary>
    public sealed class RevisedStore : IDisposable
    {
        private readonly TestStore test = new();

        public RevisedStore()
            : this([])
        {
        }

        internal RevisedStore(params (string Round, string District, decimal Rate)[] more)
        {
            Score("2025", "110101", 0.5m);
            Score("2026", "110101", 0.5m);
            test.Load("2026 110101 F2 expert 3\n2026 110101 D2 expert 3\n2026 110101 D3 expert 2\n2026 110101 O1 expert 4");
            CatalogImport.Import(test.Store, TestFiles.Framework2027).Accepted.ShouldBeTrue();
            Score("2027", "110101", 0.75m);
            foreach (var (round, district, rate) in more)
                Score(round, district, rate);
            Published = test.Publish();
        }

        public SnapshotReader Published { get; }

        public void Dispose()
        {
            Published.Dispose();
            test.Dispose();
        }

        /// <summary>Gives a district the same rate on every indicator of the round.</summary>
        private void Score(string round, string district, decimal rate)
        {
            var framework = test.Store.Catalog.Round(round)!.Framework;
            test.Load(string.Join('\n', test.Store.Catalog.IndicatorsOf(framework)
                .Select(i => FormattableString.Invariant($"{round} {district} {i.Code} expert {i.MaxPoints * rate}"))));
        }
    }
}
