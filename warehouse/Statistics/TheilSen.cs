namespace LearningCity.Warehouse.Statistics;

/// <summary>
/// Theil–Sen slope: the median of (x_j − x_i)/(t_j − t_i) over all pairs of rounds, in the unit of the values per unit of time.
/// Interval for n ≥ 6: order statistics (N − C)/2 and (N + C)/2 + 1 of the N slopes, C = k − 2, k the least S with
/// P(S ≥ k) ≤ α/2 (so the level is at least the one named). Missing rounds are left out and counted; withheld for n &lt; 2.
/// References: Theil 1950, Indagationes Mathematicae 12, 85–91; Sen 1968, Journal of the American Statistical Association
/// 63, 1379–1389; Hollander and Wolfe 1999, Nonparametric Statistical Methods, ch. 9.
/// </summary>
public static class TheilSen
{
    private const int LeastForInterval = 6;
    private const int MostExact = 100;

    /// <param name="times">Times of the rounds (years, or 1, 2, 3 …), no two equal.</param>
    /// <exception cref="ArgumentException">The lengths differ, two times are equal, or a value is NaN or infinite.</exception>
    public static Statistic<Estimate> Slope(ReadOnlySpan<double> times, ReadOnlySpan<double?> values, double level = 0.95)
    {
        Sample.SameLength(times.Length, values.Length);
        var present = new List<(double Time, double Value)>(values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is { } value)
            {
                present.Add((Sample.Finite(times[i]), Sample.Finite(value)));
            }
        }

        var (n, excluded) = (present.Count, values.Length - present.Count);
        if (n < 2)
        {
            return Withheld.TooFew(n, 2);
        }

        var slopes = new List<double>(n * (n - 1) / 2);
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++)
            {
                if (present[i].Time == present[j].Time)
                {
                    throw new ArgumentException("Two rounds have the same time.", nameof(times));
                }

                slopes.Add((present[j].Value - present[i].Value) / (present[j].Time - present[i].Time));
            }
        }

        double[] sorted = [.. slopes];
        var median = Sample.MedianInPlace(sorted);
        if (n < LeastForInterval)
        {
            return new Estimate(median, n, Methods.TheilSen, excluded) { IntervalWithheld = Withheld.TooFew(n, LeastForInterval) };
        }

        var reach = Reach(n, sorted.Length, level);
        return Estimate.Finite(
            median, n, Methods.TheilSen, excluded, new Interval(sorted[(sorted.Length - reach) / 2 - 1], sorted[(sorted.Length + reach) / 2], level));
    }

    private static int Reach(int n, int pairs, double level)
    {
        if (n > MostExact)
        {
            var c = Distributions.NormalTwoSidedQuantile(level) * Math.Sqrt(n * (n - 1.0) * (2 * n + 5) / 18);
            return Even((int)Math.Ceiling(c));
        }

        var distribution = InversionDistribution.Of([.. Enumerable.Repeat(1, n)]);
        var k = pairs;
        while (k - 2 >= 0 && InversionDistribution.UpperTail(distribution, k - 2) <= (1 - level) / 2)
        {
            k -= 2;
        }

        return Math.Max(0, k - 2);

        int Even(int c) => (pairs - c) % 2 == 0 ? c : c + 1;
    }
}
