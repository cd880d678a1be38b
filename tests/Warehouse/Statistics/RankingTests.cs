using CsCheck;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class RankingTests
{
    [Fact]
    public void Equal_totals_share_a_rank_and_the_next_rank_is_skipped()
    {
        var places = Ranking.Competition([90m, 85.50m, 85.5m, 80m]);

        places.Select(p => p!.Rank).ShouldBe([1, 2, 2, 4]);
        places.Select(p => p!.SharedBy).ShouldBe([1, 2, 2, 1]);
    }

    [Fact]
    public void Totals_that_differ_as_binary_fractions_but_not_as_decimals_are_tied()
    {
        var standings = Ranking.Of(Tables.Of([0.1m, 0.2m], [0.3m, 0.0m]));

        standings.Select(s => s.Place.Required.Rank).ShouldBe([1, 1]);
    }

    [Fact]
    public void A_district_without_all_indicators_is_not_ranked_and_takes_no_rank_away()
    {
        var standings = Ranking.Of(Tables.Of([5m, 5m], [10m, null], [4m, 5m]));

        standings[0].Place.Required.Rank.ShouldBe(1);
        standings[2].Place.Required.Rank.ShouldBe(2);
        standings[1].Place.Withheld!.Reason.ShouldBe(WithheldReason.Incomplete);
        standings[1].Place.Withheld!.En.ShouldContain("1 of 2");
        standings[1].IndicatorsScored.ShouldBe(1);
        standings[1].Points.ShouldBe(10m);
    }

    [Fact]
    public void A_missing_score_is_not_a_zero()
    {
        var standings = Ranking.Of(Tables.Of([0m, 0m], [0m, null]));

        standings[0].Place.IsGiven.ShouldBeTrue();
        standings[1].Place.IsGiven.ShouldBeFalse();
    }

    [Fact]
    public void Nothing_to_rank_gives_an_empty_list()
    {
        Ranking.Competition([]).ShouldBeEmpty();
        Ranking.Of(new ScoreTable([], [])).ShouldBeEmpty();
    }

    [Fact]
    public void A_table_that_names_a_district_twice_is_refused()
    {
        var table = new ScoreTable([new("F1", "F", 10)], [new("A", [1m]), new("A", [2m])]);

        Should.Throw<ArgumentException>(() => Ranking.Of(table)).Message.ShouldContain("A occurs twice");
    }

    [Fact]
    public void Ranks_are_one_plus_the_number_of_higher_totals_in_any_order() =>
        Gen.Int[0, 20].Select(i => i % 7 == 0 ? (decimal?)null : i / 4m).Array[0, 30].Sample(totals =>
        {
            var places = Ranking.Competition(totals);
            for (var i = 0; i < totals.Length; i++)
            {
                var expected = totals[i] is null ? null : (int?)(1 + totals.Count(t => t > totals[i]));
                places[i]?.Rank.ShouldBe(expected!.Value);
                (places[i] is null).ShouldBe(expected is null);
            }
        });
}
