using LearningCity.Tests.Support;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Warehouse.Tests.Marts;

public sealed class RankIntervalMartTests
{
    [Theory]
    [InlineData("total")]
    [InlineData("F")]
    public void Every_ranked_district_has_an_interval_that_holds_its_expert_rank(string by)
    {
        using var s = SampleWarehouse.Shared.Lease();
        foreach (var round in s.Catalog.Rounds.Select(r => r.Code))
        {
            var rows = Rankings.Ask(s, round, by).Rows;
            foreach (var row in rows)
            {
                row.RankLow.ShouldNotBeNull().ShouldBeInRange(1, row.Rank!.Value, $"{round} {row.District}");
                row.RankHigh.ShouldNotBeNull().ShouldBeInRange(row.Rank.Value, rows.Count, $"{round} {row.District}");
            }
        }
    }

    [Fact]
    public void The_first_is_sure_of_the_top_three_and_the_last_is_never_there()
    {
        using var s = SampleWarehouse.Shared.Lease();
        var rows = Rankings.Ask(s, "2026").Rows;

        rows[0].PTop3.ShouldBe(1);
        rows[^1].PTop3.ShouldBe(0);
        rows.ShouldContain(r => r.RankLow < r.RankHigh, "with close totals some rank is open");
    }

    [Fact]
    public void Self_scores_have_no_interval_since_no_panel_stands_behind_them()
    {
        using var s = SampleWarehouse.Shared.Lease();
        Rankings.Ask(s, "2026", of: Rater.Self).Rows.ShouldAllBe(r => r.RankLow == null && r.RankHigh == null && r.PTop3 == null);
    }
}
