using LearningCity.Etl.Validation;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Etl.Recognition;

/// <summary>What a district may send: its own self scores. Judged with everything else, so that a dry run says it and a load holds to it.</summary>
internal static class SenderRules
{
    public static void Apply(Staged staged, CityCatalog catalog, string sender)
    {
        var units = staged.Units.ToDictionary(u => u.Id);
        foreach (var unit in staged.Units.Where(u => u.District is not null && u.District != sender))
            staged.Faults.Add(new(unit.File, unit.Id, Rules.NotYourDistrict)
            {
                Sheet = unit.Sheet,
                Value = catalog.District(unit.District!)?.NameZh ?? unit.District!,
                Expected = Name(catalog, sender),
            });
        foreach (var score in staged.Scores.Where(s => s.Rater == "expert" && (s.Points is not null || s.Value.Length > 0)))
            staged.Faults.Add(new(units[score.Unit].File, score.Unit, Rules.NotYourScore)
            {
                Sheet = score.Sheet,
                Cell = score.Cell,
                Row = score.Row,
                Indicator = score.Indicator,
                Rater = score.Rater,
                Expert = score.Expert,
                Value = score.Value,
            });
    }

    private static Wording Name(CityCatalog catalog, string district) =>
        catalog.District(district) is { } d ? new(d.NameZh, d.NameEn) : new(district, district);
}
