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
        if (table.Head.IsList)
            List(table, number, expert).Stage();
        else
        {
            var place = places.Find(context);
            new FormRows(catalog, indexes, staged, file, table, expert, place, Unit(table, number, expert, place)).Stage();
        }
    }

    /// <summary>The rows of a list, to be staged.</summary>
    public ListRows List(FoundTable table, int number, string? expert) =>
        new(catalog, indexes, Place, place => Unit(table, number, expert, place), staged, file, table, expert);

    /// <summary>The unit of a place in a table; the first time it is asked for, it is staged with the faults of its place.</summary>
    public StagedUnit Unit(FoundTable table, int number, string? expert, PlaceFound place)
    {
        var head = table.Head;
        var isPanelSheet = expert is not null || (!head.IsList && head.Scores.Any(s => s.Rater is "expert" && s.Expert is { Length: > 0 }));
        var kind = head.IsList || isPanelSheet ? (head.Has(HeadRole.Rater) ? UnitKind.Tidy : UnitKind.Panel) : UnitKind.Form;
        // The sheets of a panel workbook make one list; every other table stands for itself.
        var key = isPanelSheet && !head.IsList ? "panel" : number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var unitKey = (key, place.Round?.Code ?? "?" + place.RoundText, place.District?.Code ?? "?" + place.DistrictText);
        if (units.TryGetValue(unitKey, out var known))
            return known;
        var unit = staged.AddUnit(file, isPanelSheet ? null : table.Grid.Name, kind, place);
        foreach (var (rule, value, detail) in place.Faults)
            staged.Faults.Add(new(file, unit.Id, rule) { Sheet = table.Grid.Name, Value = value, Detail = detail });
        return units[unitKey] = unit;
    }

    public PlaceFound Place(string round, string district)
    {
        if (!placed.TryGetValue((round, district), out var place))
            placed[(round, district)] = place = places.Find(context, round, district);
        return place;
    }
}
