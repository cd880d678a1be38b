using MathNet.Numerics;

namespace LearningCity.Warehouse.Statistics;

/// <summary>
/// Tail probabilities and quantiles of the distributions in use, all from the regularised incomplete beta function and the
/// complementary error function. Quantiles are found by bisection, which cannot leave its bracket at extreme degrees of freedom.
/// </summary>
internal static class Distributions
{
    /// <summary>The 97.5 % point of the normal distribution, as the formulas of Bland and Altman write it.</summary>
    public const double RoundedNormal = 1.96;

    /// <summary>P(Z ≥ z).</summary>
    public static double NormalUpperTail(double z) => SpecialFunctions.Erfc(z / Math.Sqrt(2)) / 2;

    /// <summary>z with P(|Z| ≤ z) = <paramref name="level"/>.</summary>
    public static double NormalTwoSidedQuantile(double level) => Math.Sqrt(2) * SpecialFunctions.ErfInv(level);

    /// <summary>P(|T| ≥ |t|) with <paramref name="df"/> degrees of freedom.</summary>
    public static double StudentTwoSided(double t, double df) =>
        SpecialFunctions.BetaRegularized(df / 2, 0.5, df / (df + t * t));

    /// <summary>t with P(|T| ≤ t) = <paramref name="level"/>.</summary>
    public static double StudentTwoSidedQuantile(double level, double df) => Math.Sqrt(FisherQuantile(level, 1, df));

    /// <summary>f with P(F ≤ f) = <paramref name="probability"/>; the degrees of freedom need not be whole.</summary>
    public static double FisherQuantile(double probability, double df1, double df2)
    {
        // y = df2/(df1·f + df2) has a beta distribution with the degrees exchanged; small y keeps its digits where f is large.
        var (low, high) = (0.0, 1.0);
        for (var step = 0; step < 2000 && high - low > double.Epsilon; step++)
        {
            var middle = low + (high - low) / 2;
            if (middle <= low || middle >= high)
            {
                break;
            }

            if (SpecialFunctions.BetaRegularized(df2 / 2, df1 / 2, middle) < 1 - probability)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return df2 * (1 - high) / (df1 * high);
    }
}
