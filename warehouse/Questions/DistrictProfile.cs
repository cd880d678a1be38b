namespace LearningCity.Warehouse.Questions;

/// <summary>One district in one round, held against its peers.</summary>
/// <param name="Peers">city, zone or nearest: who the quartiles are over, the district itself among them.</param>
/// <param name="PeerDistricts">Their codes.</param>
/// <param name="WhyZh">Why these; in English after it.</param>
/// <param name="Next">What it would take to pass the district ranked before; null for the first and for incomplete ones.</param>
/// <param name="Dimensions">The total first.</param>
public sealed record DistrictProfile(
    string Snapshot, string Round, string Peers, IReadOnlyList<string> PeerDistricts, string WhyZh, string WhyEn,
    RankingRow Ranking, NextRank? Next,
    IReadOnlyList<DimensionResultRow> Dimensions,
    IReadOnlyList<ProfileIndicator> Indicators,
    IReadOnlyList<ProfileRound> History);

/// <summary>The next rank up.</summary>
/// <param name="Rank">The rank held by those before.</param>
/// <param name="Points">How many points they are ahead.</param>
/// <param name="Districts">Who holds it.</param>
public sealed record NextRank(int Rank, decimal Points, IReadOnlyList<string> Districts);

/// <summary>The district's result on one indicator among its peers; rates 0 to 1, null where not scored.</summary>
/// <param name="Result">Its rank is among all districts of the round.</param>
/// <param name="N">Peers with an expert score.</param>
/// <param name="BestDistricts">Peers with the highest score.</param>
/// <param name="History">Earlier and present rates, oldest first, carried across frameworks where comparable.</param>
public sealed record ProfileIndicator(
    IndicatorResultRow Result, int N,
    decimal? MinRate, decimal? Q1Rate, decimal? MedianRate, decimal? Q3Rate, decimal? MaxRate,
    IReadOnlyList<string> BestDistricts, IReadOnlyList<TrendRow> History);

/// <summary>One round of the district's own history.</summary>
public sealed record ProfileRound(
    string Round, string NameZh, string NameEn, DateOnly Date, string Framework, int? Rank, int Ranked,
    decimal? Points, decimal MaxPoints, decimal? Rate, decimal? SelfPoints, decimal? GapPoints, bool Complete);
