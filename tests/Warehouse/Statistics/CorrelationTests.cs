using CsCheck;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class CorrelationTests
{
    [Fact]
    public void The_interval_is_Fishers()
    {
        var r = Correlation.Pearson(PeakFlow.Wright, PeakFlow.Mini).Required;

        var z = 0.5 * Math.Log((1 + r.Value) / (1 - r.Value));
        r.Interval!.Low.ShouldBe(Math.Tanh(z - 1.959964 / Math.Sqrt(14)), 1e-6);
        r.Interval.High.ShouldBe(Math.Tanh(z + 1.959964 / Math.Sqrt(14)), 1e-6);
    }

    [Fact]
    public void Three_pairs_and_a_perfect_line_have_no_interval()
    {
        Correlation.Pearson([1, 2, 3], [1, 3, 2]).Required.IntervalWithheld!.Reason.ShouldBe(WithheldReason.TooFew);
        Correlation.Pearson([1, 2, 3, 4], [2, 4, 6, 8]).Required.IntervalWithheld!.Reason.ShouldBe(WithheldReason.NoResidual);
        Correlation.Pearson([1, 2, 3, 4], [8, 6, 4, 2]).Required.Value.ShouldBe(-1, 1e-12);
    }

    [Fact]
    public void Too_few_pairs_or_equal_values_withhold_it()
    {
        Correlation.Pearson([], []).Withheld!.Reason.ShouldBe(WithheldReason.NoData);
        Correlation.Pearson([1, null, 3], [1, 2, 3]).Withheld!.Reason.ShouldBe(WithheldReason.TooFew);
        Correlation.Pearson([0.7, 0.7, 0.7], [1, 2, 3]).Withheld!.Reason.ShouldBe(WithheldReason.NoVariance);
    }

    [Fact]
    public void A_positive_scale_changes_nothing_and_a_negative_one_the_sign() =>
        Samples.Pairs(4, 20).Sample((x, y) =>
        {
            var r = Correlation.Pearson(x, y).Required.Value;

            Correlation.Pearson([.. x.Select(v => 9 * v + 100)], y).Required.Value.ShouldBe(r, 1e-9);
            Correlation.Pearson(x, [.. y.Select(v => -v)]).Required.Value.ShouldBe(-r, 1e-9);
            Math.Abs(r).ShouldBeLessThanOrEqualTo(1);
        });

    [Fact]
    public void It_follows_its_definition_whoever_comes_first() =>
        Samples.Pairs(3, 20).Sample((x, y) =>
        {
            var (mx, my) = (x.Average()!.Value, y.Average()!.Value);
            var expected = x.Zip(y, (a, b) => (a!.Value - mx) * (b!.Value - my)).Sum()
                / Math.Sqrt(x.Sum(a => Math.Pow(a!.Value - mx, 2)) * y.Sum(b => Math.Pow(b!.Value - my, 2)));

            Correlation.Pearson(x, y).Required.Value.ShouldBe(expected, 1e-9);
            Correlation.Pearson([.. y.Reverse()], [.. x.Reverse()]).Required.Value.ShouldBe(expected, 1e-9);
        });
}
