using CsCheck;
using LearningCity.Dashboard.Components.Tables;

namespace LearningCity.Dashboard.Tests.Components.Tables;

public sealed class SortingTests
{
    private static readonly Sorting Default = new("rank", false);

    [Fact]
    public void Nothing_asked_is_the_default() => Sorting.Parse(null, Default, ["rank"]).ShouldBe(Default);

    [Fact]
    public void A_dash_before_the_key_turns_the_order_round() => Sorting.Parse("-gap", Default, ["rank", "gap"]).ShouldBe(new Sorting("gap", true));

    [Theory]
    [InlineData("nonsense")]
    [InlineData("--gap")]
    [InlineData("Gap")]
    public void An_unknown_key_is_refused(string key) => Sorting.Parse(key, Default, ["rank", "gap"]).ShouldBeNull();

    [Fact]
    public void The_first_click_starts_where_the_column_is_read_from_and_the_second_turns_it()
    {
        Default.Next("gap", highFirst: true).ShouldBe(("sort", "-gap"));
        new Sorting("gap", true).Next("gap", highFirst: true).ShouldBe(("sort", "gap"));
        Default.Next("rank", highFirst: false).ShouldBe(("sort", "-rank"));
    }

    [Fact]
    public void Missing_values_come_last_in_both_directions_and_equal_ones_keep_their_order()
    {
        (string Name, int? Value)[] rows = [("a", null), ("b", 2), ("c", 1), ("d", 2)];

        new Sorting("", false).Apply(rows, r => r.Value).Select(r => r.Name).ShouldBe(["c", "b", "d", "a"]);
        new Sorting("", true).Apply(rows, r => r.Value).Select(r => r.Name).ShouldBe(["b", "d", "c", "a"]);
    }

    [Fact]
    public void Sorting_keeps_every_row() => Gen.Int.Nullable().Array.Sample(values =>
        new Sorting("", true).Apply(values, v => v).Order().SequenceEqual(values.Order()));
}
