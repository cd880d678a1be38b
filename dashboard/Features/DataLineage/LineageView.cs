using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Features.DataLineage;

/// <summary>Where one score of one district in one round came from.</summary>
/// <param name="District">Null while none is chosen, as <paramref name="Indicator"/>.</param>
/// <param name="Result">What the scores come to; null without any.</param>
/// <param name="Values">By rater and expert: the value in force first, then earlier ones.</param>
public sealed record LineageView(
    Round Round, District? District, Indicator? Indicator, IndicatorResultRow? Result, IReadOnlyList<LineageRow> Values, string? Lead)
{
    public bool Chosen => District is not null && Indicator is not null;

    public static LineageView Read(PageReading reading)
    {
        var (district, indicator) = (reading.District(reading.Url["district"]), reading.Indicator(reading.Url["indicator"]));
        if (district is null || indicator is null)
            return new LineageView(reading.Round, district, indicator, null, [], null);

        var values = Lineage.Ask(reading.Snapshot, reading.Round.Code, district.Code, indicator.Code).Rows;
        var result = IndicatorResults.Ask(reading.Snapshot, reading.Round.Code, district.Code, indicator.Code).Rows is [var found] ? found : null;
        return new LineageView(reading.Round, district, indicator, result, values, Sentence(result, values, reading.Text));
    }

    /// <summary>What the panel's score is and how it came about; from how many files; how many values were corrected or retracted.</summary>
    internal static string Sentence(IndicatorResultRow? result, IReadOnlyList<LineageRow> values, Text text)
    {
        if (values.Count == 0)
            return text["data.lineage.none"];

        var said = new List<string>
        {
            result?.ExpertPoints is not { } points ? text["data.lineage.unscored"]
            : result.ExpertSource == "mean" ? text.Say("data.lineage.mean", Format.Points(points), Format.Count(result.Experts))
            : text.Say("data.lineage.panel", Format.Points(points)),
            text.Count("data.lineage.files", values.Where(v => v.InForce).Select(v => v.SourceFile).Distinct().Count()),
        };
        var ended = values.Count(v => !v.InForce);
        said.Add(ended == 0 ? text["data.lineage.unchanged"] : text.Count("data.lineage.ended", ended));
        return string.Join(text["sentence.between"], said);
    }
}
