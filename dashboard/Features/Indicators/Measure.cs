using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Features.Indicators;

/// <summary>What the cells of the heat table show.</summary>
public enum Measure
{
    Rate,
    Gap,
    Change,
    Rank,
}

public static class Measures
{
    /// <summary>Word of the show parameter.</summary>
    public static string Key(this Measure measure) => measure switch
    {
        Measure.Gap => "gap",
        Measure.Change => "change",
        Measure.Rank => "rank",
        _ => "rate",
    };

    public static readonly IReadOnlyList<string> Keys = [.. Enum.GetValues<Measure>().Select(Key)];

    public static Measure Parse(string key) => Enum.GetValues<Measure>().First(m => m.Key() == key);

    /// <summary>A cell's value: a rate or a difference of rates; for ranks the rank.</summary>
    public static CellValue Of(this Measure measure, Rater of) => measure switch
    {
        Measure.Gap => CellValue.GapRate,
        Measure.Change => CellValue.ChangeRate,
        Measure.Rank => CellValue.Rank,
        _ => of == Rater.Self ? CellValue.SelfRate : CellValue.ExpertRate,
    };

    /// <summary>A district's value over all indicators.</summary>
    public static decimal? Total(this Measure measure, RankingRow row) => measure switch
    {
        Measure.Gap => row.GapPoints / row.MaxPoints,
        Measure.Change => row.Rate - row.PreviousRate,
        Measure.Rank => row.Rank,
        _ => row.Rate,
    };
}
