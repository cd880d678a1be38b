namespace LearningCity.Warehouse.Statistics;

/// <summary>
/// Kendall's S, pairs in the same order minus pairs in opposite orders, in n log n: in the order of the first side (ties by the
/// second) the pairs in opposite orders are the exchanges that sorting by the second side would take; the rest follows from the ties.
/// Reference: Knight 1966, Journal of the American Statistical Association 61, 436–439.
/// </summary>
internal static class KendallScore
{
    /// <param name="tiedX">Pairs that are equal on the first side; <paramref name="tiedY"/> on the second.</param>
    public static long Of(ReadOnlySpan<decimal> x, ReadOnlySpan<decimal> y, long tiedX, long tiedY)
    {
        var points = new (decimal X, decimal Y)[x.Length];
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = (x[i], y[i]);
        }

        Array.Sort(points);
        var (tiedBoth, run) = (0L, 0L);
        for (var i = 1; i < points.Length; i++)
        {
            run = points[i] == points[i - 1] ? run + 1 : 0;
            tiedBoth += run;
        }

        var opposite = Exchanges(Array.ConvertAll(points, p => p.Y), new decimal[points.Length]);
        return x.Length * (x.Length - 1L) / 2 - tiedX - tiedY + tiedBoth - 2 * opposite;
    }

    /// <summary>Pairs that stand in falling order; sorts the values.</summary>
    private static long Exchanges(Span<decimal> values, Span<decimal> spare)
    {
        if (values.Length < 2)
        {
            return 0;
        }

        var middle = values.Length / 2;
        var exchanges = Exchanges(values[..middle], spare) + Exchanges(values[middle..], spare);
        var (left, right) = (0, middle);
        for (var place = 0; place < values.Length; place++)
        {
            if (right == values.Length || (left < middle && values[left] <= values[right]))
            {
                spare[place] = values[left++];
            }
            else
            {
                // Smaller than all that are left of the left half.
                exchanges += middle - left;
                spare[place] = values[right++];
            }
        }

        spare[..values.Length].CopyTo(values);
        return exchanges;
    }
}
