using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>A district against all districts, indicator by indicator.</summary>
/// <param name="Peers">Whom it is compared with, in words.</param>
public sealed record SpineInput(Named District, string Peers, IReadOnlyList<SpineRow> Rows);

/// <summary>Rates, 0–1. <paramref name="Worst"/> to <paramref name="Best"/> over the peers; null when nobody has a score.</summary>
public sealed record SpineRow(
    Named Indicator, decimal? Worst, decimal? LowerQuartile, decimal? Median, decimal? UpperQuartile, decimal? Best, decimal? Own, Quarter Quarter = Quarter.Middle)
{
    /// <summary>A row of a district's profile. Where the quartiles fall together nobody is called first or last for being like most.</summary>
    public static SpineRow Of(ProfileIndicator indicator)
    {
        var result = indicator.Result;
        var own = result.ExpertRate;
        var quarter = indicator is not { Q1Rate: { } lower, Q3Rate: { } upper } || own is null || upper == lower ? Quarter.Middle
            : own >= upper ? Quarter.Best : own <= lower ? Quarter.Last : Quarter.Middle;
        return new(
            new(result.Indicator, result.LabelZh, result.LabelEn, result.NumberZh), indicator.MinRate, indicator.Q1Rate, indicator.MedianRate,
            indicator.Q3Rate, indicator.MaxRate, own, quarter);
    }
}

/// <summary>Where the own value stands among the peers.</summary>
public enum Quarter
{
    Last,
    Middle,
    Best,
}
