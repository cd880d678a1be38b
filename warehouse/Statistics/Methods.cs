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
        "5 %–95 % of ranks over 2,000 draws (above 3,000 districts 6 million ÷ districts, at least 100); weight w → w·(1 + 0.25·U(−1, 1)), renormalised within the dimension; experts redrawn within the panel",
        "Saisana, Saltelli & Tarantola 2005, JRSS A 168, 307–323");

    public static Method PairProbability { get; } = new(
        "pair-probability", "两区孰先的概率", "P(A above B)", "draws with A ranked above B ÷ draws, from the draws of the rank intervals",
        "Saisana, Saltelli & Tarantola 2005, JRSS A 168, 307–323");

    public static Method NextRank { get; } = new("next-rank", "距上一名的差距", "Points to the next rank", "next higher total − own total, points");

    public static Method Reweighting { get; } = new(
        "reweighting", "按其他权重的排名", "Ranking under other weights", "Σ w_j·(points_j ÷ max_j) ÷ Σ w_j; a dimension counts as asked, its indicators keep their proportions");

    public static Method WhatIf { get; } = new(
        "what-if", "假设分析", "What if", "total, rank and rank interval with assumed points, all other districts unchanged");

    public static Method BlandAltman { get; } = new(
        "bland-altman", "平均差和一致性界限", "Bias and limits of agreement",
        "d = self − expert; d̄ ± t·s/√n; limits d̄ ± 1.96 s, each with SE s·√(1/n + 1.96²/(2(n − 1)))",
        "Bland & Altman 1986, The Lancet 327, 307–310");

    public static Method Pearson { get; } = new(
        "pearson", "皮尔逊相关系数", "Pearson's r", "s_xy / (s_x s_y); interval tanh(artanh r ± 1.96/√(n − 3))", "Fisher 1921, Metron 1, 3–32");

    public static Method Concordance { get; } = new(
        "concordance", "林氏一致性相关系数", "Lin's concordance correlation",
        "ρ_c = 2 s_xy / (s_x² + s_y² + (x̄ − ȳ)²), moments with 1/n; C_b = ρ_c / r",
        "Lin 1989, Biometrics 45, 255–268");

    public static Method Wilcoxon { get; } = new(
        "wilcoxon", "威尔科克森符号秩检验（精确）", "Wilcoxon signed-rank test, exact",
        "V = Σ ranks of |d| with d > 0, zeros dropped, mid-ranks; p = 2·min(P(V ≤ v), P(V ≥ v)) over all 2ⁿ signs",
        "Wilcoxon 1945, Biometrics Bulletin 1, 80–83");

    public static Method WilcoxonNormal { get; } = new(
        "wilcoxon-normal", "威尔科克森符号秩检验（正态近似）", "Wilcoxon signed-rank test, normal approximation",
        "z = (|V − T/2| − ½) / √(Σ rank²/4), above 300 differences",
        "Wilcoxon 1945, Biometrics Bulletin 1, 80–83");

    public static Method HodgesLehmann { get; } = new(
        "hodges-lehmann", "霍奇斯-莱曼位移", "Hodges–Lehmann shift",
        "median of (d_i + d_j)/2, i ≤ j, over the non-zero differences",
        "Hodges & Lehmann 1963, Annals of Mathematical Statistics 34, 598–611");

    public static Method RankBiserial { get; } = new(
        "rank-biserial", "秩二列相关", "Matched-pairs rank-biserial correlation", "(2V − T)/T, T = n(n + 1)/2", "Kerby 2014, Comprehensive Psychology 3, 1");

    public static Method BenjaminiHochberg { get; } = new(
        "benjamini-hochberg", "错误发现率校正", "Benjamini–Hochberg q",
        "q_(i) = min over k ≥ i of m·p_(k)/k",
        "Benjamini & Hochberg 1995, JRSS B 57, 289–300");

    public static Method Decomposition { get; } = new(
        "decomposition", "双向分解", "Two-way decomposition", "d_ij = μ + district_i + indicator_j + e_ij, least squares, effects sum to zero", "Searle 1971, Linear Models");

    public static Method Icc { get; } = new(
        "icc", "组内相关系数", "Intraclass correlation",
        "ICC(A,1) = (BMS − EMS) / (BMS + (k − 1)EMS + k(JMS − EMS)/n); ICC(A,k) = (BMS − EMS) / (BMS + (JMS − EMS)/n); F intervals",
        "Shrout & Fleiss 1979, Psychological Bulletin 86, 420–428; McGraw & Wong 1996, Psychological Methods 1, 30–46");

    public static Method Krippendorff { get; } = new(
        "krippendorff", "克里彭多夫α（等距）", "Krippendorff's α, interval", "1 − D_o/D_e over squared differences of pairable scores", "Krippendorff 2004, Content Analysis, ch. 11");

    public static Method WithinCellSd { get; } = new(
        "within-cell-sd", "专家间标准差", "Within-cell SD", "√( Σ_c Σ(x − x̄_c)² / Σ_c(m_c − 1) ) over cells with at least two experts");

    public static Method Severity { get; } = new(
        "severity", "专家宽严度", "Severity of experts",
        "score = μ + target + expert + ε, least squares, effects sum to zero; positive scores higher",
        "Searle 1971, Linear Models");

    public static Method CronbachAlpha { get; } = new(
        "cronbach-alpha", "克龙巴赫α", "Cronbach's alpha",
        "k/(k − 1)·(1 − Σs_j²/s_T²); Feldt interval 1 − (1 − α)·F(n − 1, (n − 1)(k − 1)); a formative index may rightly have a low α",
        "Cronbach 1951, Psychometrika 16, 297–334; Feldt 1965, Psychometrika 30, 357–370");

    public static Method ItemRest { get; } = new(
        "item-rest", "校正的题总相关", "Corrected item–total correlation", "r of an indicator with the sum of the others; Fisher interval", "Nunnally & Bernstein 1994, Psychometric Theory");

    public static Method VarianceShare { get; } = new(
        "variance-share", "方差贡献", "Share of variance", "Cov(s_j, T) / Var(T); the shares add to 1");

    public static Method Gini { get; } = new(
        "gini", "失分的基尼系数", "Gini of points lost", "Σ(2i − n − 1)·x_(i) / (n·Σx)", "Gini 1912, Variabilità e mutabilità");

    public static Method CeilingFloor { get; } = new(
        "ceiling-floor", "满分率和零分率", "Ceiling and floor share",
        "share of scores at max points, and at 0; flagged from 15 %",
        "Terwee et al. 2007, Journal of Clinical Epidemiology 60, 34–42");

    public static Method ImportancePerformance { get; } = new(
        "importance-performance", "重要性—表现", "Importance and performance", "max points against score rate, lines at the means of both",
        "Martilla & James 1977, Journal of Marketing 41, 77–79");

    public static Method MannKendall { get; } = new(
        "mann-kendall", "曼-肯德尔趋势检验（精确）", "Mann–Kendall test, exact", "S = Σ sign(x_j − x_i), i < j; p over all orders of the values", "Mann 1945, Econometrica 13, 245–259");

    public static Method MannKendallNormal { get; } = new(
        "mann-kendall-normal", "曼-肯德尔趋势检验（正态近似）", "Mann–Kendall test, normal approximation",
        "z = (|S| − 1)/√Var(S) with ties, above 100 rounds",
        "Kendall 1975, Rank Correlation Methods");

    public static Method TheilSen { get; } = new(
        "theil-sen", "泰尔-森斜率", "Theil–Sen slope", "median of (x_j − x_i)/(t_j − t_i); interval for n ≥ 6", "Sen 1968, JASA 63, 1379–1389");

    public static Method Page { get; } = new(
        "page", "佩奇趋势检验（精确）", "Page's L, exact", "L = Σ j·R_j; p by convolution of the districts' distributions", "Page 1963, JASA 58, 216–230");

    public static Method PageNormal { get; } = new(
        "page-normal", "佩奇趋势检验（正态近似）", "Page's L, normal approximation", "z = (L − E(L))/√Var(L) with ties", "Page 1963, JASA 58, 216–230");

    public static Method Spearman { get; } = new(
        "spearman", "斯皮尔曼ρ", "Spearman's rho", "Pearson's r of mid-ranks; p over all permutations up to n = 10", "Spearman 1904, American Journal of Psychology 15, 72–101");

    public static Method SpearmanStudent { get; } = new(
        "spearman-t", "斯皮尔曼ρ（t近似）", "Spearman's rho, t approximation", "t = ρ√((n − 2)/(1 − ρ²)), n > 10", "Spearman 1904, American Journal of Psychology 15, 72–101");

    public static Method KendallTauB { get; } = new(
        "kendall-tau-b", "肯德尔τ-b", "Kendall's tau-b", "S/√((pairs − ties x)(pairs − ties y)); p exact", "Kendall 1945, Biometrika 33, 239–251");

    public static Method KendallTauBNormal { get; } = new(
        "kendall-tau-b-normal", "肯德尔τ-b（正态近似）", "Kendall's tau-b, normal approximation", "z = S/√Var(S) with ties on both sides", "Kendall 1975, Rank Correlation Methods");

    public static Method PitmanMorgan { get; } = new(
        "pitman-morgan", "皮特曼-摩根检验", "Pitman–Morgan test", "t = r√((n − 2)/(1 − r²)), r = corr(x − y, x + y)", "Pitman 1939, Biometrika 31, 9–12");

    public static Method BetaConvergence { get; } = new(
        "beta-convergence", "β收敛斜率", "Beta slope", "slope of the change on the earlier value, as description only", "Barro & Sala-i-Martin 1992, Journal of Political Economy 100, 223–251");

    public static Method RankChange { get; } = new("rank-change", "平均名次变动", "Mean change of rank", "mean |Δrank| over the districts ranked in both rounds");

    public static Method LeaveOneOut { get; } = new(
        "leave-one-out", "逐一剔除", "Leave one out", "range of ranks without each expert, or each indicator, in turn");
}
