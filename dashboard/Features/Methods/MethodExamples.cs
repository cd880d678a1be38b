using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Features.Methods;

/// <summary>The numbers of each worked example, by the code of its method; null where the round cannot carry it.</summary>
public static class MethodExamples
{
    /// <summary>The example in a sentence, or why there is none; null for a method without an example.</summary>
    public static string? Of(string method, MethodData data, MethodText saying)
    {
        var words = new Words(saying);
        var values = Values(method, data, words, saying);
        return values is null
            ? saying.Say("example.withheld", Reason(method, data))
            : saying.Say("example." + method, [.. values]);
    }

    private static object[]? Values(string method, MethodData d, Words w, MethodText saying) =>
        RankValues(method, d) ?? AgreementValues(method, d, w) ?? PanelValues(method, d) ?? ChangeValues(method, d, w, saying);

    private static object[]? RankValues(string method, MethodData d)
    {
        var round = d.Text.Pick(d.Round.NameZh, d.Round.NameEn);
        return (method, d.Summary, d.Peers?.Positions[0]) switch
        {
            ("mean", { MeanPoints: { } mean } s, _) => [round, s.CompleteExpert, Format.Points(mean)],
            ("sd", { Sd: { } sd } s, _) => [round, s.CompleteExpert, Words.Ratio(sd)],
            ("quartiles", _, { Median: { } median } p) =>
                [d.Name(d.Peers!.District), p.N, Words.Percent(p.LowerQuartile), Words.Percent(median), Words.Percent(p.UpperQuartile)],
            ("peer-z", _, { Z: { } z } p) => [d.Name(d.Peers!.District), Format.Rate(p.Rate), Words.Ratio(z)],
            ("peer-distance", _, _) when d.Peers is { Peers: [{ } near, ..] } peers =>
                [d.Name(peers.District), d.Name(near.District), Words.Spread(near.Distance), near.Indicators],
            ("ranks", _, _) when d.Ranked is [.., { } last] => [d.Name(last.District), Format.Points(last.Points), d.Ranked.Count(r => r.Points > last.Points), last.Rank!],
            ("next-rank", _, _) when d.Profile?.Next is { } next => [d.Name(d.Profile.Ranking.District), next.Rank, d.Text.List([.. next.Districts.Select(d.Name)]), Format.Points(next.Points)],
            ("rank-interval", _, _) when Widest(d, r => r.RankHigh - r.RankLow) is { } r =>
                [d.Name(r.District), r.Rank!, d.Certainty.Draws!, Format.Range(r.RankLow!.Value, r.RankHigh!.Value), Words.Percent(r.PTop3)],
            ("pair-probability", _, _) when d.Certainty.Pairs.MinBy(p => Math.Abs(p.PAbove - 0.5)) is { } pair =>
                [d.Name(pair.District), d.Name(pair.Other), Words.Percent(pair.PAbove), Words.Percent(pair.PTied)],
            ("leave-one-out", _, _) when Widest(d, r => r.WithoutIndicatorWorst - r.WithoutIndicatorBest) is { WithoutExpertBest: { } best } r =>
                [d.Name(r.District), r.Rank!, Format.Range(best, r.WithoutExpertWorst!.Value), Format.Range(r.WithoutIndicatorBest!.Value, r.WithoutIndicatorWorst!.Value)],
            ("reweighting", _, _) when d.Reweighted.Rows.Where(r => r.PlacesMoved is not null).MaxBy(r => Math.Abs(r.PlacesMoved!.Value)) is { } moved =>
                [d.Name(moved.District), moved.OfficialRank!, moved.Rank!],
            ("what-if", _, _) when d.WhatIf is { After: { Rank: { } rank } after } => [d.Name(d.WhatIf.District), Format.Points(after.Points), rank],
            _ => null,
        };
    }

    private static object[]? AgreementValues(string method, MethodData d, Words w)
    {
        var s = d.Agreement.Summary;
        var tests = d.Agreement.Indicators.Where(i => i.P is not null).ToList();
        var clearest = tests.OrderBy(i => i.P).ThenByDescending(i => Math.Abs(i.HodgesLehmann ?? 0)).FirstOrDefault();
        return method switch
        {
            "bland-altman" when s.LimitLow is not null => [s.N, Words.Signed(s.Bias), Words.Signed(s.BiasLow), Words.Signed(s.BiasHigh), Words.Signed(s.LimitLow), Words.Signed(s.LimitHigh)],
            "pearson" when s.Pearson is not null => [Words.Ratio(s.Pearson), Words.Ratio(s.PearsonLow), Words.Ratio(s.PearsonHigh)],
            "concordance" when s.Ccc is not null => [Words.Ratio(s.Ccc), Words.Ratio(s.Pearson), Words.Ratio(s.BiasCorrection)],
            "wilcoxon" when clearest is not null => [Label(d, clearest), clearest.NEffective, Words.Whole(clearest.V), w.P(clearest.P)],
            "wilcoxon-normal" when clearest is not null => [tests.Max(t => t.NEffective)],
            "hodges-lehmann" when clearest is not null => [Label(d, clearest), Words.Signed(clearest.HodgesLehmann)],
            "rank-biserial" when clearest is not null => [Label(d, clearest), Words.Ratio(clearest.RankBiserial)],
            "benjamini-hochberg" when clearest is not null => [tests.Count, w.P(clearest.P), w.P(clearest.Q)],
            "decomposition" when s.GapMean is not null => Decomposition(d, s),
            _ => null,
        };
    }

    private static object[] Decomposition(MethodData d, AgreementSummary s)
    {
        var district = d.Agreement.Districts.Where(r => r.Effect is not null).MaxBy(r => r.Effect)!;
        var indicator = d.Agreement.Indicators.Where(i => i.Effect is not null).MaxBy(i => i.Effect)!;
        return
        [
            Words.Signed(s.GapMean), d.Name(district.District), Words.Signed(district.Effect), Label(d, indicator), Words.Signed(indicator.Effect),
            Words.Spread(s.GapResidualSd),
        ];
    }

    private static object[]? PanelValues(string method, MethodData d)
    {
        var (panel, scale) = (d.Panel.Overall, d.Scales is [var whole, ..] ? whole : null);
        var items = d.Indicators.Where(i => i.ItemTotal is not null).OrderBy(i => i.ItemTotal).ToList();
        return method switch
        {
            "icc" when panel is { IccA1: { } icc } => [panel.Districts, panel.Experts, Words.Ratio(icc), Words.Ratio(panel.IccA1Low), Words.Ratio(panel.IccA1High), Words.Ratio(panel.IccAk)],
            "krippendorff" when panel?.KrippendorffAlpha is { } alpha => [Words.Ratio(alpha)],
            "within-cell-sd" when panel?.WithinSd is { } within => [Words.Spread(within)],
            "severity" when d.Panel is { Severity: { Count: > 0 } severity, Adjusted: { Count: > 0 } adjusted } =>
            [
                severity.Count, Words.Signed(severity.Min(e => e.Severity)), Words.Signed(severity.Max(e => e.Severity)), adjusted.Max(a => Math.Abs(a.PlacesMoved ?? 0)),
            ],
            "ceiling-floor" when d.Indicators.Where(i => i.CeilingShare is not null).MaxBy(i => i.CeilingShare) is { } top => [Label(d, top), Format.Rate(top.CeilingShare)],
            "variance-share" when d.Indicators.Where(i => i.VarianceShare is not null).MaxBy(i => i.VarianceShare) is { } share => [Label(d, share), Words.Percent(share.VarianceShare)],
            "item-rest" when items.Count > 0 => [Label(d, items[^1]), Words.Ratio(items[^1].ItemTotal), Label(d, items[0]), Words.Ratio(items[0].ItemTotal)],
            "cronbach-alpha" when scale?.CronbachAlpha is { } a => [scale.Indicators, scale.N, Words.Ratio(a), Words.Ratio(scale.CronbachAlphaLow), Words.Ratio(scale.CronbachAlphaHigh)],
            "gini" when scale?.Gini is { } gini => [Words.Ratio(gini)],
            "importance-performance" when scale?.ImportanceLine is { } line => [Words.Ratio(line), Words.Percent(scale.PerformanceLine), d.Indicators.Count(i => i.Quadrant == "concentrate")],
            _ => null,
        };
    }

    private static object[]? ChangeValues(string method, MethodData d, Words w, MethodText saying)
    {
        var (c, trend) = (d.TotalChange, d.Trend);
        return method switch
        {
            "mann-kendall" when trend.S is { } s => [trend.N, s, w.P(trend.MinimumP), trend.Tested ? "" : saying["nottested"]],
            "mann-kendall-normal" when trend.N > 0 => [trend.N],
            "theil-sen" when trend.Slope is { } slope => [Words.Signed(slope)],
            "page" when c?.PageP is { } p => [c.PageRounds, c.PageN, Words.Whole(c.PageL), w.P(p)],
            "page-normal" when c is not null => [c.PageN],
            "pitman-morgan" when c?.PitmanMorganT is { } t => [Words.Spread(c.SdBefore), Words.Spread(c.SdAfter), Words.Ratio(t), w.P(c.PitmanMorganP)],
            "beta-convergence" when c?.Beta is { } beta => [Words.Ratio(beta)],
            "spearman" when c?.Spearman is { } rho => [Words.Ratio(rho), w.P(c.SpearmanP)],
            "spearman-t" when c?.Spearman is not null => [c.N, saying[c.N > 10 ? "byt" : "exact"]],
            "kendall-tau-b" when c?.KendallTauB is { } tau => [Words.Ratio(tau), w.P(c.KendallTauBP)],
            "kendall-tau-b-normal" when c?.KendallTauB is not null => [c.N],
            "rank-change" when c?.MeanRankChange is { } change => [c.N, Words.Ratio(change)],
            _ => null,
        };
    }

    /// <summary>Why the statistic of a method is withheld in this round, in the words of the warehouse.</summary>
    private static string Reason(string method, MethodData d)
    {
        var field = method switch
        {
            "icc" => "iccA1",
            "krippendorff" => "krippendorffAlpha",
            "within-cell-sd" => "withinSd",
            "severity" => "severity",
            "bland-altman" => "limitLow",
            "concordance" => "ccc",
            "leave-one-out" => "withoutExpertBest",
            "rank-interval" => "rankLow",
            "pitman-morgan" => "pitmanMorganT",
            "beta-convergence" => "beta",
            "page" => "pageP",
            _ => method,
        };
        return d.Reasons.FirstOrDefault(r => r.Statistic == field && r.Code == PageReading.Total) is { } reason
            ? d.Text.Pick(reason.Zh, reason.En)
            : d.Text.Pick(Warehouse.Statistics.Withheld.NoData().Zh, Warehouse.Statistics.Withheld.NoData().En);
    }

    private static RankCertaintyRow? Widest(MethodData d, Func<RankCertaintyRow, int?> width) =>
        d.Certainty.Rows.Where(r => width(r) is not null && r.RankLow is not null).MaxBy(r => width(r));

    private static string Label(MethodData d, AgreementIndicator i) => d.Text.Pick($"{i.NumberZh} {i.LabelZh}", $"{i.Indicator} {i.LabelEn}");

    private static string Label(MethodData d, IndicatorSummaryRow i) => d.Text.Pick($"{i.NumberZh} {i.LabelZh}", $"{i.Indicator} {i.LabelEn}");
}
