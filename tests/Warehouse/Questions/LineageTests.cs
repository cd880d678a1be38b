using LearningCity.Tests.Support;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Warehouse.Tests.Questions;

public sealed class LineageTests
{
    [Fact]
    public void A_score_leads_to_its_file_and_place_and_to_what_it_was_before()
    {
        using var test = new TestStore(TestStore.SmallCity);
        test.Load("r1 d1 A1 expert 1\nr1 d1 A1 self 4");
        test.Load("r1 d1 A1 expert 2");
        test.Load("r1 d1 A1 expert 3");
        using var s = test.Publish();
        var rows = Lineage.Ask(s, "r1", "d1", "A1").Rows;
        rows.Select(r => (r.Rater, r.Points, r.InForce, r.Load, r.EndedBy)).ShouldBe(
            [("self", 4m, true, 1, null), ("expert", 3m, true, 3, null), ("expert", 2m, false, 2, 3), ("expert", 1m, false, 1, 2)]);
        rows[1].ShouldSatisfyAllConditions(
            r => r.FileName.ShouldBe("seed.csv"), r => r.Sheet.ShouldBe("sheet"), r => r.Cell.ShouldBe("A1"), r => r.LoadedAt.ShouldNotBeNull());
        rows[2].EndReason.ShouldBe("superseded");
    }

    [Fact]
    public void A_score_that_was_taken_away_is_still_told()
    {
        using var test = new TestStore(TestStore.SmallCity);
        test.Load("r1 d1 A1 expert 1\nr1 d1 A2 expert 1");
        test.Load("r1 d1 A1 expert -");
        using var s = test.Publish();
        Lineage.Ask(s, "r1", "d1", "A1").Rows.Select(r => (r.Points, r.InForce)).ShouldBe([(1m, false)]);
        IndicatorResults.Ask(s, "r1", "d1", "A1").Rows.Single().ExpertPoints.ShouldBeNull();
    }
}
