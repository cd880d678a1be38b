namespace LearningCity.Warehouse.Statistics;

/// <summary>All six intraclass correlations of a crossed panel, without unit, with F intervals.</summary>
/// <param name="Targets">Districts (n).</param>
/// <param name="Raters">Experts (k).</param>
/// <param name="OneWay">ICC(1,1) and ICC(1,k).</param>
/// <param name="Agreement">ICC(2,1) = ICC(A,1), one expert's score, and ICC(2,k) = ICC(A,k), the mean of the panel.</param>
/// <param name="Consistency">ICC(3,1) and ICC(3,k): differences of severity set aside.</param>
/// <param name="TargetVariance">σ² between districts; can be negative, which means none.</param>
/// <param name="RaterVariance">σ² between experts.</param>
/// <param name="ErrorVariance">σ² of the residual.</param>
public sealed record IccResult(
    int Targets, int Raters, IccPair OneWay, IccPair Agreement, IccPair Consistency, double TargetVariance, double RaterVariance, double ErrorVariance);

/// <param name="OneRater">Reliability of one expert's score.</param>
/// <param name="MeanOfRaters">Reliability of the mean of k experts.</param>
public sealed record IccPair(Statistic<Estimate> OneRater, Statistic<Estimate> MeanOfRaters);

/// <summary>
/// Intraclass correlations from the two-way analysis of variance of n targets × k raters: with BMS, JMS, EMS between targets,
/// between raters and residual, WMS within targets, (1,1) = (BMS − WMS)/(BMS + (k − 1)WMS), (2,1) = (BMS − EMS)/(BMS + (k − 1)EMS + k(JMS − EMS)/n),
/// (3,1) = (BMS − EMS)/(BMS + (k − 1)EMS); averages by Spearman–Brown. Negative estimates are given as they are.
/// Withheld when a cell is missing (see Krippendorff's α), for fewer than 3 targets or 2 raters, and when all scores are equal.
/// No interval where the residual is zero.
/// References: Shrout and Fleiss 1979, Psychological Bulletin 86, 420–428; McGraw and Wong 1996, Psychological Methods 1, 30–46.
/// </summary>
public static class IntraclassCorrelation
{
    /// <param name="scores">One row a target, one column a rater.</param>
    /// <exception cref="ArgumentException">Rows differ in length, or a value is NaN or infinite.</exception>
    public static Statistic<IccResult> Of(IReadOnlyList<IReadOnlyList<double?>> scores, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var n = scores.Count;
        var k = n == 0 ? 0 : scores[0].Count;
        var missing = scores.Sum(row => row.Count(v => v is null));
        if (missing > 0)
        {
            return Withheld.NotCrossed(missing);
        }

        var x = Sample.CompleteRows(scores, k);
        if (n < 3)
        {
            return Withheld.TooFew(n, 3);
        }

        if (k < 2)
        {
            return Withheld.TooFew(k, 2);
        }

        return Sample.AllEqual([.. x.SelectMany(row => row)]) ? Withheld.NoVariance() : Of(Anova.Of(x), level);
    }

    private static IccResult Of(Anova a, double level)
    {
        var (n, k) = ((double)a.Targets, (double)a.Raters);
        var twoWay = a.Between + (k - 1) * a.Error + k * (a.BetweenRaters - a.Error) / n;
        var agreement = Ratio(a.Between - a.Error, twoWay);
        var agreementInterval = AgreementInterval(a, agreement, level);
        return new IccResult(
            a.Targets,
            a.Raters,
            Pair(a, a.Within, n * (k - 1), level),
            new IccPair(
                Statistic(a, agreement, agreementInterval),
                Statistic(a, Ratio(a.Between - a.Error, a.Between + (a.BetweenRaters - a.Error) / n), StepUp(agreementInterval, k))),
            Pair(a, a.Error, (n - 1) * (k - 1), level),
            (a.Between - a.Error) / k,
            (a.BetweenRaters - a.Error) / n,
            a.Error);
    }

    /// <summary>The one-way and the consistency pair, which differ in their error term alone.</summary>
    private static IccPair Pair(Anova a, double error, double df, double level)
    {
        var (k, f) = ((double)a.Raters, a.Between / error);
        var tail = (1 + level) / 2;
        Interval? interval = null;
        if (double.IsFinite(f))
        {
            var low = f / Distributions.FisherQuantile(tail, a.Targets - 1, df);
            var high = f * Distributions.FisherQuantile(tail, df, a.Targets - 1);
            interval = new Interval((low - 1) / (low + k - 1), (high - 1) / (high + k - 1), level);
        }

        return new IccPair(
            Statistic(a, Ratio(a.Between - error, a.Between + (k - 1) * error), interval),
            Statistic(a, Ratio(a.Between - error, a.Between), StepUp(interval, k)));
    }

    /// <summary>Interval of ICC(2,1) with Satterthwaite's degrees of freedom (Shrout and Fleiss 1979, p. 424).</summary>
    private static Interval? AgreementInterval(Anova a, double icc, double level)
    {
        if (a.Error <= 0 || !double.IsFinite(icc))
        {
            return null;
        }

        var (n, k, tail) = ((double)a.Targets, (double)a.Raters, (1 + level) / 2);
        var raters = k * icc * (a.BetweenRaters / a.Error);
        var rest = n * (1 + (k - 1) * icc) - k * icc;
        var v = (k - 1) * (n - 1) * (raters + rest) * (raters + rest) / ((n - 1) * raters * raters + rest * rest);
        var noise = k * a.BetweenRaters + (k * n - k - n) * a.Error;
        var f1 = Distributions.FisherQuantile(tail, n - 1, v);
        var f2 = Distributions.FisherQuantile(tail, v, n - 1);
        return new Interval(
            n * (a.Between - f1 * a.Error) / (f1 * noise + n * a.Between),
            n * (f2 * a.Between - a.Error) / (noise + n * f2 * a.Between),
            level);
    }

    private static Interval? StepUp(Interval? single, double k) => single is null
        ? null
        : new Interval(k * single.Low / (1 + (k - 1) * single.Low), k * single.High / (1 + (k - 1) * single.High), single.Level);

    private static Statistic<Estimate> Statistic(Anova a, double value, Interval? interval)
    {
        var statistic = Estimate.Finite(value, a.Targets, Methods.Icc, 0, interval);
        return statistic.IsGiven && statistic.Value.Interval is null
            ? statistic.Value with { IntervalWithheld = Withheld.NoResidual() }
            : statistic;
    }

    private static double Ratio(double above, double below) => below == 0 ? double.NaN : above / below;

    /// <summary>Mean squares of a crossed table.</summary>
    private sealed record Anova(int Targets, int Raters, double Between, double Within, double BetweenRaters, double Error)
    {
        public static Anova Of(double[][] x)
        {
            var (n, k) = (x.Length, x[0].Length);
            var rows = x.Select(row => Sample.Mean(row)).ToArray();
            var columns = Enumerable.Range(0, k).Select(j => Sample.Mean([.. x.Select(row => row[j])])).ToArray();
            var grand = Sample.Mean(rows);
            var between = k * Sample.SumOfSquares(rows);
            var raters = n * Sample.SumOfSquares(columns);
            var within = x.Sum(row => Sample.SumOfSquares(row));
            var error = x.Select((row, i) => row.Select((v, j) => Math.Pow(v - rows[i] - columns[j] + grand, 2)).Sum()).Sum();

            // What rounding leaves of an exact fit is not a residual.
            var floor = 1e-24 * (between + within) + 1e-28 * x.Sum(row => row.Sum(v => v * v));
            return new Anova(
                n, k, between / (n - 1), Clean(within) / (n * (k - 1)), raters / (k - 1), Clean(error) / ((n - 1) * (k - 1)));

            double Clean(double sum) => sum <= floor ? 0 : sum;
        }
    }
}
