namespace LearningCity.Warehouse.Statistics;

/// <summary>One number that says what it is. Always finite.</summary>
/// <param name="Value">The estimate, in the unit its <paramref name="Method"/> names.</param>
/// <param name="N">How many observations (pairs, cells, tests) it rests on.</param>
/// <param name="Method">How it was computed.</param>
/// <param name="Excluded">How many observations were left out because a value was missing.</param>
public sealed record Estimate(double Value, int N, Method Method, int Excluded = 0)
{
    /// <summary>The interval, where the method has one and the data carry it.</summary>
    public Interval? Interval { get; init; }

    /// <summary>Why there is no interval although the method has one.</summary>
    public Withheld? IntervalWithheld { get; init; }

    /// <summary>Makes an estimate, or the reason for which it cannot be given when the arithmetic left the finite numbers.</summary>
    public static Statistic<Estimate> Finite(double value, int n, Method method, int excluded = 0, Interval? interval = null) =>
        double.IsFinite(value)
            ? new Estimate(value, n, method, excluded)
            {
                Interval = interval is not null && double.IsFinite(interval.Low) && double.IsFinite(interval.High) ? interval : null,
            }
            : Withheld.OutOfNumericRange();
}
