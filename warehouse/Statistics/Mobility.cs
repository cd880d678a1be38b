namespace LearningCity.Warehouse.Statistics;

/// <summary>How far the order of the districts has changed between two rounds.</summary>
/// <param name="N">Districts with a total in both rounds.</param>
/// <param name="Excluded">Districts with a total in one of them.</param>
/// <param name="MeanRankChange">Mean |Δrank| in ranks.</param>
public sealed record MobilityResult(
    int N, int Excluded, Statistic<RankCorrelationTest> Spearman, Statistic<RankCorrelationTest> KendallTauB, Statistic<Estimate> MeanRankChange);

/// <summary>
/// Spearman's ρ, Kendall's τ-b and the mean absolute change of competition ranks. Districts that are not ranked in both rounds
/// are left out, and the others ranked anew among themselves, so that a newcomer moves nobody. Without data withheld.
/// </summary>
public static class Mobility
{
    /// <param name="before">Totals of the earlier round; null where the district is not ranked.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static MobilityResult Of(ReadOnlySpan<decimal?> before, ReadOnlySpan<decimal?> after)
    {
        Sample.SameLength(before.Length, after.Length);
        var present = 0;
        for (var i = 0; i < before.Length; i++)
        {
            present += before[i] is null && after[i] is null ? 0 : 1;
        }

        var (x, y) = Sample.Pairs(before, after);
        var (n, excluded) = (x.Length, present - x.Length);
        var (a, b) = (Ranking.Competition([.. x]), Ranking.Competition([.. y]));
        return new MobilityResult(
            n,
            excluded,
            RankCorrelation.Spearman(before, after),
            RankCorrelation.KendallTauB(before, after),
            n == 0
                ? Withheld.NoData()
                : new Estimate(a.Zip(b, (p, q) => Math.Abs(p!.Rank - q!.Rank)).Average(), n, Methods.RankChange, excluded));
    }
}
