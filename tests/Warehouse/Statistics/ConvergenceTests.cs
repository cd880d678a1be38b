using CsCheck;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class ConvergenceTests
{
    [Fact]
    public void Pitman_Morgan_follows_its_formula_and_is_positive_when_the_spread_falls()
    {
        double?[] before = [1, 5, 2, 8, 9];
        double?[] after = [4, 5, 4, 6, 7];

        var result = Convergence.Sigma(before, after);

        // F = 14.5·/… : t = (F − 1)√(n − 2)/(2√(F(1 − r²))), the form with the ratio of variances (Snedecor and Cochran).
        var f = 12.5 / 1.7;
        var r = 4.5 / Math.Sqrt(12.5 * 1.7);
        var t = (f - 1) * Math.Sqrt(3) / (2 * Math.Sqrt(f * (1 - r * r)));
        result.SdBefore.Required.Value.ShouldBe(Math.Sqrt(12.5), 1e-12);
        result.SdAfter.Required.Value.ShouldBe(Math.Sqrt(1.7), 1e-12);
        result.T.Required.Value.ShouldBe(t, 1e-9);
        result.P.Required.Value.ShouldBeInRange(0.0001, 0.05);
    }

    [Fact]
    public void The_p_is_that_of_Students_t()
    {
        // t = 1 with 1 degree of freedom has a two-sided p of one half: r = √½.
        double?[] sum = [0, 1, 2];
        double?[] difference = [0, 1 + Math.Sqrt(3), 2];
        double?[] before = [.. sum.Zip(difference, (s, d) => (s + d) / 2)];
        double?[] after = [.. sum.Zip(difference, (s, d) => (s - d) / 2)];
        var result = Convergence.Sigma(before, after);

        var t = result.T.Required.Value;
        result.P.Required.Value.ShouldBe(1 - 2 / Math.PI * Math.Atan(Math.Abs(t)), 1e-12);
    }

    [Fact]
    public void Too_few_districts_or_a_common_shift_withhold_the_test()
    {
        Convergence.Sigma([1, 2], [2, 3]).T.Withheld!.Reason.ShouldBe(WithheldReason.TooFew);
        Convergence.Sigma([], []).P.Withheld!.Reason.ShouldBe(WithheldReason.NoData);
        var shift = Convergence.Sigma([0.1, 0.2, 0.4], [0.2, 0.3, 0.5]);
        shift.T.Withheld!.Reason.ShouldBe(WithheldReason.NoVariance);
        shift.P.Withheld!.Reason.ShouldBe(WithheldReason.NoVariance);
        shift.SdBefore.IsGiven.ShouldBeTrue();
        Convergence.Sigma([1, 2, 4], [2, 4, 8]).T.Withheld!.Reason.ShouldBe(WithheldReason.NoResidual);
    }

    [Fact]
    public void The_beta_slope_is_minus_one_when_all_become_equal()
    {
        Convergence.Beta([1, 2, 4], [3, 3, 3]).Required.Value.ShouldBe(-1, 1e-12);
        Convergence.Beta([1, 2, 4], [2, 3, 5]).Required.Value.ShouldBe(0, 1e-12);
        Convergence.Beta([1, 2, 4], [2, 3, 5]).Required.Interval.ShouldBeNull();
        Convergence.Beta([2, 2, 2], [1, 2, 3]).Withheld!.Reason.ShouldBe(WithheldReason.NoVariance);
        Convergence.Beta([1, 2, null], [1, 2, 3]).Withheld!.Reason.ShouldBe(WithheldReason.TooFew);
    }

    [Fact]
    public void Swapping_the_rounds_turns_the_sign_and_keeps_p() =>
        Samples.Pairs(4, 20).Sample((x, y) =>
        {
            var result = Convergence.Sigma(x, y);
            var swapped = Convergence.Sigma([.. y.Reverse().Select(v => v + 3)], [.. x.Reverse().Select(v => v + 3)]);

            swapped.T.Required.Value.ShouldBe(-result.T.Required.Value, 1e-6 * (1 + Math.Abs(result.T.Required.Value)));
            swapped.P.Required.Value.ShouldBe(result.P.Required.Value, 1e-8);
        });

    [Fact]
    public void Both_follow_their_definitions_in_any_order_and_unit() =>
        Samples.Pairs(4, 20).Sample((x, y) =>
        {
            var (mx, my) = (x.Average()!.Value, y.Average()!.Value);
            var (sx, sy) = (x.Sum(a => Math.Pow(a!.Value - mx, 2)), y.Sum(b => Math.Pow(b!.Value - my, 2)));
            var sxy = x.Zip(y, (a, b) => (a!.Value - mx) * (b!.Value - my)).Sum();
            // The form with the ratio of variances (Snedecor and Cochran).
            var f = sx / sy;
            var t = (f - 1) * Math.Sqrt(x.Length - 2) / (2 * Math.Sqrt(f * (1 - sxy * sxy / (sx * sy))));
            double?[] before = [.. x.Reverse().Select(v => 3 * v + 7)];
            double?[] after = [.. y.Reverse().Select(v => 3 * v + 7)];

            Convergence.Sigma(x, y).T.Required.Value.ShouldBe(t, 1e-6 * (1 + Math.Abs(t)));
            Convergence.Sigma(before, after).T.Required.Value.ShouldBe(t, 1e-6 * (1 + Math.Abs(t)));
            Convergence.Beta(x, y).Required.Value.ShouldBe(sxy / sx - 1, 1e-6 * (1 + Math.Abs(sxy / sx)));
            Convergence.Beta(before, after).Required.Value.ShouldBe(sxy / sx - 1, 1e-6 * (1 + Math.Abs(sxy / sx)));
        });
}
