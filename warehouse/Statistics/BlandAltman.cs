namespace LearningCity.Warehouse.Statistics;

/// <summary>How far two sets of scores of the same districts lie apart; d = first − second, in the unit of the scores.</summary>
/// <param name="N">Pairs with both scores.</param>
/// <param name="Excluded">Pairs with one score missing.</param>
/// <param name="Bias">Mean d with t interval; for n &lt; 3 without.</param>
/// <param name="Sd">s of d.</param>
/// <param name="LowerLimit">Mean − 1.96 s with t interval.</param>
/// <param name="UpperLimit">Mean + 1.96 s with t interval.</param>
public sealed record LimitsOfAgreement(
    int N,
    int Excluded,
    Statistic<Estimate> Bias,
    Statistic<Estimate> Sd,
    Statistic<Estimate> LowerLimit,
    Statistic<Estimate> UpperLimit);

/// <summary>
/// Bias d̄ ± t·s/√n and 95 % limits of agreement d̄ ± 1.96 s, each limit with a t interval from
/// SE = s·√(1/n + 1.96²/(2(n − 1))); t has n − 1 degrees of freedom. n &lt; 3: the bias stands alone. All d equal: s = 0, and
/// the intervals are withheld, since nothing is known of the error.
/// Reference: Bland and Altman 1986, The Lancet 327, 307–310.
/// </summary>
public static class BlandAltman
{
    /// <param name="level">Level of the t intervals; the limits are always those of 1.96 s.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a value is NaN or infinite.</exception>
    public static LimitsOfAgreement Of(ReadOnlySpan<double?> first, ReadOnlySpan<double?> second, double level = 0.95)
    {
        var (x, y) = Sample.Pairs(first, second);
        var (n, excluded) = (x.Length, first.Length - x.Length);
        var method = Methods.BlandAltman;
        if (n == 0)
        {
            return new LimitsOfAgreement(0, excluded, Withheld.NoData(), Withheld.NoData(), Withheld.NoData(), Withheld.NoData());
        }

        var d = Sample.Differences(x, y);
        var mean = Sample.Mean(d);
        if (n < 3)
        {
            var few = Withheld.TooFew(n, 3);
            return new LimitsOfAgreement(n, excluded, new Estimate(mean, n, method, excluded) { IntervalWithheld = few }, few, few, few);
        }

        var sd = Math.Sqrt(Sample.SumOfSquares(d) / (n - 1));
        var t = Distributions.StudentTwoSidedQuantile(level, n - 1);
        var k = Distributions.RoundedNormal;
        var margin = t * sd * Math.Sqrt(1.0 / n + k * k / (2.0 * (n - 1)));
        return new LimitsOfAgreement(
            n,
            excluded,
            Around(mean, t * sd / Math.Sqrt(n)),
            Estimate.Finite(sd, n, method, excluded),
            Around(mean - k * sd, margin),
            Around(mean + k * sd, margin));

        Statistic<Estimate> Around(double value, double half) => sd > 0
            ? Estimate.Finite(value, n, method, excluded, new Interval(value - half, value + half, level))
            : new Estimate(value, n, method, excluded) { IntervalWithheld = Withheld.NoVariance() };
    }
}
