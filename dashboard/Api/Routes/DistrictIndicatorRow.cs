using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Api.Routes;

/// <summary>A district's result on one indicator, and the distribution over its peers.</summary>
public sealed record DistrictIndicatorRow(
    string Indicator, string Dimension, string NumberZh, string LabelZh, string LabelEn, decimal MaxPoints,
    decimal? SelfPoints, decimal? ExpertPoints, decimal? SelfRate, decimal? ExpertRate, decimal? GapPoints, decimal? GapRate,
    decimal? PointsLost, int? Rank, int N,
    decimal? MinRate, decimal? Q1Rate, decimal? MedianRate, decimal? Q3Rate, decimal? MaxRate, IReadOnlyList<string> BestDistricts)
{
    public static DistrictIndicatorRow Of(ProfileIndicator indicator)
    {
        var r = indicator.Result;
        return new(
            r.Indicator, r.Dimension, r.NumberZh, r.LabelZh, r.LabelEn, r.MaxPoints,
            r.SelfPoints, r.ExpertPoints, r.SelfRate, r.ExpertRate, r.GapPoints, r.GapRate,
            r.PointsLost, r.Rank, indicator.N,
            indicator.MinRate, indicator.Q1Rate, indicator.MedianRate, indicator.Q3Rate, indicator.MaxRate, indicator.BestDistricts);
    }
}
