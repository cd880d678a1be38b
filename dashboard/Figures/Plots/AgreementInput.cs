using LearningCity.Warehouse.Statistics;

namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>Self against expert on the rate scale (0–1), after Bland and Altman: difference over mean.</summary>
/// <param name="Bias">Mean of self − expert; null when withheld.</param>
/// <param name="LimitLow">Bias − 1.96 s; null when withheld.</param>
/// <param name="Withheld">Why lines are missing; null when they are there.</param>
public sealed record AgreementInput(
    IReadOnlyList<RatePair> Districts,
    double? Bias, double? LimitLow, double? LimitHigh,
    double? BiasLow = null, double? BiasHigh = null,
    string? Withheld = null)
{
    /// <summary>With the bias and limits of <see cref="BlandAltman"/>.</summary>
    public static AgreementInput Of(IReadOnlyList<RatePair> districts, FigureLanguage language)
    {
        var limits = BlandAltman.Of([.. districts.Select(d => (double?)d.Self)], [.. districts.Select(d => (double?)d.Expert)]);
        var why = limits.LowerLimit.Withheld;
        return new(
            districts, limits.Bias.Value?.Value, limits.LowerLimit.Value?.Value, limits.UpperLimit.Value?.Value,
            limits.Bias.Value?.Interval?.Low, limits.Bias.Value?.Interval?.High, language == FigureLanguage.Zh ? why?.Zh : why?.En);
    }
}

/// <summary>Two rates, 0–1; null where one is incomplete.</summary>
public sealed record RatePair(Named District, decimal? Self, decimal? Expert);
