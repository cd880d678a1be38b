using CsCheck;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class BlandAltmanTests
{
    [Fact]
    public void Peak_flow_meters_of_Bland_and_Altman_1986()
    {
        var result = BlandAltman.Of(PeakFlow.Wright, PeakFlow.Mini);

        result.N.ShouldBe(17);
        var bias = result.Bias.Required;
        bias.Value.ShouldBe(-2.1176, 0.00005);
        result.Sd.Required.Value.ShouldBe(38.7651, 0.00005);
        bias.Interval!.Low.ShouldBe(-22.0488, 0.00005);
        bias.Interval.High.ShouldBe(17.8135, 0.00005);
        result.LowerLimit.Required.Value.ShouldBe(-78.0973, 0.00005);
        result.UpperLimit.Required.Value.ShouldBe(73.8620, 0.00005);
    }

    [Fact]
    public void The_interval_of_a_limit_follows_its_standard_error()
    {
        var upper = BlandAltman.Of(PeakFlow.Wright, PeakFlow.Mini).UpperLimit.Required;

        // t(16) = 2.119905; SE = 38.7651·√(1/17 + 1.96²/32)
        var half = 2.119905 * 38.76513 * Math.Sqrt(1 / 17.0 + 1.96 * 1.96 / 32);
        upper.Interval!.High.ShouldBe(upper.Value + half, 0.001);
        upper.Interval.Low.ShouldBe(upper.Value - half, 0.001);
    }

    [Fact]
    public void No_pairs_give_nothing_and_two_pairs_give_a_bias_without_interval()
    {
        BlandAltman.Of([], []).Bias.Withheld!.Reason.ShouldBe(WithheldReason.NoData);
        BlandAltman.Of([1, null], [null, 2]).Bias.Withheld!.Reason.ShouldBe(WithheldReason.NoData);
        BlandAltman.Of([5], [3]).Bias.Required.Value.ShouldBe(2);
        var two = BlandAltman.Of([1, 4], [2, 2]);
        two.Bias.Required.Value.ShouldBe(0.5);
        two.Bias.Required.Interval.ShouldBeNull();
        two.Bias.Required.IntervalWithheld!.Reason.ShouldBe(WithheldReason.TooFew);
        two.Sd.Withheld!.Reason.ShouldBe(WithheldReason.TooFew);
        two.UpperLimit.IsGiven.ShouldBeFalse();
    }

    [Fact]
    public void Equal_differences_have_limits_at_the_bias_and_no_interval()
    {
        var result = BlandAltman.Of([2, 3, 4], [1, 2, 3]);

        result.Sd.Required.Value.ShouldBe(0);
        result.UpperLimit.Required.Value.ShouldBe(1);
        result.Bias.Required.IntervalWithheld!.Reason.ShouldBe(WithheldReason.NoVariance);
    }

    [Fact]
    public void Pairs_with_a_missing_score_are_dropped_and_counted()
    {
        var result = BlandAltman.Of([1, 5, null, 4, 7], [1, 3, 9, null, 4]);

        (result.N, result.Excluded).ShouldBe((3, 2));
        result.Bias.Required.Value.ShouldBe(5 / 3.0, 1e-12);
    }

    [Fact]
    public void Lists_of_different_length_are_a_mistake_of_the_caller() =>
        Should.Throw<ArgumentException>(() => BlandAltman.Of([1, 2], [1]));

    [Fact]
    public void Swapping_the_raters_mirrors_the_limits_and_scaling_scales_them() =>
        Samples.Pairs(3, 20).Sample((x, y) =>
        {
            var result = BlandAltman.Of(x, y);
            var swapped = BlandAltman.Of([.. y.Reverse()], [.. x.Reverse()]);
            var scaled = BlandAltman.Of([.. x.Select(v => v * 3 + 7)], [.. y.Select(v => v * 3 + 7)]);

            swapped.Bias.Required.Value.ShouldBe(-result.Bias.Required.Value, 1e-9);
            swapped.LowerLimit.Required.Value.ShouldBe(-result.UpperLimit.Required.Value, 1e-9);
            scaled.UpperLimit.Required.Value.ShouldBe(3 * result.UpperLimit.Required.Value, 1e-9);
        });

    [Fact]
    public void Bias_and_limits_follow_their_definition() =>
        Samples.Pairs(3, 20).Sample((x, y) =>
        {
            double[] d = [.. x.Zip(y, (a, b) => a!.Value - b!.Value)];
            var bias = d.Average();
            var sd = Math.Sqrt(d.Sum(v => (v - bias) * (v - bias)) / (d.Length - 1));
            var result = BlandAltman.Of(x, y);

            result.Bias.Required.Value.ShouldBe(bias, 1e-12);
            result.LowerLimit.Required.Value.ShouldBe(bias - 1.96 * sd, 1e-9);
            result.UpperLimit.Required.Value.ShouldBe(bias + 1.96 * sd, 1e-9);
        });
}
