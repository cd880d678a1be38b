using LearningCity.Warehouse.Marts;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Questions;

/// <summary>A peer of a district, the nearest first.</summary>
/// <param name="Distance">Root mean square difference of the score rates over <paramref name="Indicators"/> that both have; null without any.</param>
public sealed record PeerRow(string District, string NameZh, string NameEn, double? Distance, int Indicators);

/// <summary>A district's rate among those of its peers, on the total or one indicator.</summary>
/// <param name="Code">total for the total.</param>
/// <param name="Rate">Null where not scored, or incomplete in total; then all but n is null.</param>
/// <param name="N">Peers with a rate; the district itself is not among them.</param>
/// <param name="Place">Competition rank among the district and these, with <paramref name="SharedBy"/> how many.</param>
/// <param name="Z">(rate − mean) ÷ SD of the peers, from 5 peers on.</param>
public sealed record PeerPositionRow(
    string Code, string LabelZh, string LabelEn, decimal? Rate, int N, double? LowerQuartile, double? Median, double? UpperQuartile, double? Best,
    int? Place, int? SharedBy, double? Z);

/// <summary>Whom to learn from on an indicator on which a district is below the middle of its peers.</summary>
/// <param name="Median">Of the peers.</param>
/// <param name="PointsBehind">Points to the best of them.</param>
/// <param name="Peers">The peers with the highest rate.</param>
/// <param name="City">All districts of the round with the highest rate.</param>
public sealed record LearnFromRow(
    string Indicator, string NumberZh, string LabelZh, string LabelEn, decimal Rate, double Median, decimal BestRate, decimal PointsBehind,
    IReadOnlyList<string> Peers, decimal CityBestRate, IReadOnlyList<string> City)
{
    /// <summary>How many of the indicators, those furthest behind first, would give more than some points if the best of the peers were matched.</summary>
    /// <returns>Null when all together do not.</returns>
    public static int? Reach(IReadOnlyList<LearnFromRow> rows, decimal points)
    {
        var sum = 0m;
        for (var i = 0; i < rows.Count; i++)
        {
            sum += rows[i].PointsBehind;
            if (sum > points)
                return i + 1;
        }
        return null;
    }
}

/// <param name="By">zone or nearest.</param>
/// <param name="Quarter">Quarter of all ranked districts that the total is in, 1 is best; ties stay together; null when not ranked.</param>
/// <param name="Positions">The total, then the indicators in the framework's order.</param>
/// <param name="LearnFrom">Most points behind first.</param>
public sealed record PeerComparison(
    string Snapshot, string Round, string District, string By, string WhyZh, string WhyEn, IReadOnlyList<PeerRow> Peers, int? Quarter,
    IReadOnlyList<PeerPositionRow> Positions, IReadOnlyList<LearnFromRow> LearnFrom, IReadOnlyList<WithheldRow> Withheld);

/// <summary>Who are a district's peers and why, where does it stand among them, and whom can it learn from?</summary>
public static class PeerComparisons
{
    public const string Zone = DistrictProfiles.Zone;
    public const string Nearest = DistrictProfiles.Nearest;

    /// <summary>How many districts count as the nearest.</summary>
    public const int Near = 5;

    /// <param name="by">zone or nearest.</param>
    /// <returns>Null when the district has no score in this round.</returns>
    /// <exception cref="ArgumentException"><paramref name="by"/> is neither.</exception>
    public static PeerComparison? Ask(SnapshotReader s, string district, string round, string by = Zone, int count = Near)
    {
        if (by is not (Zone or Nearest))
            throw new ArgumentException($"Peers are by zone or nearest, not {by}", nameof(by));
        var scores = RoundScores.Of(s, round, panel: false);
        if (scores.Districts.FirstOrDefault(d => d.District == district) is not { } own)
            return null;
        var group = GroupOf(s, scores, district, by, count);
        var among = group.Peers.Select(p => scores.Districts.First(d => d.District == p.District)).ToList();
        var withheld = new List<WithheldRow>();
        return new(
            s.Info.Id, round, district, by, group.ReasonZh, group.ReasonEn,
            [.. group.Peers.Select(p => new PeerRow(
                p.District, s.Catalog.District(p.District)!.NameZh, s.Catalog.District(p.District)!.NameEn, Rounded(p.Distance.Value?.Value), p.Distance.Value?.N ?? 0))],
            Position.QuantileGroups([.. scores.Districts.Select(Total)], 4)[scores.Districts.ToList().IndexOf(own)],
            [
                Place(RoundScores.Total, "总分", "Total", TotalRate(scores, own), among.ConvertAll(d => TotalRate(scores, d)), withheld),
                .. scores.Indicators.Select((i, j) => Place(
                    i.Code, i.LabelZh, i.LabelEn, own.Expert[j] / i.MaxPoints, among.ConvertAll(d => d.Expert[j] / i.MaxPoints), withheld)),
            ],
            [.. LearnFrom(scores, own, among).OrderByDescending(l => l.PointsBehind)], withheld);
    }

    /// <summary>The peers by code, and why these.</summary>
    internal static PeerGroup GroupOf(SnapshotReader s, RoundScores scores, string district, string by, int count = Near)
    {
        List<PeerProfile> profiles =
        [
            .. scores.Districts.Select(d => (Cells: d, District: s.Catalog.District(d.District)!)).Select(d => new PeerProfile(
                d.District.Code, d.District.Zone, d.District.ZoneZh, d.District.ZoneEn,
                [.. scores.Indicators.Select((i, j) => (double?)(d.Cells.Expert[j] / i.MaxPoints))])),
        ];
        return by == Zone ? Peers.ByZone(district, profiles) : Peers.Nearest(district, profiles, count);
    }

    private static PeerPositionRow Place(
        string code, string zh, string en, decimal? rate, List<decimal?> peers, List<WithheldRow> withheld)
    {
        var position = Position.Against((double?)rate, [.. peers.Select(p => (double?)p)]);
        if (!position.IsGiven)
            withheld.Add(WithheldRow.Of("place", position.Withheld, code));
        else if (!position.Value.Z.IsGiven)
            withheld.Add(WithheldRow.Of("z", position.Value.Z.Withheld, code));
        var found = position.Value;
        return new(
            code, zh, en, rate is null ? null : Rounded(rate.Value), peers.Count(p => p.HasValue), Rounded(found?.Peers.LowerQuartile.Value), Rounded(found?.Peers.Median.Value), Rounded(found?.Peers.UpperQuartile.Value),
            Rounded(found?.Peers.Most), found?.Place.Rank, found?.Place.SharedBy, Rounded(found?.Z.Value?.Value));
    }

    private static IEnumerable<LearnFromRow> LearnFrom(RoundScores scores, DistrictCells own, List<DistrictCells> among)
    {
        for (var j = 0; j < scores.Indicators.Count; j++)
        {
            var (indicator, column) = (scores.Indicators[j], j);
            var present = among.Where(d => d.Expert[column].HasValue).ToList();
            if (own.Expert[j] is not { } points || present.Count == 0)
                continue;
            var median = Descriptive.Of([.. present.Select(d => (double?)(d.Expert[column] / indicator.MaxPoints))]).Required.Median.Value;
            var rate = points / indicator.MaxPoints;
            if ((double)rate >= median)
                continue;
            var (best, peers) = Best(present, column);
            var (cityBest, city) = Best(scores.Districts.Where(d => d.Expert[column].HasValue), column);
            yield return new(
                indicator.Code, indicator.NumberZh, indicator.LabelZh, indicator.LabelEn, Rounded(rate), Reasons.Significant(median),
                Rounded(best / indicator.MaxPoints), best - points, peers, Rounded(cityBest / indicator.MaxPoints), city);
        }
    }

    private static (decimal Points, IReadOnlyList<string> Districts) Best(IEnumerable<DistrictCells> districts, int column)
    {
        var all = districts.ToList();
        var best = all.Max(d => d.Expert[column]!.Value);
        return (best, [.. all.Where(d => d.Expert[column] == best).Select(d => d.District)]);
    }

    private static decimal? Total(DistrictCells district) => district.Expert.All(p => p.HasValue) ? district.Expert.Sum() : null;

    private static decimal? TotalRate(RoundScores scores, DistrictCells district) => Total(district) / scores.Indicators.Sum(i => i.MaxPoints);

    private static double? Rounded(double? value) => value is { } number ? Reasons.Significant(number) : null;

    private static decimal Rounded(decimal rate) => Math.Round(rate, 6, MidpointRounding.AwayFromZero);
}
