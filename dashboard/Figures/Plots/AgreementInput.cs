namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>Self against expert on the rate scale (0–1), after Bland and Altman: difference over mean.</summary>
/// <param name="Bias">Mean of self − expert; null when withheld.</param>
/// <param name="LimitLow">Bias − 1.96 s; null when withheld.</param>
/// <param name="Withheld">Why lines are missing; null when they are there.</param>
public sealed record AgreementInput(
    IReadOnlyList<RatePair> Districts,
    double? Bias, double? LimitLow, double? LimitHigh,
    double? BiasLow = null, double? BiasHigh = null,
    string? Withheld = null);

/// <summary>Two rates, 0–1; null where one is incomplete.</summary>
public sealed record RatePair(Named District, decimal? Self, decimal? Expert);
