using CsCheck;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class PageTrendTests
{
    [Fact]
    public void Sixteen_districts_that_all_rise_over_three_rounds()
    {
        var result = PageTrend.Of([.. Enumerable.Range(0, 16).Select(i => new decimal?[] { i, i + 1, i + 2 })]).Required;

        result.L.ShouldBe(16 * 14);
        result.Expected.ShouldBe(16 * 12);
        result.RisingP.Value.ShouldBe(3.54e-13, 0.005e-13);
        result.RisingP.Value.ShouldBe(Math.Pow(6, -16), 1e-25);
        result.FallingP.Value.ShouldBe(1, 1e-12);
        result.TwoSidedP.Value.ShouldBe(2 * Math.Pow(6, -16), 1e-25);
    }

    [Fact]
    public void The_exact_p_is_that_of_all_orders_within_districts_with_ties() =>
        Gen.Int[0, 3].Array[3].Array[1, 4].Sample(rows =>
        {
            var statistic = PageTrend.Of([.. rows.Select(r => r.Select(v => (decimal?)v).ToArray())]);
            if (rows.All(r => r.Distinct().Count() == 1))
            {
                statistic.Withheld!.Reason.ShouldBe(WithheldReason.NoDifferences);
                return;
            }

            var l = rows.Sum(L);
            decimal[] sums = [0];
            foreach (var row in rows)
            {
                sums = [.. from sum in sums from order in Permutations.Of(row) select sum + L(order)];
            }

            var result = statistic.Required;
            result.L.ShouldBe(l);
            result.RisingP.Value.ShouldBe(sums.Count(s => s >= l) / (double)sums.Length, 1e-12);
            result.FallingP.Value.ShouldBe(sums.Count(s => s <= l) / (double)sums.Length, 1e-12);
        }, iter: 200);

    [Fact]
    public void Four_rounds_agree_with_all_orders_too()
    {
        int[][] rows = [[1, 3, 2, 4], [2, 1, 4, 3], [1, 1, 2, 3]];
        decimal[] sums = [0];
        foreach (var row in rows)
        {
            sums = [.. from sum in sums from order in Permutations.Of(row) select sum + L(order)];
        }

        var result = PageTrend.Of([.. rows.Select(r => r.Select(v => (decimal?)v).ToArray())]).Required;

        result.RisingP.Value.ShouldBe(sums.Count(s => s >= rows.Sum(L)) / (double)sums.Length, 1e-12);
    }

    [Fact]
    public void Districts_with_a_missing_round_are_left_out_and_counted()
    {
        var result = PageTrend.Of([[1m, 2m, 3m], [1m, null, 3m]]).Required;

        (result.Districts, result.Excluded, result.Rounds).ShouldBe((1, 1, 3));
        result.RisingP.Value.ShouldBe(1 / 6.0, 1e-12);
    }

    [Fact]
    public void Nothing_two_rounds_or_no_change_withhold_it()
    {
        PageTrend.Of([]).Withheld!.Reason.ShouldBe(WithheldReason.NoData);
        PageTrend.Of([[1m, 2m]]).Withheld!.Reason.ShouldBe(WithheldReason.TooFew);
        PageTrend.Of([[1m, 1m, 1m]]).Withheld!.Reason.ShouldBe(WithheldReason.NoDifferences);
    }

    [Fact]
    public void Many_districts_get_a_named_approximation_that_is_close()
    {
        // 160 districts stay exact over three rounds; the same pattern eight times over does not.
        decimal?[][] Rows(int n) => [.. Enumerable.Range(0, n).Select(i => new decimal?[] { i * 7 % 5, i * 3 % 4 + 0.3m, i * 11 % 6 })];
        var exact = PageTrend.Of(Rows(160)).Required;
        var normal = PageTrend.Of(Rows(1600)).Required;

        exact.RisingP.Method.ShouldBe(Methods.Page);
        normal.RisingP.Method.ShouldBe(Methods.PageNormal);
        (normal.RisingP.Value + normal.FallingP.Value).ShouldBe(1, 1e-12);
        var z = Z(exact);
        exact.RisingP.Value.ShouldBe(0.5 * (1 - Math.Sign(z) * Math.Sqrt(1 - Math.Exp(-2 * z * z / Math.PI))), 0.05);

        static double Z(PageTest t) => (double)(t.L - t.Expected) / Math.Sqrt(t.Districts * 9 * 16 * 2 / 144.0);
    }

    [Fact]
    public void Reversing_the_rounds_swaps_rise_and_fall() =>
        Gen.Int[0, 5].Array[4].Array[1, 12].Sample(rows =>
        {
            var a = PageTrend.Of([.. rows.Select(r => r.Select(v => (decimal?)v).ToArray())]);
            var b = PageTrend.Of([.. rows.Select(r => r.Reverse().Select(v => (decimal?)v).ToArray())]);
            var c = PageTrend.Of([.. rows.Reverse().Select(r => r.Select(v => (decimal?)(v * v + 3)).ToArray())]);
            b.IsGiven.ShouldBe(a.IsGiven);
            c.IsGiven.ShouldBe(a.IsGiven);
            if (a.IsGiven)
            {
                // Districts in another order, points by a rising transformation.
                c.Required.L.ShouldBe(a.Value.L);
                c.Required.RisingP.Value.ShouldBe(a.Value.RisingP.Value, 1e-12);
                b.Required.RisingP.Value.ShouldBe(a.Value.FallingP.Value, 1e-12);
                b.Required.TwoSidedP.Value.ShouldBe(a.Value.TwoSidedP.Value, 1e-12);
            }
        });

    private static decimal L(int[] row) =>
        row.Select((v, j) => (j + 1) * (row.Count(o => o < v) + (row.Count(o => o == v) + 1) / 2m)).Sum();
}
