using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Questions;

/// <summary>The reliability of the panel on one indicator, or on the total.</summary>
/// <param name="Indicator">total for the total.</param>
/// <param name="Crossed">Whether every expert scored every district; an ICC is given only then.</param>
/// <param name="IccA1">One expert's score, absolute agreement, with F interval.</param>
/// <param name="IccAk">The mean of the panel.</param>
/// <param name="KrippendorffAlpha">Interval α; cells may be missing.</param>
/// <param name="WithinSd">Pooled SD of the experts within a district, rate; a ceiling collapses an ICC but not this.</param>
public sealed record PanelRow(
    string Indicator, string? Dimension, string? NumberZh, string LabelZh, string LabelEn, int Districts, int Experts, int Cells, bool Crossed,
    double? IccA1, double? IccA1Low, double? IccA1High, double? IccAk, double? IccAkLow, double? IccAkHigh, double? KrippendorffAlpha, double? WithinSd);

/// <param name="Severity">Rate; positive scores higher than the other experts on the same cells. They sum to zero.</param>
/// <param name="N">Scores that the expert gave.</param>
public sealed record SeverityRow(string Expert, double? Severity, double? SeverityLow, double? SeverityHigh, int N);

/// <summary>The ranking with severity taken out, beside the official one.</summary>
/// <param name="Points">Official total.</param>
/// <param name="Rank">By it, among the districts that can be adjusted.</param>
/// <param name="PlacesMoved">Positive is up.</param>
public sealed record AdjustedRow(
    string District, string NameZh, string NameEn, decimal? Points, double? AdjustedPoints, int? Rank, int? AdjustedRank, int? PlacesMoved);

/// <param name="Rows">In the framework's order.</param>
/// <param name="Overall">The experts' totals; null when no expert is named in the round.</param>
/// <param name="Severity">By expert; empty when withheld.</param>
/// <param name="Adjusted">By adjusted rank; empty when the severities are withheld.</param>
public sealed record PanelAnswer(
    string Snapshot, string Round, IReadOnlyList<PanelRow> Rows, PanelRow? Overall, IReadOnlyList<SeverityRow> Severity,
    IReadOnlyList<AdjustedRow> Adjusted, IReadOnlyList<WithheldRow> Withheld);

/// <summary>How far do the experts of a round agree, and would the ranking be another without their severity?</summary>
public static class Panels
{
    private const string Sql = """
        select
            p.code as indicator, i.dimension, i.number_zh, coalesce(i.label_zh, '总分') as label_zh, coalesce(i.label_en, 'Total') as label_en,
            p.districts, p.experts, p.cells, p.crossed,
            p.icc_a1 as IccA1, p.icc_a1_low as IccA1Low, p.icc_a1_high as IccA1High, p.icc_ak as IccAk, p.icc_ak_low as IccAkLow, p.icc_ak_high as IccAkHigh,
            p.krippendorff_alpha, p.within_sd
        from rpt_panel_reliability p
        join dim_round o using (round)
        left join dim_indicator i on i.framework = o.framework and i.indicator = p.code and p.scope = 'indicator'
        left join dim_dimension m on m.framework = o.framework and m.dimension = i.dimension
        where p.round = $round
        order by coalesce(m.position, 0), i.position
        """;

    private const string AdjustedSql = """
        select a.district, d.name_zh, d.name_en, a.points, a.adjusted_points, a.rank, a.adjusted_rank, a.places_moved
        from rpt_severity_adjusted a
        join dim_district d using (district)
        where a.round = $round
        order by a.adjusted_rank nulls last, a.rank, a.district
        """;

    /// <returns>Empty rows when no district was evaluated in the round.</returns>
    public static PanelAnswer Ask(SnapshotReader s, string round)
    {
        var rows = s.Query<PanelRow>(Sql, new { round });
        return new(
            s.Info.Id, round, [.. rows.Where(r => r.NumberZh is not null)], rows.FirstOrDefault(r => r.NumberZh is null),
            s.Query<SeverityRow>(
                "select expert, severity, severity_low, severity_high, n from rpt_expert_severity where round = $round order by expert", new { round }),
            s.Query<AdjustedRow>(AdjustedSql, new { round }),
            WithheldStatistics.Ask(s, round, "rpt_panel_reliability", "rpt_expert_severity", "rpt_severity_adjusted"));
    }
}
