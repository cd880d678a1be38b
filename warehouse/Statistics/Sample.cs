namespace LearningCity.Warehouse.Statistics;

/// <summary>What all statistics do first: drop what is missing and count it, and keep the sums they share.</summary>
internal static class Sample
{
    /// <summary>Decimals to which decimals are rounded before they are compared, so that a rate that came out of a division keeps its ties.</summary>
    private const int TieDecimals = 12;

    /// <summary>The values that are there.</summary>
    /// <exception cref="ArgumentException">A value is NaN or infinite: missing is null.</exception>
    public static double[] Present(ReadOnlySpan<double?> values)
    {
        var kept = new List<double>(values.Length);
        foreach (var value in values)
        {
            if (value is { } number)
            {
                kept.Add(Finite(number));
            }
        }

        return [.. kept];
    }

    /// <summary>The pairs that have both values.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or a value is NaN or infinite.</exception>
    public static (double[] X, double[] Y) Pairs(ReadOnlySpan<double?> x, ReadOnlySpan<double?> y)
    {
        SameLength(x.Length, y.Length);
        var (keptX, keptY) = (new List<double>(x.Length), new List<double>(x.Length));
        for (var i = 0; i < x.Length; i++)
        {
            if (x[i] is { } a && y[i] is { } b)
            {
                keptX.Add(Finite(a));
                keptY.Add(Finite(b));
            }
        }

        return ([.. keptX], [.. keptY]);
    }

    /// <summary>The pairs that have both values, rounded for ties.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static (decimal[] X, decimal[] Y) Pairs(ReadOnlySpan<decimal?> x, ReadOnlySpan<decimal?> y)
    {
        SameLength(x.Length, y.Length);
        var (keptX, keptY) = (new List<decimal>(x.Length), new List<decimal>(x.Length));
        for (var i = 0; i < x.Length; i++)
        {
            if (x[i] is { } a && y[i] is { } b)
            {
                keptX.Add(ForTies(a));
                keptY.Add(ForTies(b));
            }
        }

        return ([.. keptX], [.. keptY]);
    }

    /// <summary>The rows without a missing value; each row must have as many values as <paramref name="columns"/>.</summary>
    public static double[][] CompleteRows(IReadOnlyList<IReadOnlyList<double?>> rows, int columns)
    {
        var kept = new List<double[]>(rows.Count);
        foreach (var row in rows)
        {
            SameLength(row.Count, columns);
            if (row.All(value => value.HasValue))
            {
                kept.Add([.. row.Select(value => Finite(value!.Value))]);
            }
        }

        return [.. kept];
    }

    public static decimal ForTies(decimal value) => decimal.Round(value, TieDecimals, MidpointRounding.AwayFromZero);

    public static double Mean(ReadOnlySpan<double> values)
    {
        // Around the first value, so that the mean of equal numbers is that number and large offsets cost no digits.
        var origin = values[0];
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value - origin;
        }

        return origin + sum / values.Length;
    }

    /// <summary>Σ (x − x̄)(y − ȳ).</summary>
    public static double CrossProduct(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var (meanX, meanY) = (Mean(x), Mean(y));
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            sum += (x[i] - meanX) * (y[i] - meanY);
        }

        return sum;
    }

    public static double SumOfSquares(ReadOnlySpan<double> values) => CrossProduct(values, values);

    /// <summary>Whether the values differ by no more than rounding leaves behind.</summary>
    public static bool AllEqual(ReadOnlySpan<double> values)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        return values.Length == 0 || high - low <= 1e-12 * Math.Max(Math.Abs(low), Math.Abs(high));
    }

    public static double[] Differences(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var differences = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            differences[i] = x[i] - y[i];
        }

        return differences;
    }

    /// <summary>The middle value, or the mean of the middle two; sorts the array.</summary>
    public static double MedianInPlace(double[] values)
    {
        Array.Sort(values);
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : values[middle - 1] / 2 + values[middle] / 2;
    }

    /// <summary>Mid-ranks, doubled so that they are whole numbers: 1, 2.5, 2.5, 4 become 2, 5, 5, 8.</summary>
    public static int[] DoubledMidRanks(ReadOnlySpan<decimal> values)
    {
        var sorted = values.ToArray();
        var order = Enumerable.Range(0, sorted.Length).ToArray();
        Array.Sort(sorted, order);
        var ranks = new int[sorted.Length];
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            for (end = start + 1; end < sorted.Length && sorted[end] == sorted[start];)
            {
                end++;
            }

            for (var i = start; i < end; i++)
            {
                ranks[order[i]] = start + 1 + end;
            }
        }

        return ranks;
    }

    /// <summary>Sizes of the groups of equal values, in ascending order of the value.</summary>
    public static int[] TieSizes(ReadOnlySpan<decimal> values) =>
        [.. values.ToArray().GroupBy(value => value).OrderBy(group => group.Key).Select(group => group.Count())];

    public static double Finite(double value) =>
        double.IsFinite(value) ? value : throw new ArgumentException("A value is NaN or infinite; a missing value is null.", nameof(value));

    public static void SameLength(int left, int right)
    {
        if (left != right)
        {
            throw new ArgumentException($"The two sides have different lengths: {left} and {right}.");
        }
    }
}
