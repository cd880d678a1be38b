using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Reports.Rules;

/// <summary>How sentences of reports name indicators.</summary>
internal static class Naming
{
    /// <summary>"领导体系与制度机制（一.2）" or "leadership and institutional arrangements (F2)".</summary>
    public static string Indicator(this Text text, string code, string numberZh, string labelZh, string labelEn) =>
        text.IsChinese ? $"{labelZh}（{numberZh}）" : $"{text.Inline(labelZh, labelEn)} ({code})";

    public static string Indicator(this Text text, IndicatorResultRow row) => text.Indicator(row.Indicator, row.NumberZh, row.LabelZh, row.LabelEn);

    public static string Indicator(this Text text, IndicatorSummaryRow row) => text.Indicator(row.Indicator, row.NumberZh, row.LabelZh, row.LabelEn);

    /// <summary>Several indicators.</summary>
    public static string Indicators(this Text text, IEnumerable<IndicatorResultRow> rows) => text.List([.. rows.Select(text.Indicator)]);

    /// <summary>Several indicators, each with a number: "领导体系与制度机制 +7.5、…".</summary>
    public static string Indicators(this Text text, IEnumerable<IndicatorResultRow> rows, Func<IndicatorResultRow, string> number) =>
        text.List([.. rows.Select(r => $"{text.Inline(r.LabelZh, r.LabelEn)}{text.Pick("（", " (")}{number(r)}{text.Pick("）", ")")}")]);

    /// <summary>A reason as part of a sentence, without its own full stop.</summary>
    public static string Within(string reason) => reason.TrimEnd('。', '.');

    public static string Pp(decimal? rate) => Format.Number(rate is { } value ? Math.Abs(value) * 100 : null, 1);
}
