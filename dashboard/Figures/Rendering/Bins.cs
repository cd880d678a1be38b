namespace LearningCity.Dashboard.Figures.Rendering;

/// <summary>Five bins of about equal number, for the sequential colours; equal values never part.</summary>
public static class Bins
{
    /// <summary>The bin, 1 to 5, of each value: 5 holds the highest fifth. Null stays null.</summary>
    public static IReadOnlyList<int?> Fifths(IReadOnlyList<decimal?> values)
    {
        var known = values.Where(v => v is not null).Select(v => v!.Value).ToList();
        return [.. values.Select(v => v is { } value ? (int?)Bin(value, known) : null)];
    }

    /// <summary>Least and greatest value of each bin that holds any.</summary>
    public static IReadOnlyList<(int Bin, decimal Low, decimal High)> Ranges(IReadOnlyList<decimal?> values)
    {
        var bins = Fifths(values);
        return [.. values.Select((v, i) => (Value: v, Bin: bins[i])).Where(p => p.Bin is not null)
            .GroupBy(p => p.Bin!.Value).OrderBy(g => g.Key).Select(g => (g.Key, g.Min(p => p.Value!.Value), g.Max(p => p.Value!.Value)))];
    }

    private static int Bin(decimal value, List<decimal> known)
    {
        // The middle place of those that tie decides for all of them.
        var below = known.Count(v => v < value);
        var same = known.Count(v => v == value);
        var place = (below + (same - 1) / 2.0) / Math.Max(1, known.Count - 1);
        return known.Count == 1 ? 5 : Math.Min(5, 1 + (int)(place * 5));
    }
}
