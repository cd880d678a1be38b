using CsCheck;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class ConcordanceCorrelationTests
{
    [Fact]
    public void Peak_flow_meters_of_Bland_and_Altman_1986()
    {
        var result = ConcordanceCorrelation.Of(PeakFlow.Wright, PeakFlow.Mini).Required;

        result.Ccc.Value.ShouldBe(0.9427, 0.00005);
        result.Pearson.Value.ShouldBe(0.9433, 0.00005);
        result.BiasCorrection.Value.ShouldBe(0.9994, 0.00005);
    }

    [Fact]
    public void Equal_pairs_agree_completely_and_a_shift_is_the_bias_correction()
    {
        ConcordanceCorrelation.Of([1, 2, 4], [1, 2, 4]).Required.Ccc.Value.ShouldBe(1, 1e-12);

        var shifted = ConcordanceCorrelation.Of([1, 2, 3], [2, 3, 4]).Required;
        shifted.Pearson.Value.ShouldBe(1, 1e-12);
        shifted.BiasCorrection.Value.ShouldBe(2 / (2 + 1 / (2 / 3.0)), 1e-12);
    }

    [Fact]
    public void Too_few_pairs_or_no_variance_withhold_it()
    {
        ConcordanceCorrelation.Of([], []).Withheld!.Reason.ShouldBe(WithheldReason.NoData);
        ConcordanceCorrelation.Of([1, 2], [1, 2]).Withheld!.Reason.ShouldBe(WithheldReason.TooFew);
        ConcordanceCorrelation.Of([1, 1, 1], [1, 2, 3]).Withheld!.Reason.ShouldBe(WithheldReason.NoVariance);
        ConcordanceCorrelation.Of([0.1, 0.1, 0.1], [0.1, 0.1, 0.1]).Withheld!.Reason.ShouldBe(WithheldReason.NoVariance);
    }

    [Fact]
    public void It_follows_its_definition_whatever_the_order_and_the_unit_and_whoever_comes_first() =>
        Samples.Pairs(4, 20).Sample((x, y) =>
        {
            var pairs = x.Zip(y, (a, b) => (Item1: a!.Value, Item2: b!.Value)).ToArray();
            var n = pairs.Length;
            var (mx, my) = (pairs.Average(p => p.Item1), pairs.Average(p => p.Item2));
            var expected = 2 * pairs.Sum(p => (p.Item1 - mx) * (p.Item2 - my)) / n
                / (pairs.Sum(p => (p.Item1 - mx) * (p.Item1 - mx)) / n + pairs.Sum(p => (p.Item2 - my) * (p.Item2 - my)) / n + (mx - my) * (mx - my));

            ConcordanceCorrelation.Of(x, y).Required.Ccc.Value.ShouldBe(expected, 1e-9);
            ConcordanceCorrelation.Of([.. y.Reverse()], [.. x.Reverse()]).Required.Ccc.Value.ShouldBe(expected, 1e-9);
            ConcordanceCorrelation.Of([.. x.Select(v => 5 * v - 3)], [.. y.Select(v => 5 * v - 3)]).Required.Ccc.Value.ShouldBe(expected, 1e-9);
        });
}
