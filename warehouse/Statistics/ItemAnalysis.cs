namespace LearningCity.Warehouse.Statistics;

/// <summary>
/// How each indicator goes with the others of its dimension, over districts with all of them (others are excluded and
/// counted); scores in points or rates, one row a district, one column an indicator.
/// </summary>
public static class ItemAnalysis
{
    private const int LeastDistricts = 3;

    /// <summary>
    /// Cronbach's α = k/(k − 1)·(1 − Σs_j²/s_T²), without unit, with Feldt's interval: 1 − (1 − α)·F at the two ends of F with n − 1 and
    /// (n − 1)(k − 1) degrees of freedom. An index that is formed from its indicators (rather than reflected in them) may
    /// rightly have a low α. Withheld for fewer than 3 districts or 2 indicators and when the totals are all equal; no
    /// interval where α = 1. References: Cronbach 1951, Psychometrika 16, 297–334; Feldt 1965, Psychometrika 30, 357–370.
    /// </summary>
    /// <exception cref="ArgumentException">Rows differ in length, or a value is NaN or infinite.</exception>
    public static Statistic<Estimate> CronbachAlpha(IReadOnlyList<IReadOnlyList<double?>> scores, double level = 0.95)
    {
        var (x, k, excluded) = Complete(scores);
        var n = x.Length;
        if (Refuse(x, k, 2) is { } refusal)
        {
            return refusal;
        }

        var items = Enumerable.Range(0, k).Sum(j => Sample.SumOfSquares(Column(x, j)));
        var alpha = k / (k - 1.0) * (1 - items / Sample.SumOfSquares(Totals(x)));
        if (1 - alpha < 1e-12)
        {
            return new Estimate(alpha, n, Methods.CronbachAlpha, excluded) { IntervalWithheld = Withheld.NoResidual() };
        }

        var (df1, df2) = (n - 1, (n - 1.0) * (k - 1));
        return Estimate.Finite(alpha, n, Methods.CronbachAlpha, excluded, new Interval(
            1 - (1 - alpha) * Distributions.FisherQuantile((1 + level) / 2, df1, df2),
            1 - (1 - alpha) * Distributions.FisherQuantile((1 - level) / 2, df1, df2),
            level));
    }

    /// <summary>
    /// Corrected item–total correlation: r of each indicator with the sum of the others, with Fisher interval; one result a
    /// column. Withheld for fewer than 3 districts, for a single indicator and where either side has no variance.
    /// Reference: Nunnally and Bernstein 1994, Psychometric Theory, ch. 8.
    /// </summary>
    /// <exception cref="ArgumentException">Rows differ in length, or a value is NaN or infinite.</exception>
    public static IReadOnlyList<Statistic<Estimate>> ItemRest(IReadOnlyList<IReadOnlyList<double?>> scores, double level = 0.95)
    {
        var (x, k, excluded) = Complete(scores);
        var totals = Totals(x);
        return [.. Enumerable.Range(0, k).Select(j =>
        {
            if (k < 2)
            {
                return Withheld.TooFew(k, 2);
            }

            var item = Column(x, j);
            return Correlation.Pearson(item, Sample.Differences(totals, item), excluded, Methods.ItemRest, level);
        })];
    }

    /// <summary>
    /// Share of the variance of the total that an indicator carries: Cov(s_j, T)/Var(T); the shares add to 1 and may be
    /// negative. One result a column. Withheld for fewer than 3 districts and when the totals are all equal.
    /// </summary>
    /// <exception cref="ArgumentException">Rows differ in length, or a value is NaN or infinite.</exception>
    public static IReadOnlyList<Statistic<Estimate>> VarianceShares(IReadOnlyList<IReadOnlyList<double?>> scores)
    {
        var (x, k, excluded) = Complete(scores);
        if (Refuse(x, k, 1) is { } refusal)
        {
            return [.. Enumerable.Repeat((Statistic<Estimate>)refusal, k)];
        }

        var totals = Totals(x);
        var variance = Sample.SumOfSquares(totals);
        return [.. Enumerable.Range(0, k).Select(j =>
            Estimate.Finite(Sample.CrossProduct(Column(x, j), totals) / variance, x.Length, Methods.VarianceShare, excluded))];
    }

    private static (double[][] Rows, int Columns, int Excluded) Complete(IReadOnlyList<IReadOnlyList<double?>> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var columns = scores.Count == 0 ? 0 : scores[0].Count;
        var rows = Sample.CompleteRows(scores, columns);
        return (rows, columns, scores.Count - rows.Length);
    }

    private static Withheld? Refuse(double[][] x, int columns, int leastColumns) =>
        x.Length < LeastDistricts ? Withheld.TooFew(x.Length, LeastDistricts)
        : columns < leastColumns ? Withheld.TooFew(columns, leastColumns)
        : Sample.AllEqual(Totals(x)) ? Withheld.NoVariance()
        : null;

    private static double[] Totals(double[][] x) => [.. x.Select(row => row.Sum())];

    private static double[] Column(double[][] x, int j) => [.. x.Select(row => row[j])];
}
