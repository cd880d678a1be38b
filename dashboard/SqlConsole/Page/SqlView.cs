using System.Text.Json;
using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Figures;
using LearningCity.Dashboard.SqlConsole.Charts;

namespace LearningCity.Dashboard.SqlConsole.Page;

/// <summary>What the console shows.</summary>
/// <param name="Sql">What stands in the editor.</param>
/// <param name="Rows">The rows of the page in view.</param>
/// <param name="Page">From 1.</param>
public sealed record SqlView(
    string Sql, IReadOnlyList<SchemaTable> Schema, SqlFault? Fault, IReadOnlyList<SqlColumn> Columns, SqlEnd? End, IReadOnlyList<JsonElement> Rows,
    int Page, Figure? Chart, ChartSpec? Spec)
{
    public const int PageRows = 50;

    public int Pages => End is null ? 0 : Math.Max(1, (End.Rows + PageRows - 1) / PageRows);

    public bool CanChart => End is { Rows: > 0 } && Columns.Any(ChartSpec.IsNumber);

    public static async Task<SqlView> ReadAsync(PageReading reading, SqlDesk desk, ResultShelf shelf, CancellationToken cancel)
    {
        var (url, schema) = (reading.Url, SchemaTree.Of(reading.Snapshot));
        var sql = url["q"] ?? "";
        if (sql.Length == 0)
        {
            // The page does not wait for what only its first query needs.
            _ = desk.PrepareAsync(reading.Snapshot);
            return new SqlView("", schema, null, [], null, [], 1, null, null);
        }

        var turning = url["page"] is not null || url["chart"] is not null;
        var outcome = await shelf.AskAsync(desk, reading.Snapshot, sql, again: !turning, cancel);
        await using var result = outcome.Result;
        if (result is null)
        {
            return new SqlView(sql, schema, outcome.Fault, [], null, [], 1, null, null);
        }

        var page = int.TryParse(url["page"], out var asked) ? Math.Clamp(asked, 1, Math.Max(1, (result.End.Rows + PageRows - 1) / PageRows)) : 1;
        var rows = new List<JsonElement>();
        await foreach (var row in result.Rows(cancel).Skip((page - 1) * PageRows).Take(PageRows))
        {
            rows.Add(row);
        }

        var spec = ChartSpec.Of(url["chart"], url["x"], url["y"], result.Columns);
        return new SqlView(
            sql, schema, null, result.Columns, result.End, rows, page,
            spec is null ? null : await ChartAsync(reading, result, spec, cancel), spec);
    }

    private static async Task<Figure> ChartAsync(PageReading reading, SqlResult result, ChartSpec spec, CancellationToken cancel)
    {
        var query = new PageUrl("", [.. reading.Url.Query.Where(p => p.Key is "q" or "chart" or "x" or "y" or "snapshot")]).With().TrimStart('?');
        var points = await ChartPoints.ReadAsync(result, spec, cancel);
        return ChartFigure.Of(spec, points, result.Columns, ChartEndpoint.Context(reading.Snapshot.Info, query));
    }
}
