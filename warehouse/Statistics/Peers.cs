using System.Globalization;

namespace LearningCity.Warehouse.Statistics;

/// <summary>What makes two districts comparable.</summary>
/// <param name="Rates">Score rates (0–1), one an indicator, in the same order for all; null where missing.</param>
public sealed record PeerProfile(string District, string Zone, string ZoneZh, string ZoneEn, IReadOnlyList<double?> Rates);

/// <summary>One peer.</summary>
/// <param name="Distance">Root mean square difference of the score rates (0–1); n is the indicators that both have.</param>
public sealed record Peer(string District, Statistic<Estimate> Distance);

/// <summary>The peers of a district, and why these. Empty when it has none.</summary>
public sealed record PeerGroup(string District, IReadOnlyList<Peer> Peers, string ReasonZh, string ReasonEn);

/// <summary>
/// Peers by zone, or the nearest by d = √(Σ (a_j − b_j)²/m) over the m indicators that both districts have (rates, 0–1).
/// Equal distances are ordered by district code; a district is never its own peer.
/// </summary>
public static class Peers
{
    /// <summary>All other districts of the zone, the nearest first.</summary>
    /// <exception cref="ArgumentException">There is no such district.</exception>
    public static PeerGroup ByZone(string district, IReadOnlyList<PeerProfile> profiles)
    {
        var own = Find(district, profiles);
        var peers = Ordered(own, profiles.Where(p => p.Zone == own.Zone));
        return new PeerGroup(
            district,
            peers,
            Text($"同属{own.ZoneZh}，共{peers.Count}个区。"),
            Text($"In the same zone, {own.ZoneEn}: {peers.Count} districts."));
    }

    /// <summary>The <paramref name="count"/> nearest districts; those with no indicator in common are left out.</summary>
    /// <exception cref="ArgumentException">There is no such district.</exception>
    public static PeerGroup Nearest(string district, IReadOnlyList<PeerProfile> profiles, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var own = Find(district, profiles);
        var peers = Ordered(own, profiles).Where(p => p.Distance.IsGiven).Take(count).ToList();
        var indicators = own.Rates.Count(r => r.HasValue);
        return new PeerGroup(
            district,
            peers,
            Text($"{indicators}项指标得分率的均方根距离最小的{peers.Count}个区。"),
            Text($"The {peers.Count} districts nearest by root mean square distance of the score rates over {indicators} indicators."));
    }

    /// <summary>√ of the mean squared difference over the indicators that both have; withheld when there are none.</summary>
    public static Statistic<Estimate> Distance(ReadOnlySpan<double?> left, ReadOnlySpan<double?> right)
    {
        var (x, y) = Sample.Pairs(left, right);
        if (x.Length == 0)
        {
            return Withheld.NoData();
        }

        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            sum += (x[i] - y[i]) * (x[i] - y[i]);
        }

        return Estimate.Finite(Math.Sqrt(sum / x.Length), x.Length, Methods.PeerDistance, left.Length - x.Length);
    }

    private static List<Peer> Ordered(PeerProfile own, IEnumerable<PeerProfile> profiles) =>
        [.. profiles
            .Where(p => p.District != own.District)
            .Select(p => new Peer(p.District, Distance(own.Rates.ToArray(), p.Rates.ToArray())))
            .OrderBy(p => p.Distance.IsGiven ? Math.Round(p.Distance.Value.Value, 12) : double.PositiveInfinity)
            .ThenBy(p => p.District, StringComparer.Ordinal)];

    private static PeerProfile Find(string district, IReadOnlyList<PeerProfile> profiles) =>
        profiles.SingleOrDefault(p => p.District == district)
        ?? throw new ArgumentException($"There is no district {district}.", nameof(district));

    private static string Text(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
