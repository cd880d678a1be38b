using System.Text.Json;
using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Dashboard.Features.DataChecks;

/// <summary>A check with some of the rows that it found.</summary>
/// <param name="Columns">Of the rows, as the check names them.</param>
public sealed record CheckLine(CheckRow Row, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Examples)
{
    public static IReadOnlyList<CheckLine> Read(SnapshotReader snapshot) => [.. SnapshotChecks.Ask(snapshot).Rows.Select(Of)];

    /// <summary>How many checks there were and how many of them found something.</summary>
    public static string Sentence(IReadOnlyList<CheckLine> checks, Text text)
    {
        var found = checks.Where(c => c.Row.RowsFailed > 0).ToList();
        return found.Count == 0
            ? text.Say("data.checks.lead.none", Format.Count(checks.Count))
            : text.Say("data.checks.lead", Format.Count(checks.Count), Format.Count(found.Count), Format.Whole(found.Sum(c => c.Row.RowsFailed)));
    }

    private static CheckLine Of(CheckRow row)
    {
        if (row.Examples is not { Length: > 0 } json)
            return new CheckLine(row, [], []);

        using var document = JsonDocument.Parse(json);
        var rows = document.RootElement.EnumerateArray().Select(Fields).ToList();
        var columns = rows.SelectMany(r => r.Keys).Distinct().ToList();
        return new CheckLine(row, columns, [.. rows.Select(r => columns.Select(c => r.GetValueOrDefault(c, Format.Missing)).ToArray())]);
    }

    private static Dictionary<string, string> Fields(JsonElement row) => row.ValueKind == JsonValueKind.Object
        ? row.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ValueKind == JsonValueKind.Null ? Format.Missing : p.Value.ToString())
        : new Dictionary<string, string> { ["value"] = row.ToString() };
}
