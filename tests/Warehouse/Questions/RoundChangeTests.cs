using LearningCity.Tests.Support;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Warehouse.Tests.Questions;

public sealed class RoundChangeTests
{
    [Fact]
    public void Equal_changes_in_points_tie_although_their_rates_are_no_round_numbers()
    {
        // Half a point of six each: up, up, down; all three share the middle rank 2.
        using var test = new TestStore(TestStore.SmallCity);
        test.Load("r1 d1 A2 expert 5\nr1 d2 A2 expert 5.5\nr1 d3 A2 expert 1\nr2 d1 A2 expert 5.5\nr2 d2 A2 expert 6\nr2 d3 A2 expert 0.5");
        using var s = test.Publish();
        var change = RoundChanges.Ask(s, "r2").Rows.Single(r => r.Code == "A2");

        (change.PreviousRound, change.N, change.NEffective, change.V, change.P).ShouldBe(("r1", 3, 3, 4, 1));
        change.HodgesLehmann!.Value.ShouldBe(0.25 / 6, 1e-9);
        change.RankBiserial!.Value.ShouldBe(1.0 / 3, 1e-9);
        RoundChanges.Ask(s, "r2").Rows.ShouldNotContain(r => r.Code == "total", "no district has a total");
    }
}
