using LearningCity.Tests.Support;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Tests.Marts;

namespace LearningCity.Warehouse.Tests.Snapshots;

public sealed class SnapshotDiffTests
{
    [Fact]
    public void A_diff_names_scores_totals_ranks_and_the_load_that_changed_them()
    {
        using var test = new TestStore(TestStore.SmallCity);
        test.Load(RankingTests.All("r1", ("d1", 1, 1, 1), ("d2", 2, 2, 2)) + "\nr1 d3 A1 self 1");
        using var before = test.Publish();
        var correction = test.Load("r1 d1 A1 expert 4\nr1 d1 A2 expert 6");
        var removal = test.Load("r1 d3 A1 self -");
        test.Store.ReplaceCatalog(test.Store.Catalog with { Rounds = [.. test.Store.Catalog.Rounds, TestStore.Round("r4", "K", 2024)] });
        using var after = test.Publish();

        var diff = SnapshotDiff.Between(before, after);
        diff.Scores.Select(d => (d.District, d.Indicator, d.Before, d.After, d.Load)).ShouldBe(
            [("d1", "A1", 1m, 4m, correction), ("d1", "A2", 1m, 6m, correction), ("d3", "A1", 1m, null, removal)]);
        diff.Ranks.Where(d => d.Dimension == "total" && d.Rater == "expert" && d.District != "d3")
            .Select(d => (d.District, d.PointsBefore, d.PointsAfter, d.RankBefore, d.RankAfter)).ShouldBe([("d1", 3m, 11m, 2, 1), ("d2", 6m, 6m, 1, 2)]);
        diff.Catalog.ShouldBe([new("dim_round", "r4", "added")]);

        SnapshotDiff.Between(before, after).Scores.ShouldBeSameAs(diff.Scores, "two snapshots never differ in anything else");

        var back = SnapshotDiff.Between(after, before);
        back.Scores[0].ShouldBe(new("r1", "d1", "A1", "expert", "", 4m, 1m, correction));
        SnapshotDiff.Between(after, after).Same.ShouldBeTrue();
    }
}
