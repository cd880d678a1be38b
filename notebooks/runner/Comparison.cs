using System.Text.Json.Nodes;
using SkiaSharp;

namespace LearningCity.Notebooks;

/// <summary>Holds what a notebook put out against what its file says. Text must be equal; a picture may differ in the edges of its
/// letters, which processors round differently.</summary>
internal static class Comparison
{
    private const int ChannelTolerance = 24;
    private const double PixelTolerance = 0.002;

    /// <param name="cells">How many cells were run.</param>
    public static IReadOnlyList<string> Of(Notebook saved, Notebook run, int cells)
    {
        var differences = new List<string>();
        foreach (var (was, now) in saved.Cells.Zip(run.Cells).Take(cells))
        {
            if (was.Outputs.Count != now.Outputs.Count)
            {
                differences.Add($"[{was.Number}] 输出数量不同：文件中 {was.Outputs.Count}，运行得 {now.Outputs.Count}。| {was.Outputs.Count} outputs in the file, {now.Outputs.Count} now.");
                continue;
            }

            differences.AddRange(was.Outputs.Zip(now.Outputs).SelectMany((pair, i) => Output(pair.First!.AsObject(), pair.Second!.AsObject()).Select(d => $"[{was.Number}] {d}")));
        }

        return differences;
    }

    private static IEnumerable<string> Output(JsonObject was, JsonObject now)
    {
        if ((string?)was["output_type"] != (string?)now["output_type"])
        {
            yield return $"{was["output_type"]} → {now["output_type"]}";
            yield break;
        }

        if (was["data"] is not JsonObject before || now["data"] is not JsonObject after)
        {
            foreach (var field in new[] { "text", "evalue" })
            {
                if (Text("text", CodeCell.Text(was[field]), CodeCell.Text(now[field])) is { } difference)
                {
                    yield return difference;
                }
            }

            yield break;
        }

        foreach (var kind in before.Select(d => d.Key).Union(after.Select(d => d.Key)))
        {
            var difference = kind == "image/png"
                ? Picture(CodeCell.Text(before[kind]), CodeCell.Text(after[kind]))
                : Text(kind, CodeCell.Text(before[kind]), CodeCell.Text(after[kind]));
            if (difference is not null)
            {
                yield return difference;
            }
        }
    }

    private static string? Text(string kind, string was, string now)
    {
        if (was == now)
        {
            return null;
        }

        var (before, after) = (was.Split('\n'), now.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(before.Length, after.Length)).First(i => before.ElementAtOrDefault(i) != after.ElementAtOrDefault(i));
        return $"{kind}：第 {line + 1} 行不同 | line {line + 1} differs:\n    - {before.ElementAtOrDefault(line)}\n    + {after.ElementAtOrDefault(line)}";
    }

    private static string? Picture(string was, string now)
    {
        if (was == now)
        {
            return null;
        }

        using var before = Decode(was);
        using var after = Decode(now);
        if (before is null || after is null || before.Width != after.Width || before.Height != after.Height)
        {
            return $"image/png：尺寸不同 | sizes differ: {before?.Width}×{before?.Height} → {after?.Width}×{after?.Height}";
        }

        var different = before.Pixels.Zip(after.Pixels).Count(p => Far(p.First.Red, p.Second.Red) || Far(p.First.Green, p.Second.Green) || Far(p.First.Blue, p.Second.Blue));
        var share = different / (double)(before.Width * before.Height);
        return share <= PixelTolerance ? null : $"image/png：{share:P1} 的像素不同 | {share:P1} of the pixels differ";
    }

    private static bool Far(byte a, byte b) => Math.Abs(a - b) > ChannelTolerance;

    private static SKBitmap? Decode(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64.Replace("\n", "", StringComparison.Ordinal), bytes, out var length) ? SKBitmap.Decode(bytes.AsSpan(0, length)) : null;
    }
}
