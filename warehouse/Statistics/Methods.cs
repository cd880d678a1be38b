namespace LearningCity.Warehouse.Statistics;

/// <summary>Every method in use. A statistic that is not listed here has no row on the methods page.</summary>
public static class Methods
{
    public static Method Mean { get; } = new("mean", "平均数", "Mean", "Σx / n");

    public static Method Sd { get; } = new("sd", "标准差", "Standard deviation", "√( Σ(x − x̄)² / (n − 1) )");

    public static Method Quartiles { get; } = new(
        "quartiles", "中位数和四分位数", "Median and quartiles",
        "linear interpolation between order statistics at (n − 1)p + 1 (definition 7)",
        "Hyndman & Fan 1996, The American Statistician 50, 361–365");

    public static Method Ranks { get; } = new(
        "ranks", "排名（并列同名次）", "Competition ranks", "total = Σ points; rank = 1 + number of districts with more points (1, 2, 2, 4)");

    public static Method PeerDistance { get; } = new(
        "peer-distance", "均方根距离", "Root mean square distance", "√( Σ (a_j − b_j)² / m ), rates over the m indicators both have");

    public static Method PeerZ { get; } = new("peer-z", "与同类区相比的标准分", "Standard score against peers", "(x − x̄ of peers) / s of peers, n ≥ 5");

    public static Method RankInterval { get; } = new(
        "rank-interval", "名次区间", "Rank interval",
        "5 %–95 % of ranks over 2,000 draws; weight w → w·(1 + 0.25·U(−1, 1)), renormalised within the dimension; experts redrawn within the panel",
        "Saisana, Saltelli & Tarantola 2005, JRSS A 168, 307–323");
}
