using LearningCity.Warehouse.Questions;

namespace LearningCity.Warehouse.Tests.Questions;

public sealed class TrendSummaryTests
{
    [Fact]
    public void A_published_series_of_five_rounds_is_tested_exactly()
    {
        var (summary, withheld) = TrendSummaries.Of(Series(1.26m, 1.27m, 1.12m, 1.16m, 1.03m));

        (summary.N, summary.FromRound, summary.ToRound, summary.Breaks, summary.S, summary.Tested).ShouldBe((5, "1", "5", 0, -6, true));
        summary.Slope!.Value.ShouldBe(-0.05625, 1e-9);
        summary.Tau!.Value.ShouldBe(-0.6, 1e-9);
        summary.P!.Value.ShouldBe(0.2333, 0.00005);
        summary.MinimumP!.Value.ShouldBe(0.0167, 0.00005);
        summary.Change.ShouldBe(-0.23m);
        withheld.Select(w => (w.Statistic, w.Reason)).ShouldBe([("slopeLow", "tooFew"), ("slopeHigh", "tooFew")]);
    }

    [Fact]
    public void Four_rounds_are_not_tested_but_have_slope_and_the_least_p()
    {
        var (summary, withheld) = TrendSummaries.Of(Series(10, 15, 14, 20));

        (summary.S, summary.P, summary.Tested).ShouldBe((4, null, false));
        summary.Slope!.Value.ShouldBe(2.916667, 1e-6);
        summary.MinimumP!.Value.ShouldBe(0.0833, 0.00005);
        withheld.ShouldContain(w => w.Statistic == "p" && w.Reason == "notTested" && w.En.Contains("0.0833", StringComparison.Ordinal));
    }

    [Fact]
    public void What_lies_before_a_break_is_left_out_and_the_break_is_counted()
    {
        var rows = Series(0.1m, 0.9m, 0.5m, 0.6m);
        rows[2] = rows[2] with { Comparable = false, Reason = "new" };

        var (summary, _) = TrendSummaries.Of(rows);

        (summary.N, summary.FromRound, summary.Breaks, summary.S).ShouldBe((2, "3", 1, 1));
        summary.Slope!.Value.ShouldBe(0.1, 1e-12);
    }

    [Fact]
    public void A_round_without_a_rate_is_no_part_of_it_and_one_round_is_no_trend()
    {
        var rows = Series(0.1m, 0.2m, 0.3m);
        rows[1] = rows[1] with { Rate = null };
        var (summary, _) = TrendSummaries.Of(rows);
        (summary.N, summary.S).ShouldBe((2, 1));
        summary.Slope!.Value.ShouldBe(0.1, 1e-12);

        foreach (var few in new[] { rows[..1], [] })
        {
            var (one, withheld) = TrendSummaries.Of(few);
            (one.N, one.Slope, one.S, one.P, one.MinimumP, one.Tested, one.Change).ShouldBe((few.Count, null, null, null, null, false, null));
            withheld.Select(w => w.Statistic).ShouldBe(["slopeLow", "slopeHigh", "slope", "s", "tau", "p", "minimumP"]);
        }
    }

    [Fact]
    public void Rounds_that_share_a_date_are_taken_as_one_apart()
    {
        var rows = Series(0.1m, 0.3m);
        rows[1] = rows[1] with { Date = rows[0].Date };

        TrendSummaries.Of(rows).Summary.Slope!.Value.ShouldBe(0.2, 1e-12);
    }

    [Fact]
    public void A_level_series_has_no_tau_and_a_slope_of_zero()
    {
        var (summary, withheld) = TrendSummaries.Of(Series(0.5m, 0.5m, 0.5m, 0.5m, 0.5m));

        (summary.Slope, summary.S, summary.Tau, summary.P).ShouldBe((0, 0, null, 1));
        withheld.ShouldContain(w => w.Statistic == "tau" && w.Reason == "noVariance");
    }

    private static List<TrendRow> Series(params decimal[] rates) => [.. rates.Select((rate, n) => new TrendRow(
        $"{n + 1}", "", "", new(2023 + n, 11, 1), "K", "d1", "", "", "total", "total", rate, 1, rate, null, 1, n == 0 ? null : $"{n}", null, true, null, null))];
}
