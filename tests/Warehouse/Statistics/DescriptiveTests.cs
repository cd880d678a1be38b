using CsCheck;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class DescriptiveTests
{
    [Fact]
    public void Quartiles_follow_definition_seven()
    {
        var summary = Descriptive.Of([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).Required;

        summary.LowerQuartile.Value.ShouldBe(3.25);
        summary.Median.Value.ShouldBe(5.5);
        summary.UpperQuartile.Value.ShouldBe(7.75);
        summary.Mean.Value.ShouldBe(5.5);
        summary.Sd.Required.Value.ShouldBe(3.0276503541, 1e-9);
    }

    [Fact]
    public void Missing_values_are_left_out_and_counted()
    {
        var summary = Descriptive.Of([1, null, 3, null, 5]).Required;

        (summary.N, summary.Excluded).ShouldBe((3, 2));
        summary.Mean.ShouldBe(new Estimate(3, 3, Methods.Mean, 2));
    }

    [Fact]
    public void Nothing_has_no_mean_and_two_values_have_no_standard_deviation()
    {
        Descriptive.Of([]).Withheld!.Reason.ShouldBe(WithheldReason.NoData);
        Descriptive.Of([null]).Withheld!.Reason.ShouldBe(WithheldReason.NoData);
        Descriptive.Of([4]).Required.Median.Value.ShouldBe(4);
        var two = Descriptive.Of([4, 6]).Required;
        two.Mean.Value.ShouldBe(5);
        two.Sd.Withheld!.Reason.ShouldBe(WithheldReason.TooFew);
    }

    [Fact]
    public void Equal_values_have_a_standard_deviation_of_exactly_zero() =>
        Descriptive.Of([0.1, 0.1, 0.1]).Required.Sd.Required.Value.ShouldBe(0);

    [Fact]
    public void A_value_that_is_no_number_is_a_mistake_of_the_caller() =>
        Should.Throw<ArgumentException>(() => Descriptive.Of([1, double.NaN]));

    [Fact]
    public void A_shift_moves_location_and_a_scale_multiplies_spread() =>
        Gen.Select(Gen.Double[-100, 100].Array[3, 20], Gen.Double[-50, 50], Gen.Double[0.1, 10]).Sample((x, shift, scale) =>
        {
            var before = Descriptive.Of([.. x.Select(v => (double?)v)]).Required;
            var after = Descriptive.Of([.. x.Reverse().Select(v => (double?)(v * scale + shift))]).Required;

            after.Mean.Value.ShouldBe(before.Mean.Value * scale + shift, 1e-9);
            after.UpperQuartile.Value.ShouldBe(before.UpperQuartile.Value * scale + shift, 1e-9);
            after.Sd.Required.Value.ShouldBe(before.Sd.Required.Value * scale, 1e-9);
        });

    [Fact]
    public void Quartiles_are_interpolated_between_the_values_in_order() =>
        Gen.Int[0, 100].Array[1, 20].Sample(x =>
        {
            var sorted = x.Order().ToArray();
            var summary = Descriptive.Of([.. x.Select(v => (double?)v)]).Required;

            summary.LowerQuartile.Value.ShouldBe(At(0.25), 1e-9);
            summary.Median.Value.ShouldBe(At(0.5), 1e-9);
            summary.UpperQuartile.Value.ShouldBe(At(0.75), 1e-9);
            summary.Least.ShouldBe(sorted[0]);
            summary.Most.ShouldBe(sorted[^1]);

            double At(double p)
            {
                var h = (sorted.Length - 1) * p;
                var below = (int)Math.Floor(h);
                return sorted[below] + (h - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]);
            }
        });
}
