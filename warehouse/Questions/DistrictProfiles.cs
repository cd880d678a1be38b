using LearningCity.Warehouse.Marts;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Questions;

/// <summary>How does one district stand against the others?</summary>
public static class DistrictProfiles
{
    public const string City = "city";
    public const string Zone = "zone";

    /// <summary>The districts nearest by their score rates, see <see cref="PeerComparisons"/>.</summary>
    public const string Nearest = "nearest";

    private const string PeerSql = """
        select
            indicator,
            count(expert_rate)::integer as n,
            min(expert_rate) as min_rate,
            round(quantile_cont(expert_rate::double, 0.25), 6)::decimal(9, 6) as q1_rate,
            round(quantile_cont(expert_rate::double, 0.5), 6)::decimal(9, 6) as median_rate,
            round(quantile_cont(expert_rate::double, 0.75), 6)::decimal(9, 6) as q3_rate,
            max(expert_rate) as max_rate,
            coalesce(string_agg(district, ',' order by district) filter (place = 1), '') as best
        from (
            select *, rank() over (partition by indicator order by expert_rate desc nulls last) as place
            from rpt_indicator_result
            where round = $round and ($members = '' or district in (select unnest(string_split($members, ','))))
        )
        group by indicator
        """;

    private const string HistorySql = """
        select
            k.round, o.name_zh, o.name_en, o.date, o.framework, k.rank, k.ranked,
            k.points, k.max_points, k.rate, r.self_points, r.gap_points, k.complete
        from rpt_ranking k
        join dim_round o using (round)
        join rpt_dimension_result r using (round, district, dimension)
        where k.district = $district and k.dimension = 'total' and k.rater = 'expert'
        order by o.date, k.round
        """;

    /// <param name="peers">city, zone or nearest; the district itself is always among them.</param>
    /// <returns>Null when the district has no score in this round.</returns>
    /// <exception cref="ArgumentException"><paramref name="peers"/> is none of these.</exception>
    public static DistrictProfile? Ask(SnapshotReader s, string district, string round, string peers = City)
    {
        if (peers is not (City or Zone or Nearest))
            throw new ArgumentException($"Peers are city, zone or nearest, not {peers}", nameof(peers));
        var rankings = Rankings.Ask(s, round).Rows;
        if (rankings.FirstOrDefault(r => r.District == district) is not { } own)
            return null;
        var group = peers switch
        {
            City => null,
            Zone => Peers.ByZone(district, [.. rankings.Select(r => new PeerProfile(r.District, r.Zone, r.ZoneZh, r.ZoneEn, []))]),
            _ => PeerComparisons.GroupOf(s, RoundScores.Of(s, round, panel: false), district, peers),
        };
        string[] members = [.. (group?.Peers.Select(p => p.District) ?? rankings.Select(r => r.District).Where(d => d != district)).Append(district).Order(StringComparer.Ordinal)];
        var among = s.Query<Spread>(PeerSql, new { round, members = group is null ? "" : string.Join(',', members) }).ToDictionary(p => p.Indicator);
        var histories = Trends.OfIndicators(s, district).ToLookup(t => t.Code);
        return new(
            s.Info.Id, round, peers,
            members, group?.ReasonZh ?? "本轮参评的所有区。", group?.ReasonEn ?? "All districts of the round.", own, NextOf(own, rankings),
            [.. DimensionResults.Ask(s, round).Rows.Where(r => r.District == district)],
            [.. IndicatorResults.Ask(s, round, district).Rows.Select(r => Indicator(r, among[r.Indicator], [.. histories[r.Indicator]]))],
            s.Query<ProfileRound>(HistorySql, new { district }));
    }

    private static NextRank? NextOf(RankingRow own, IReadOnlyList<RankingRow> rankings)
    {
        var ahead = rankings.Where(r => r.Rank < own.Rank).ToList();
        if (ahead.Count == 0)
            return null;
        var next = ahead.Max(r => r.Rank)!.Value;
        var holders = ahead.Where(r => r.Rank == next).ToList();
        return new(next, holders[0].Points!.Value - own.Points!.Value, [.. holders.Select(r => r.District)]);
    }

    private static ProfileIndicator Indicator(IndicatorResultRow result, Spread peer, IReadOnlyList<TrendRow> history) => new(
        result, peer.N, peer.MinRate, peer.Q1Rate, peer.MedianRate, peer.Q3Rate, peer.MaxRate,
        peer.N == 0 ? [] : peer.Best.Split(',', StringSplitOptions.RemoveEmptyEntries),
        history);

    private sealed record Spread(
        string Indicator, int N, decimal? MinRate, decimal? Q1Rate, decimal? MedianRate, decimal? Q3Rate, decimal? MaxRate, string Best);
}
