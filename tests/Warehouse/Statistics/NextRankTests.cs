using CsCheck;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class NextRankTests
{
    private static readonly ScoreTable Table = Tables.Of([9m, 9m], [8.5m, 6m], [4.5m, 10m], [7m, 2.25m], [9m, null]);

    [Fact]
    public void The_next_rank_is_that_of_the_next_higher_total_and_ties_ahead_are_all_named()
    {
        var result = NextRank.Of(Table, "D");

        result.Next.Required.PointsToDrawLevel.ShouldBe(5.25m);
        result.Next.Required.Rank.ShouldBe(2);
        result.Next.Required.Ahead.ShouldBe(["B", "C"]);
        result.ToWin.ShouldBe([new PointsToWin("F2", 7.75m), new PointsToWin("F1", 3m)]);
    }

    [Fact]
    public void Those_who_share_a_rank_look_at_the_one_above() =>
        NextRank.Of(Table, "C").Next.Required.PointsToDrawLevel.ShouldBe(3.5m);

    [Fact]
    public void The_first_has_nowhere_to_go_and_the_incomplete_no_rank()
    {
        NextRank.Of(Table, "A").Next.Withheld!.Reason.ShouldBe(WithheldReason.AlreadyFirst);
        var incomplete = NextRank.Of(Table, "E");
        incomplete.Next.Withheld!.Reason.ShouldBe(WithheldReason.Incomplete);
        incomplete.ToWin.ShouldBe([new PointsToWin("F1", 1m)]);
        Should.Throw<ArgumentException>(() => NextRank.Of(Table, "Z"));
    }

    [Fact]
    public void With_the_points_that_are_missing_the_district_has_the_rank_that_is_named() =>
        Gen.Int[0, 1000].Sample(seed =>
        {
            var table = Tables.Random(9, 0, seed);
            foreach (var district in table.Districts)
            {
                if (NextRank.Of(table, district.District).Next is not { IsGiven: true, Value: { } step })
                    continue;
                NextRank.Of(table with { Districts = [.. table.Districts.Reverse()] }, district.District).Next.Required.PointsToDrawLevel.ShouldBe(step.PointsToDrawLevel);
                var lifted = table with
                {
                    Districts = [.. table.Districts.Select(d => d == district ? d with { Points = [d.Points[0] + step.PointsToDrawLevel, .. d.Points.Skip(1)] } : d)],
                };

                Ranking.Of(lifted).Single(s => s.District == district.District).Place.Required.ShouldBe(new Place(step.Rank, step.Ahead.Count + 1));
            }
        }, iter: 30);
}
