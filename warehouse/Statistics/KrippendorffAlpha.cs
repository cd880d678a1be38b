namespace LearningCity.Warehouse.Statistics;

/// <summary>
/// Krippendorff's α for interval data, without unit: α = 1 − D_o/D_e. D_o = (1/n) Σ_u Σ_{i≠j}(x_ui − x_uj)²/(m_u − 1) over
/// units with m_u ≥ 2 scores, D_e = Σ over all ordered pairs of the n pairable scores of (x − x′)²/(n(n − 1)). Missing cells
/// are left out; units with fewer than two scores are excluded and counted. Negative values mean disagreement beyond
/// chance. Withheld for fewer than 3 pairable units and when all pairable scores are equal.
/// Reference: Krippendorff 2004, Content Analysis, 2nd ed., ch. 11.
/// </summary>
public static class KrippendorffAlpha
{
    /// <param name="units">One list a unit (district), with the scores of its experts in any order; null where missing.</param>
    /// <returns>α; n is the number of pairable units.</returns>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    public static Statistic<Estimate> Interval(IReadOnlyList<IReadOnlyList<double?>> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        var pairable = units.Select(unit => Sample.Present([.. unit])).Where(unit => unit.Length >= 2).ToArray();
        if (pairable.Length < 3)
        {
            return Withheld.TooFew(pairable.Length, 3);
        }

        double[] all = [.. pairable.SelectMany(unit => unit)];
        if (Sample.AllEqual(all))
        {
            return Withheld.NoVariance();
        }

        // Σ over ordered pairs of (x − x′)² is 2·m·(sum of squares about the mean).
        var observed = pairable.Sum(unit => 2 * unit.Length * Sample.SumOfSquares(unit) / (unit.Length - 1)) / all.Length;
        var expected = 2 * Sample.SumOfSquares(all) / (all.Length - 1);
        return Estimate.Finite(1 - observed / expected, pairable.Length, Methods.Krippendorff, units.Count - pairable.Length);
    }
}
