namespace LearningCity.Warehouse.Statistics;

/// <summary>A value against those of the peers, in the unit of the values.</summary>
/// <param name="Value">The district's own value.</param>
/// <param name="Peers">Median, quartiles and extremes of the peers, without the district itself.</param>
/// <param name="Place">Competition rank among the district and its peers together, the highest value first.</param>
/// <param name="Z">(value − mean)/SD of the peers; withheld for fewer than 5 peers.</param>
public sealed record PeerPosition(double Value, Summary Peers, Place Place, Statistic<Estimate> Z);

/// <summary>
/// Position against peers. z = (x − x̄)/s over the peers without the district, only for n ≥ 5; withheld when the peers are all
/// equal. Quantile groups are made from ranks, so that ties stay together: group = ⌊(rank − 1)·q/n⌋ + 1.
/// </summary>
public static class Position
{
    private const int LeastForZ = 5;

    /// <summary>Withheld when the district or all peers have no value.</summary>
    public static Statistic<PeerPosition> Against(double? own, ReadOnlySpan<double?> peers)
    {
        if (own is not { } value)
        {
            return Withheld.NoData();
        }

        Sample.Finite(value);
        var x = Sample.Present(peers);
        var excluded = peers.Length - x.Length;
        return Descriptive.Of(peers).Then<PeerPosition>(summary => new PeerPosition(
            value,
            summary,
            new Place(1 + x.Count(p => p > value), 1 + x.Count(p => p == value)),
            Z(value, x, excluded)));
    }

    /// <summary>The quantile group of each total, 1 is best; null totals have none. Ties share a group.</summary>
    /// <param name="groups">4 for quarters.</param>
    public static IReadOnlyList<int?> QuantileGroups(ReadOnlySpan<decimal?> totals, int groups)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        var places = Ranking.Competition(totals);
        var n = places.Count(p => p is not null);
        return [.. places.Select(p => p is null ? (int?)null : (int)((p.Rank - 1L) * groups / n) + 1)];
    }

    private static Statistic<Estimate> Z(double value, double[] peers, int excluded)
    {
        if (peers.Length < LeastForZ)
        {
            return Withheld.TooFew(peers.Length, LeastForZ);
        }

        return Sample.AllEqual(peers)
            ? Withheld.NoVariance()
            : Estimate.Finite(
                (value - Sample.Mean(peers)) / Math.Sqrt(Sample.SumOfSquares(peers) / (peers.Length - 1)),
                peers.Length,
                Methods.PeerZ,
                excluded);
    }
}
