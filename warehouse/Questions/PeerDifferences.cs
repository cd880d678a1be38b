namespace LearningCity.Warehouse.Questions;

/// <summary>How far a district is from the middle of its peers on one indicator.</summary>
/// <param name="DifferenceRate">Expert rate − median rate of the peers: positive is ahead of them.</param>
/// <param name="DifferencePoints">The same in points of the indicator.</param>
public sealed record PeerDifference(
    string Indicator, string NumberZh, string LabelZh, string LabelEn,
    decimal ExpertRate, decimal MedianRate, decimal DifferenceRate, decimal DifferencePoints);

/// <summary>What does a district do better than its peers, and what worse? At most three of each, furthest from the median first;
/// equal distances by points at stake, then in the framework's order. An indicator at the median is neither.</summary>
public static class PeerDifferences
{
    public const int Listed = 3;

    public static IReadOnlyList<PeerDifference> Strengths(DistrictProfile profile) =>
        [.. Of(profile).Where(d => d.DifferenceRate > 0).OrderByDescending(d => d.DifferenceRate).ThenByDescending(d => d.DifferencePoints).Take(Listed)];

    public static IReadOnlyList<PeerDifference> Weaknesses(DistrictProfile profile) =>
        [.. Of(profile).Where(d => d.DifferenceRate < 0).OrderBy(d => d.DifferenceRate).ThenBy(d => d.DifferencePoints).Take(Listed)];

    private static IEnumerable<PeerDifference> Of(DistrictProfile profile)
    {
        foreach (var indicator in profile.Indicators)
        {
            if (indicator.Result is { ExpertRate: { } rate } result && indicator.MedianRate is { } median)
            {
                yield return new(
                    result.Indicator, result.NumberZh, result.LabelZh, result.LabelEn,
                    rate, median, rate - median, Math.Round((rate - median) * result.MaxPoints, 2, MidpointRounding.AwayFromZero));
            }
        }
    }
}
