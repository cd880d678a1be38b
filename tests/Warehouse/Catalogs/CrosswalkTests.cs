using LearningCity.Tests.Support;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Warehouse.Tests.Catalogs;

public sealed class CrosswalkTests
{
    private static readonly Crosswalk Revision = Crosswalk.Of(Revised());

    [Theory]
    [InlineData("F1", true, null, null)]
    [InlineData("F2", true, "split", "F2→F2")]
    [InlineData("F8", true, "split", "F2→F8")]
    [InlineData("D2", true, "merged", "D2+D3→D2")]
    [InlineData("O1", true, "rescaled", "O1→O1")]
    [InlineData("D12", false, "new", "→D12")]
    public void Each_indicator_says_whether_and_why_it_compares(string code, bool comparable, string? reason, string? detail)
    {
        var found = Revision.Comparabilities.Single(c => c.ToFramework == "2027" && c.FromFramework == "2023" && c.Scope == "indicator" && c.Code == code);
        (found.Comparable, found.Reason, found.Detail).ShouldBe((comparable, reason, detail));
    }

    [Theory]
    [InlineData("dimension", "F", true, "split")]
    [InlineData("dimension", "D", false, "new,dropped")]
    [InlineData("dimension", "O", true, "rescaled")]
    [InlineData("total", "total", false, "new,dropped")]
    public void A_dimension_or_total_breaks_where_something_is_new_or_dropped(string scope, string code, bool comparable, string reason)
    {
        var found = Revision.Comparabilities.Single(c => c.ToFramework == "2027" && c.FromFramework == "2023" && c.Scope == scope && c.Code == code);
        (found.Comparable, found.Reason).ShouldBe((comparable, reason));
    }

    [Fact]
    public void Weights_are_the_shares_of_the_lineage()
    {
        var weights = Revision.Weights.Where(w => w.ToFramework == "2027" && w.FromFramework == "2023").ToList();
        weights.Where(w => w.Scope == "indicator" && w.Code == "F2").Select(w => (w.FromIndicator, w.Weight)).ShouldBe([("F2", 0.6m)]);
        weights.Where(w => w.Scope == "indicator" && w.Code == "D2").Select(w => (w.FromIndicator, w.Weight)).ShouldBe([("D2", 1m), ("D3", 1m)]);
        weights.Where(w => w.Scope == "dimension" && w.Code == "F" && w.FromIndicator == "F2").Single().Weight.ShouldBe(1m);
        weights.Where(w => w.Scope == "total").ShouldNotContain(w => w.FromIndicator == "D9");
    }

    [Fact]
    public void Within_a_framework_everything_compares_with_itself()
    {
        Revision.Comparabilities.Where(c => c.FromFramework == c.ToFramework).ShouldAllBe(c => c.Comparable && c.Reason == null);
    }

    [Fact]
    public void Frameworks_without_lineage_do_not_compare()
    {
        var catalog = Revised();
        var found = Crosswalk.Of(catalog with { Lineage = [] }).Comparabilities.Where(c => c.ToFramework == "2027" && c.FromFramework == "2023").ToList();
        found.ShouldAllBe(c => !c.Comparable && c.Reason == "unlinked");
    }

    [Fact]
    public void Shares_carry_through_a_framework_between()
    {
        var catalog = Chain(("X", "a", "Y", "b", 0.5m), ("X", "a", "Y", "c", 0.5m), ("Y", "b", "Z", "d", 0.5m), ("Y", "b", "Z", "e", 0.5m), ("Y", "c", "Z", "e", 1));
        var flow = LineageFlow.Between(catalog, "X", "Z");
        flow.ShouldNotBeNull();
        flow[("a", "d")].ShouldBe(0.25m);
        flow[("a", "e")].ShouldBe(0.75m);
    }

    [Fact]
    public void An_indicator_that_moved_to_another_dimension_is_said_to_have_moved()
    {
        var catalog = CityCatalog.Ordered(
            [new("X", "x", "x", new(2020, 1, 1)), new("Y", "y", "y", new(2021, 1, 1))],
            [new("X", "A", 1, "", "", 2), new("X", "B", 2, "", "", 1), new("Y", "A", 1, "", "", 1), new("Y", "B", 2, "", "", 2)],
            [
                TestStore.Indicator("X", "a", "A", 1, 1), TestStore.Indicator("X", "b", "A", 2, 1), TestStore.Indicator("X", "c", "B", 1, 1),
                TestStore.Indicator("Y", "a", "A", 1, 1), TestStore.Indicator("Y", "b", "B", 1, 1), TestStore.Indicator("Y", "c", "B", 2, 1),
            ],
            [new("X", "a", "Y", "a", 1), new("X", "b", "Y", "b", 1), new("X", "c", "Y", "c", 1)],
            [], []);
        var found = Crosswalk.Of(catalog).Comparabilities.Where(c => c.ToFramework == "Y" && c.FromFramework == "X").ToDictionary(c => (c.Scope, c.Code));
        found[("dimension", "A")].Reason.ShouldBe("moved");
        found[("dimension", "B")].Reason.ShouldBe("moved");
        found[("total", "total")].Reason.ShouldBeNull();
        found.Values.ShouldAllBe(c => c.Comparable);
    }

    [Fact]
    public void Each_link_is_named_by_its_shape()
    {
        var kinds = LineageKinds.Of(Revised()).ToLookup(l => l.Kind, l => $"{l.FromIndicator}→{l.ToIndicator}");
        kinds["split"].ShouldBe(["F2→F2", "F2→F8"], ignoreOrder: true);
        kinds["merged"].ShouldBe(["D2→D2", "D3→D2"], ignoreOrder: true);
        kinds["rescaled"].ShouldBe(["O1→O1"]);
        kinds["dropped"].ShouldBe(["D9→"]);
        kinds["new"].ShouldBe(["→D12"]);
        kinds["identical"].Count().ShouldBe(17);
    }

    internal static CityCatalog Revised()
    {
        using var test = new TestStore();
        test.Load("2023 110101 F1 expert 5");
        CatalogImport.Import(test.Store, TestFiles.Framework2027).Accepted.ShouldBeTrue();
        return test.Store.Catalog;
    }

    private static CityCatalog Chain(params (string, string, string, string, decimal)[] links) => CityCatalog.Ordered(
        [new("X", "x", "x", new(2020, 1, 1)), new("Y", "y", "y", new(2021, 1, 1)), new("Z", "z", "z", new(2022, 1, 1))],
        [new("X", "A", 1, "", "", 1), new("Y", "A", 1, "", "", 2), new("Z", "A", 1, "", "", 2)],
        [
            TestStore.Indicator("X", "a", "A", 1, 1), TestStore.Indicator("Y", "b", "A", 1, 1), TestStore.Indicator("Y", "c", "A", 2, 1),
            TestStore.Indicator("Z", "d", "A", 1, 1), TestStore.Indicator("Z", "e", "A", 2, 1),
        ],
        links.Select(l => new LineageLink(l.Item1, l.Item2, l.Item3, l.Item4, l.Item5)), [], []);
}
