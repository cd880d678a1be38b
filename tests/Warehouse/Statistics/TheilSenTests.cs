using CsCheck;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class TheilSenTests
{
    [Fact]
    public void Published_slopes()
    {
        TheilSen.Slope([1, 2, 3, 4], [10, 15, 14, 20]).Required.Value.ShouldBe(2.9167, 0.00005);
        TheilSen.Slope([1, 2, 3, 4, 5], [1.26, 1.27, 1.12, 1.16, 1.03]).Required.Value.ShouldBe(-0.05625, 1e-12);
    }

    [Fact]
    public void Below_six_rounds_there_is_no_interval_and_from_six_on_the_order_statistics()
    {
        TheilSen.Slope([1, 2, 3, 4, 5], [1, 2, 3, 4, 6]).Required.IntervalWithheld!.Reason.ShouldBe(WithheldReason.TooFew);

        // n = 6: P(S ≥ 13) = 6/720 ≤ 0.025 < P(S ≥ 11), so C = 11 and the 2nd and 14th of 15 slopes.
        double?[] y = [0, 3, 2, 7, 8, 14];
        var slopes = (from i in Enumerable.Range(0, 6) from j in Enumerable.Range(i + 1, 5 - i) select (y[j]!.Value - y[i]!.Value) / (j - i)).Order().ToArray();
        var slope = TheilSen.Slope([1, 2, 3, 4, 5, 6], y).Required;
        slope.Value.ShouldBe(slopes[7], 1e-12);
        slope.Interval!.Low.ShouldBe(slopes[1], 1e-12);
        slope.Interval.High.ShouldBe(slopes[13], 1e-12);
    }

    [Fact]
    public void Uneven_years_count_and_missing_rounds_do_not()
    {
        var slope = TheilSen.Slope([2019, 2020, 2023], [1, null, 3]).Required;

        slope.Value.ShouldBe(0.5);
        (slope.N, slope.Excluded).ShouldBe((2, 1));
    }

    [Fact]
    public void One_round_has_no_slope_and_two_rounds_at_one_time_are_refused()
    {
        TheilSen.Slope([], []).Withheld!.Reason.ShouldBe(WithheldReason.NoData);
        TheilSen.Slope([1], [1]).Withheld!.Reason.ShouldBe(WithheldReason.TooFew);
        Should.Throw<ArgumentException>(() => TheilSen.Slope([1, 1], [1, 2]));
    }

    [Fact]
    public void A_line_has_its_slope_with_one_value_far_off() =>
        Gen.Select(Gen.Double[-5, 5], Gen.Int[0, 7], Gen.Double[-1000, 1000]).Sample((b, index, wild) =>
        {
            double?[] y = [.. Enumerable.Range(0, 8).Select(i => i == index ? wild : (double?)(b * i + 2))];
            var slope = TheilSen.Slope([0, 1, 2, 3, 4, 5, 6, 7], y).Required;

            slope.Value.ShouldBe(b, 1e-9);
            slope.Interval!.Low.ShouldBeLessThanOrEqualTo(b + 1e-9);
            slope.Interval.High.ShouldBeGreaterThanOrEqualTo(b - 1e-9);
        });

    [Fact]
    public void It_is_the_median_of_all_slopes_in_any_order_and_unit() =>
        Gen.Int[0, 50].Array[2, 12].Sample(values =>
        {
            double[] times = [.. values.Select((_, i) => 2000.0 + i * i)];
            var slopes = (from i in Enumerable.Range(0, values.Length) from j in Enumerable.Range(0, i) select (values[i] - values[j]) / (times[i] - times[j])).Order().ToArray();
            var expected = (slopes[(slopes.Length - 1) / 2] + slopes[slopes.Length / 2]) / 2;

            TheilSen.Slope(times, [.. values.Select(v => (double?)v)]).Required.Value.ShouldBe(expected, 1e-9);
            TheilSen.Slope([.. times.Reverse()], [.. values.Reverse().Select(v => (double?)(3 * v + 7))]).Required.Value.ShouldBe(3 * expected, 1e-9);
        });
}
