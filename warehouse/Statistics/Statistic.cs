using System.Diagnostics.CodeAnalysis;

namespace LearningCity.Warehouse.Statistics;

/// <summary>Either a value or the reason for which it is withheld; never both, never neither.</summary>
/// <typeparam name="T">A record that describes the value, such as <see cref="Estimate"/>.</typeparam>
public sealed record Statistic<T> where T : class
{
    private Statistic(T? value, Withheld? withheld)
    {
        Value = value;
        Withheld = withheld;
    }

    /// <summary>The value, or null when <see cref="Withheld"/> says why there is none.</summary>
    public T? Value { get; }

    /// <summary>The reason, or null when there is a <see cref="Value"/>.</summary>
    public Withheld? Withheld { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Withheld))]
    public bool IsGiven => Value is not null;

    /// <summary>The value, for a caller that has already looked.</summary>
    /// <exception cref="InvalidOperationException">The statistic is withheld.</exception>
    public T Required => Value ?? throw new InvalidOperationException(Withheld!.En);

    /// <summary>Computes from the value; a withheld statistic keeps its reason.</summary>
    public Statistic<TOther> Then<TOther>(Func<T, Statistic<TOther>> next) where TOther : class
    {
        ArgumentNullException.ThrowIfNull(next);
        return IsGiven ? next(Value) : Withheld;
    }

#pragma warning disable CA2225 // The conversions are the constructors: `return estimate;` and `return Withheld.TooFew(…);`.
    public static implicit operator Statistic<T>(T value) => new(value ?? throw new ArgumentNullException(nameof(value)), null);

    public static implicit operator Statistic<T>(Withheld withheld) =>
        new(null, withheld ?? throw new ArgumentNullException(nameof(withheld)));
#pragma warning restore CA2225
}
