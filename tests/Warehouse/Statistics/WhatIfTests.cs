using CsCheck;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class WhatIfTests
{
    private static readonly RankIntervalSettings Settings = new(Seed: 1, Draws: 500);
    private static readonly ScoreTable Table = Tables.Of([9m, 9m], [8m, 6m], [4m, 9m], [7m, null]);

    [Fact]
    public void New_points_give_the_new_total_rank_and_interval()
    {
        var result = WhatIf.Of(Table, "C", new Dictionary<string, decimal> { ["F1"] = 10 }, Settings);

        result.Before.Required.Points.ShouldBe(13m);
        result.Before.Required.Place.ShouldBe(new Place(3, 1));
        result.After.Required.Points.ShouldBe(19m);
        result.After.Required.Place.ShouldBe(new Place(1, 1));
        result.After.Required.Interval.Required.Rank.ShouldBe(new Interval(1, 1, 0.9));
    }

    [Fact]
    public void No_change_gives_the_same_outcome_with_the_same_draws()
    {
        var result = WhatIf.Of(Table, "B", new Dictionary<string, decimal>(), Settings);

        result.After.ShouldBe(result.Before);
    }

    [Fact]
    public void Points_for_what_was_missing_complete_the_district()
    {
        var result = WhatIf.Of(Table, "D", new Dictionary<string, decimal> { ["F2"] = 8 }, Settings);

        result.Before.Withheld!.Reason.ShouldBe(WithheldReason.Incomplete);
        result.After.Required.Place.ShouldBe(new Place(2, 1));
    }

    [Theory]
    [InlineData("F9", 5)]
    [InlineData("F1", 10.5)]
    [InlineData("F1", -1)]
    public void An_impossible_choice_is_answered_with_the_reason(string indicator, double points)
    {
        var result = WhatIf.Of(Table, "B", new Dictionary<string, decimal> { [indicator] = (decimal)points }, Settings);

        result.After.Withheld!.Reason.ShouldBe(WithheldReason.InvalidChoice);
        result.After.Withheld.En.ShouldContain(indicator);
        result.Before.IsGiven.ShouldBeTrue();
    }

    [Fact]
    public void The_outcome_is_that_of_the_table_with_the_new_points_in_any_order() =>
        Gen.Int[0, 1000].Sample(seed =>
        {
            var table = Tables.Random(7, 3, seed);
            var (own, first) = (table.Districts[3], table.Indicators[0]);
            var result = WhatIf.Of(table, own.District, new Dictionary<string, decimal> { [first.Indicator] = first.MaxPoints }, Settings).After.Required;
            var changed = own with { Points = [first.MaxPoints, .. own.Points.Skip(1)] };
            var other = table with { Districts = [.. table.Districts.Select(d => d == own ? changed : d).Reverse()] };

            Ranking.Of(other).Single(s => s.District == own.District).Place.Required.ShouldBe(result.Place);
            RankIntervals.Of(other, Settings).Districts.Single(d => d.District == own.District).Interval.Required.ShouldBe(result.Interval.Required);
        }, iter: 20);
}
