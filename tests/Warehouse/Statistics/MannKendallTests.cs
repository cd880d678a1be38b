using CsCheck;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class MannKendallTests
{
    [Fact]
    public void Four_values_that_rise_but_once()
    {
        var result = MannKendall.Of([10m, 15m, 14m, 20m]).Required;

        result.S.ShouldBe(4);
        result.OneSidedP.Value.ShouldBe(0.1667, 0.00005);
        result.Tested.ShouldBeFalse();
        result.NotTested!.Reason.ShouldBe(WithheldReason.NotTested);
        result.NotTested.En.ShouldContain("0.0833");
    }

    [Fact]
    public void Five_values_that_fall()
    {
        var result = MannKendall.Of([1.26m, 1.27m, 1.12m, 1.16m, 1.03m]).Required;

        result.S.ShouldBe(-6);
        result.Tau.Required.Value.ShouldBe(-0.6, 1e-12);
        result.TwoSidedP.Value.ShouldBe(0.2333, 0.00005);
        result.Tested.ShouldBeTrue();
    }

    [Theory]
    [InlineData(3, .3333)]
    [InlineData(4, .0833)]
    [InlineData(5, .0167)]
    public void The_least_p_depends_on_the_number_of_rounds(int rounds, double leastP)
    {
        MannKendall.LeastP(rounds).ShouldBe(leastP, 0.00005);
        MannKendall.Of([.. Enumerable.Range(1, rounds).Select(i => (decimal?)i)]).Required.TwoSidedP.Value.ShouldBe(leastP, 0.00005);
    }

    [Fact]
    public void One_round_has_no_trend_and_equal_rounds_have_no_tau()
    {
        MannKendall.Of([]).Withheld!.Reason.ShouldBe(WithheldReason.NoData);
        MannKendall.Of([1m, null]).Withheld!.Reason.ShouldBe(WithheldReason.TooFew);
        var flat = MannKendall.Of([2m, 2.0m, 2m, 2m, 2m]).Required;
        flat.S.ShouldBe(0);
        flat.TwoSidedP.Value.ShouldBe(1);
        flat.Tau.Withheld!.Reason.ShouldBe(WithheldReason.NoVariance);
        MannKendall.Of([1m, 2m]).Required.TwoSidedP.Value.ShouldBe(1);
    }

    [Fact]
    public void The_exact_p_is_that_of_all_permutations_with_ties() =>
        Gen.Int[0, 4].Array[2, 7].Sample(x =>
        {
            var s = S(x);
            var (extreme, all) = (0, 0);
            foreach (var permutation in Permutations.Of(x))
            {
                all++;
                extreme += S(permutation) >= Math.Abs(s) ? 1 : 0;
            }

            var result = MannKendall.Of([.. x.Select(v => (decimal?)(v / 10m))]).Required;
            result.S.ShouldBe(s);
            result.OneSidedP.Value.ShouldBe((double)extreme / all, 1e-12);
            result.TwoSidedP.Value.ShouldBe(Math.Min(1, 2.0 * extreme / all), 1e-12);
        }, iter: 60);

    [Fact]
    public void Reversing_the_rounds_reverses_the_sign_and_a_rising_transformation_changes_nothing() =>
        Gen.Int[0, 9].Array[2, 25].Sample(x =>
        {
            var result = MannKendall.Of([.. x.Select(v => (decimal?)v)]).Required;
            var reversed = MannKendall.Of([.. x.Reverse().Select(v => (decimal?)v)]).Required;
            var cubed = MannKendall.Of([.. x.Select(v => (decimal?)(v * v * v + 5))]).Required;

            reversed.S.ShouldBe(-result.S);
            reversed.TwoSidedP.Value.ShouldBe(result.TwoSidedP.Value, 1e-12);
            cubed.S.ShouldBe(result.S);
            cubed.TwoSidedP.ShouldBe(result.TwoSidedP);
        });

    [Fact]
    public void Beyond_a_hundred_rounds_the_normal_approximation_is_named_and_close()
    {
        decimal?[] x = [.. Enumerable.Range(0, 100).Select(i => (decimal?)(i / 8 + i * 37 % 31))];
        var exact = MannKendall.Of(x).Required;
        var normal = MannKendall.Of([.. x, 21m]).Required;

        exact.TwoSidedP.Method.ShouldBe(Methods.MannKendall);
        normal.TwoSidedP.Method.ShouldBe(Methods.MannKendallNormal);
        normal.TwoSidedP.Value.ShouldBe(exact.TwoSidedP.Value, 0.03);
    }

    private static int S(int[] x) =>
        Enumerable.Range(0, x.Length).Sum(j => Enumerable.Range(0, j).Sum(i => Math.Sign(x[j] - x[i])));
}
