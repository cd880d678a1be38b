using CsCheck;
using LearningCity.Dashboard.Api.Writing;

namespace LearningCity.Dashboard.Tests.Api.Writing;

public sealed class RowSelectionTests
{
    private sealed record Row(string District, decimal? Points, int Position);

    private static readonly RowShape Shape = RowShape.Of<Row>();

    private static readonly Gen<Row[]> Rows = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 4]).Array[0, 40].Select(pairs => pairs
        .Select((pair, i) => new Row($"d{pair.Item1}", pair.Item2 == 4 ? null : pair.Item2, i)).ToArray());

    [Fact]
    public void Equal_rows_keep_their_order_and_nulls_come_last_in_both_directions() => Rows.Sample(rows =>
    {
        foreach (var (sort, sign) in new[] { ("points", 1), ("-points", -1) })
        {
            var sorted = Of(rows, sort).Rows.Cast<Row>().ToArray();
            foreach (var (one, next) in sorted.Zip(sorted.Skip(1)))
            {
                var inOrder = one.Points is null
                    ? next.Points is null && one.Position < next.Position
                    : next.Points is null || sign * one.Points < sign * next.Points
                        || (one.Points == next.Points && one.Position < next.Position);
                inOrder.ShouldBeTrue();
            }
        }
    });

    [Fact]
    public void The_first_key_leads_and_the_second_breaks_ties() => Rows.Sample(rows =>
        Of(rows, "-district,position").Rows.ShouldBe(rows.OrderByDescending(r => r.District, StringComparer.Ordinal).ThenBy(r => r.Position)));

    [Fact]
    public void Pages_put_together_are_the_whole() => Gen.Select(Rows, Gen.Int[1, 7]).Sample((rows, size) =>
    {
        var pages = Enumerable.Range(1, (rows.Length / size) + 1)
            .Select(page => RowSelection.Of(Shape, rows, "district", null, page, size))
            .ToArray();

        pages.SelectMany(p => p.Rows).ShouldBe(Of(rows, "district").Rows);
        pages.ShouldAllBe(p => p.Total == rows.Length);
        pages.Count(p => p.Rows.Count > 0 && !p.HasNext).ShouldBe(rows.Length == 0 ? 0 : 1);
    });

    [Fact]
    public void A_page_beyond_the_last_is_empty_even_when_far_beyond() =>
        RowSelection.Of(Shape, [new Row("d", 1, 0)], null, null, int.MaxValue, 10_000).Rows.ShouldBeEmpty();

    [Fact]
    public void Fields_come_in_the_order_asked_for() =>
        RowSelection.Of(Shape, [], null, "points, district,points", 1, 10).Columns.Select(c => c.Name).ShouldBe(["points", "district"]);

    private static RowSelection Of(Row[] rows, string sort) => RowSelection.Of(Shape, rows, sort, null, 1, 10_000);
}
