using System.Globalization;
using LearningCity.Dashboard.Figures;
using LearningCity.Dashboard.Figures.Rendering;

namespace LearningCity.Dashboard.SqlConsole.Charts;

/// <summary>A result as a figure of the house: columns, a line or a scatter of points.</summary>
public static class ChartFigure
{
    public const string Name = "sql";

    public static Figure Of(ChartSpec spec, ChartPoints data, IReadOnlyList<SqlColumn> columns, FigureContext context)
    {
        var (x, y) = (columns[spec.X].Name, columns[spec.Y].Name);
        string Word(string zh, string en) => context.Language == FigureLanguage.Zh ? zh : en;
        var empty = data.Points.Count == 0 ? Word("结果中没有可以绘出的数值。", "The result has no number to draw.") : null;
        return new Figure(
            Name,
            Word($"{y}（按 {x}）", $"{y} by {x}"),
            empty ?? Says(data, y, Word),
            y,
            Word($"{data.Points.Count} 行", $"{data.Points.Count} rows"),
            context,
            frame => Draw(spec, data, x, y, frame),
            [],
            Note(data, Word),
            empty);
    }

    private static string Says(ChartPoints data, string y, Func<string, string, string> word)
    {
        var (least, most) = (data.Points.MinBy(p => p.Y)!, data.Points.MaxBy(p => p.Y)!);
        return word(
            $"{y} 最大 {Number(most.Y)}（{most.Label}），最小 {Number(least.Y)}（{least.Label}）。",
            $"{y} is highest at {most.Label} ({Number(most.Y)}) and lowest at {least.Label} ({Number(least.Y)}).");
    }

    private static string? Note(ChartPoints data, Func<string, string, string> word)
    {
        var parts = new List<string>();
        if (data.Missing > 0)
        {
            parts.Add(word($"{data.Missing} 行没有数值，未绘出。", $"{data.Missing} rows without a number are not drawn."));
        }

        if (data.Beyond > 0)
        {
            parts.Add(word($"仅绘出前 {data.Points.Count} 行，其余 {data.Beyond} 行未绘出。", $"The first {data.Points.Count} rows are drawn; {data.Beyond} more are not."));
        }

        return parts.Count == 0 ? null : string.Join(' ', parts);
    }

    private static FigureDrawing Draw(ChartSpec spec, ChartPoints data, string x, string y, FigureFrame frame)
    {
        var zero = spec.Kind == ChartKind.Column ? data.Points.Select(p => p.Y).Append(0) : data.Points.Select(p => p.Y);
        var up = Ticks.Around(zero, 6);
        var across = data.Ordered
            ? Ticks.Around(data.Points.Select(p => p.X), frame.Narrow ? 4 : 8)
            : (Low: -0.6, High: data.Points.Count - 0.4, At: []);
        var left = 20 + up.At.Max(t => FigureFont.Width(Number(t), FigureFont.Small));
        var area = new Area(frame.Width, frame.Narrow ? 300 : 360, left, 20, 54, 34, across.Low, across.High, up.Low, up.High);
        var plot = area.Plot(frame);
        var labels = new List<FigureLabel>
        {
            new(new(across.Low, up.High), y, Side.Right, -left + 8, -20, Ink.Muted, FigureFont.Small),
            new(new(across.High, up.Low), x, Side.Left, 0, 40, Ink.Muted, FigureFont.Small),
        };
        area.YRuler(plot, frame, labels, up.At, Number);
        if (data.Ordered)
        {
            area.XRuler(plot, frame, labels, across.At, Number);
        }
        else
        {
            Names(labels, data, area);
        }

        var points = data.Points;
        for (var i = 0; i < points.Count; i++)
        {
            if (spec.Kind == ChartKind.Column)
            {
                plot.Box(points[i].X - 0.35, points[i].X + 0.35, 0, points[i].Y, frame[Ink.Series1]);
            }
            else if (spec.Kind == ChartKind.Line && i > 0)
            {
                plot.Line(points[i - 1].X, points[i - 1].Y, points[i].X, points[i].Y, frame[Ink.Series1], 2.5);
            }
        }

        if (spec.Kind == ChartKind.Column)
        {
            plot.Line(across.Low, 0, across.High, 0, frame[Ink.Axis]);
        }
        else
        {
            var size = points.Count > 200 ? 5 : 8;
            foreach (var point in points)
            {
                plot.Dot(point.X, point.Y, frame[Ink.Series1], size, outline: frame[Ink.Ground]);
            }
        }

        return new FigureDrawing(plot, area.Height, labels, [.. points.Take(200).Select(p => new FigureMark(new(p.X, p.Y), p.Label, $"{y} {Number(p.Y)}", null, 8))]);
    }

    /// <summary>Names below their places, as many as there is room for; the marks tell the others.</summary>
    private static void Names(List<FigureLabel> labels, ChartPoints data, Area area)
    {
        var room = area.InnerWidth / data.Points.Count;
        var widest = data.Points.Max(p => FigureFont.Width(Short(p.Label), FigureFont.Small)) + 10;
        var every = (int)Math.Max(1, Math.Ceiling(widest / room));
        for (var i = 0; i < data.Points.Count; i += every)
        {
            labels.Add(new(new(data.Points[i].X, area.YMin), Short(data.Points[i].Label), Side.Center, 0, 16, Ink.Muted, FigureFont.Small));
        }
    }

    private static string Short(string label) => label.Length > 14 ? label[..13] + "…" : label;

    private static string Number(double value) => Math.Abs(value) is >= 1e15 or (> 0 and < 1e-4)
        ? value.ToString("0.###e0", CultureInfo.InvariantCulture)
        : Math.Round(value, 4).ToString("#,0.####", CultureInfo.InvariantCulture).Replace('-', '\u2212');
}
