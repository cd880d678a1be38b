using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Etl.Recognition;

/// <summary>Walks down the rows of one table and stages its scores.</summary>
internal sealed class TableWalker(
    CityCatalog catalog, IReadOnlyDictionary<string, IndicatorIndex> indexes, Places places, PlaceContext context,
    Staged staged, int file, Dictionary<(string Table, string Round, string District), StagedUnit> units)
{
    private readonly Dictionary<(string Round, string District), PlaceFound> placed = [];

    /// <param name="number">Number of the table within the file; tables are units of their own.</param>
    /// <param name="expert">The expert that the sheet names; null for none.</param>
    public void Walk(FoundTable table, int number, string? expert)
    {
        var head = table.Head;
        var isPanelSheet = expert is not null || (!head.IsList && head.Scores.Any(s => s.Rater is "expert" && s.Expert is { Length: > 0 }));
        var kind = head.IsList || isPanelSheet ? (head.Has(HeadRole.Rater) ? UnitKind.Tidy : UnitKind.Panel) : UnitKind.Form;
        // The sheets of a panel workbook make one list; every other table stands for itself.
        var key = isPanelSheet && !head.IsList ? "panel" : number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        StagedUnit Unit(PlaceFound place)
        {
            var unitKey = (key, place.Round?.Code ?? "?" + place.RoundText, place.District?.Code ?? "?" + place.DistrictText);
            if (units.TryGetValue(unitKey, out var known))
                return known;
            var unit = staged.AddUnit(file, isPanelSheet ? null : table.Grid.Name, kind, place);
            foreach (var (rule, value, detail) in place.Faults)
                staged.Faults.Add(new(file, unit.Id, rule) { Sheet = table.Grid.Name, Value = value, Detail = detail });
            return units[unitKey] = unit;
        }
        if (head.IsList)
            new ListRows(catalog, indexes, Place, Unit, staged, file, table, expert).Stage();
        else
        {
            var place = places.Find(context);
            new FormRows(catalog, indexes, staged, file, table, expert, place, Unit(place)).Stage();
        }
    }

    private PlaceFound Place(string round, string district)
    {
        if (!placed.TryGetValue((round, district), out var place))
            placed[(round, district)] = place = places.Find(context, round, district);
        return place;
    }
}
