namespace LearningCity.Dashboard.Figures.Rendering;

/// <summary>Round numbers for a ruler.</summary>
public static class Ticks
{
    /// <summary>Limits that hold all values with room around, and round ticks within them.</summary>
    /// <param name="about">How many ticks there is room for.</param>
    /// <param name="floor">What no limit goes below, such as no rate below 0.</param>
    public static (double Low, double High, IReadOnlyList<double> At) Around(
        IEnumerable<double> values, int about, double floor = double.NegativeInfinity, double ceiling = double.PositiveInfinity, double least = 0)
    {
        var all = values.ToList();
        var (low, high) = all.Count == 0 ? (0, 1) : (all.Min(), all.Max());
        var span = Math.Max(Math.Max(high - low, least), 1e-9);
        var middle = (low + high) / 2;
        (low, high) = (Math.Min(low, middle - span / 2), Math.Max(high, middle + span / 2));
        var step = Step(span / Math.Max(1, about - 1));
        (low, high) = (Math.Max(floor, Math.Floor(Round(low / step)) * step), Math.Min(ceiling, Math.Ceiling(Round(high / step)) * step));
        if (high - low < step) (low, high) = low - step >= floor ? (low - step, high) : (low, high + step);
        return (low, high, Within(low, high, step));
    }

    public static string Show(double tick) => FigureNumbers.Tick(tick);

    /// <summary>1, 2 or 5 times a power of ten, not below the least.</summary>
    public static double Step(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        foreach (var times in new[] { 1.0, 2, 5 })
        {
            if (times * power >= least * (1 - 1e-9)) return times * power;
        }

        return 10 * power;
    }

    public static IReadOnlyList<double> Within(double low, double high, double step)
    {
        var first = Math.Ceiling(Round(low / step));
        var last = Math.Floor(Round(high / step));
        return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => Math.Round((first + i) * step, 9))];
    }

    private static double Round(double value) => Math.Round(value, 6);
}
