using System.Text.Json;

namespace LearningCity.Dashboard.SqlConsole.Charts;

/// <summary>A datum of a chart.</summary>
/// <param name="Label">What the row has in the column across, as text.</param>
/// <param name="X">Its place: a number where the column holds numbers, else the row's position.</param>
public sealed record ChartPoint(string Label, double X, double Y);

/// <summary>What of a result is drawn.</summary>
/// <param name="Missing">Rows that have no number to draw.</param>
/// <param name="Beyond">Rows after those that a chart has room for.</param>
public sealed record ChartPoints(IReadOnlyList<ChartPoint> Points, bool Ordered, int Missing, int Beyond)
{
    public static async Task<ChartPoints> ReadAsync(SqlResult result, ChartSpec spec, CancellationToken cancel)
    {
        var most = spec.Kind switch { ChartKind.Column => 60, ChartKind.Line => 1000, _ => 2000 };
        var numeric = ChartSpec.IsNumber(result.Columns[spec.X]) && spec.Kind != ChartKind.Column;
        var points = new List<ChartPoint>();
        var (missing, beyond) = (0, 0);
        await foreach (var row in result.Rows(cancel))
        {
            if (points.Count == most)
            {
                beyond++;
            }
            else if (Number(row[spec.Y]) is not { } y || (numeric && Number(row[spec.X]) is null))
            {
                missing++;
            }
            else
            {
                points.Add(new ChartPoint(Label(row[spec.X]), numeric ? Number(row[spec.X])!.Value : points.Count, y));
            }
        }

        return new ChartPoints(numeric && spec.Kind == ChartKind.Line ? [.. points.OrderBy(p => p.X)] : points, numeric, missing, beyond);
    }

    private static double? Number(JsonElement value) => value.ValueKind == JsonValueKind.Number && double.IsFinite(value.GetDouble()) ? value.GetDouble() : null;

    private static string Label(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "NULL",
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };
}
