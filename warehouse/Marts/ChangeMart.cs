using Dapper;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Marts;

/// <summary>Whether the districts as a whole changed from an earlier round to this one, for the total, each dimension and each indicator.
/// Rounds are compared within a segment of rpt_trend alone; what a change of framework parts is withheld.</summary>
public static class ChangeMart
{
    private const string Mart = "rpt_round_change";

    /// <summary>Districts that two rounds must share for one to be compared with the other, so that a re-evaluation of few is passed over.</summary>
    private const int LeastShared = 3;

    private const string Sql = """
        select round, district, scope, code, segment, points, max_points
        from rpt_trend
        where district <> '' and points is not null
        """;

    public static IEnumerable<object?[]> Rows(MartInput input) => Of(input).Where(c => input.Rounds.Contains(c.Key)).SelectMany(c => c.Value.Rows);

    internal static IReadOnlyDictionary<string, ChangeOfRound> Of(MartInput input) =>
        input.Memory.Of(string.Join('\n', input.Rounds), () => Compute(input)).Rounds;

    private static Changes Compute(MartInput input)
    {
        var series = input.Connection.Query<Point>(Sql).ToLookup(p => (p.Scope, p.Code));
        var order = input.Catalog.Rounds.Select((r, n) => (r.Code, n)).ToDictionary(r => r.Code, r => r.n);
        var result = new Dictionary<string, ChangeOfRound>();
        foreach (var round in input.Rounds)
        {
            var reasons = new Reasons(round, Mart);
            var found = Codes(input.Catalog, input.Catalog.Round(round)!.Framework)
                .Select(code => Course.Of(code.Scope, code.Code, round, series[code], order)).Where(c => c is not null).Select(c => c!).ToList();
            var tests = found.ConvertAll(c => c.Changes());
            var corrected = Corrected(found, tests);
            result[round] = new([.. found.Select((c, i) => Row(round, c, tests[i], corrected[i], reasons))], reasons);
        }
        return new(result);
    }

    /// <summary>q within a scope: the total is one test, the dimensions are some, the indicators many.</summary>
    private static Statistic<Estimate>[] Corrected(List<Course> courses, List<Statistic<SignedRankTest>> tests)
    {
        var q = new Statistic<Estimate>[courses.Count];
        foreach (var scope in Enumerable.Range(0, courses.Count).GroupBy(i => courses[i].Scope))
        {
            int[] members = [.. scope];
            var adjusted = BenjaminiHochberg.Adjust([.. members.Select(i => tests[i].Value?.P.Value)]);
            for (var i = 0; i < members.Length; i++)
                q[members[i]] = adjusted[i];
        }
        return q;
    }

    private static object?[] Row(string round, Course course, Statistic<SignedRankTest> test, Statistic<Estimate> q, Reasons reasons)
    {
        var code = course.Code;
        var (before, after) = (course.Before, course.After);
        double?[] x = [.. before.Select(r => (double?)r)], y = [.. after.Select(r => (double?)r)];
        var sigma = Convergence.Sigma(x, y);
        var refusal = course.Refusal;
        var order = course.Scope == Crosswalk.IndicatorScope ? null : Mobility.Of(before, after);
        var page = course.Page();
        return
        [
            round, course.Scope, code, course.Previous, course.Shared, test.Value?.NEffective ?? 0,
            test.IsGiven ? (double)test.Value.V : reasons.Note<double>("v", code, test.Withheld),
            reasons.Value("p", code, test, t => t.P.Value), reasons.Value("q", code, q), test.IsGiven ? Reasons.Significant(test.Value.LeastP) : null,
            reasons.Value("hodges_lehmann", code, test, t => t.HodgesLehmann.Value), reasons.Value("rank_biserial", code, test, t => t.RankBiserial.Value),
            reasons.Value("sd_before", code, Or(refusal, sigma.SdBefore)), reasons.Value("sd_after", code, Or(refusal, sigma.SdAfter)),
            reasons.Value("pitman_morgan_t", code, Or(refusal, sigma.T)), reasons.Value("pitman_morgan_p", code, Or(refusal, sigma.P)),
            reasons.Value("beta", code, Or(refusal, Convergence.Beta(x, y))),
            .. order is null ? [null, null, null, null, null] : new object?[]
            {
                reasons.Value("spearman", code, Or(refusal, order.Spearman), s => s.Coefficient.Value), reasons.Value("spearman_p", code, Or(refusal, order.Spearman), s => s.P.Value),
                reasons.Value("kendall_tau_b", code, Or(refusal, order.KendallTauB), s => s.Coefficient.Value), reasons.Value("kendall_tau_b_p", code, Or(refusal, order.KendallTauB), s => s.P.Value),
                reasons.Value("mean_rank_change", code, Or(refusal, order.MeanRankChange)),
            },
            course.PageRounds.Count, page.Value?.Districts ?? 0,
            page.IsGiven ? (double)page.Value.L : reasons.Note<double>("page_l", code, page.Withheld),
            reasons.Value("page_rising_p", code, page, p => p.RisingP.Value), reasons.Value("page_falling_p", code, page, p => p.FallingP.Value),
            reasons.Value("page_p", code, page, p => p.TwoSidedP.Value),
        ];
    }

    private static Statistic<T> Or<T>(Withheld? refusal, Statistic<T> statistic) where T : class => refusal is null ? statistic : refusal;

    private static IEnumerable<(string Scope, string Code)> Codes(CityCatalog catalog, string framework) =>
    [
        (Crosswalk.Total, Crosswalk.Total),
        .. catalog.DimensionsOf(framework).Select(d => (Crosswalk.DimensionScope, d.Code)),
        .. catalog.IndicatorsOf(framework).Select(i => (Crosswalk.IndicatorScope, i.Code)),
    ];

    private sealed record Changes(IReadOnlyDictionary<string, ChangeOfRound> Rounds);

    internal sealed record Point(string Round, string District, string Scope, string Code, string Segment, decimal Points, decimal MaxPoints)
    {
        /// <summary>From the points: rates to 6 decimals would part changes that are equal.</summary>
        public decimal Rate => Points / MaxPoints;
    }

    /// <summary>One series up to one round: the earlier round it is compared with, and the rates of the districts in both.</summary>
    private sealed record Course(
        string Scope, string Code, string? Previous, Withheld? Refusal, IReadOnlyList<string> Districts, Dictionary<string, Dictionary<string, decimal>> Rates,
        string Round, IReadOnlyList<string> PageRounds)
    {
        public decimal?[] Before => [.. Districts.Select(d => Rate(Previous, d))];

        public decimal?[] After => [.. Districts.Select(d => Rate(Round, d))];

        public int Shared => Refusal is null ? Districts.Count(d => Rate(Previous, d) is not null && Rate(Round, d) is not null) : 0;

        public static Course? Of(string scope, string code, string round, IEnumerable<Point> points, Dictionary<string, int> order)
        {
            var all = points.ToList();
            var now = all.Where(p => p.Round == round).ToList();
            if (now.Count == 0)
                return null;
            var segment = now[0].Segment;
            var here = now.Select(p => p.District).ToHashSet();
            var earlier = all.Where(p => order[p.Round] < order[round]).GroupBy(p => p.Round).OrderByDescending(r => order[r.Key]).ToList();
            var previous = earlier.FirstOrDefault(r => r.Count(p => here.Contains(p.District)) >= LeastShared) ?? earlier.FirstOrDefault();
            var comparable = previous?.First().Segment == segment;
            var rates = all.Where(p => p.Segment == segment).GroupBy(p => p.Round).ToDictionary(r => r.Key, r => r.ToDictionary(p => p.District, p => p.Rate));
            List<string> page =
            [
                .. earlier.Where(r => r.First().Segment == segment && 2 * r.Count(p => here.Contains(p.District)) >= here.Count).Select(r => r.Key).Reverse(), round,
            ];
            return new(
                scope, code, previous?.Key, previous is null ? Withheld.TooFew(1, 2) : comparable ? null : Withheld.FrameworkBreak(),
                [.. here.Union(comparable ? previous!.Select(p => p.District) : []).Order(StringComparer.Ordinal)], rates, round, page);
        }

        public Statistic<SignedRankTest> Changes() =>
            Refusal is null ? WilcoxonSignedRank.Of(After, Before) : Refusal;

        public Statistic<PageTest> Page() => PageTrend.Of(
            [.. Districts.Where(d => Rate(Round, d) is not null).Select(d => (IReadOnlyList<decimal?>)[.. PageRounds.Select(r => Rate(r, d))])]);

        private decimal? Rate(string? round, string district) =>
            round is not null && Rates.TryGetValue(round, out var rates) && rates.TryGetValue(district, out var rate) ? rate : null;
    }
}

internal sealed record ChangeOfRound(IReadOnlyList<object?[]> Rows, Reasons Reasons);
