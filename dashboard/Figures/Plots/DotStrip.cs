using LearningCity.Dashboard.Figures.Rendering;
using ScottPlot;

namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>One dot of a strip.</summary>
internal sealed record StripDot(string Short, string Name, string Value, string Href, double X, bool Picked);

/// <summary>Dots along a line, each with its name beside it, stacked only as high as names need: shared by the strip of
/// totals and the spread of an indicator.</summary>
internal static class DotStrip
{
    private const double Radius = 5.5;
    private const double Row = 21;
    private const int MostNamed = 60;

    /// <param name="lines">Values marked by a line over the strip, with their names.</param>
    public static FigureDrawing Draw(
        FigureFrame frame, IReadOnlyList<StripDot> dots, IReadOnlyList<(double X, string Words)> lines,
        (double Low, double High, IReadOnlyList<double> At) ruler, string axis)
    {
        const double side = 28;
        var along = new Area(frame.Width, 100, side, side, 0, 0, ruler.Low, ruler.High, 0, 1);
        var levels = Stack(frame, dots, along);
        var rows = levels.Length == 0 ? 1 : levels.Max(l => l.Level) + 1;
        var top = lines.Count > 0 ? 34 : 12;
        var height = (int)(top + rows * Row + 56);
        var area = along with { Height = height, Top = top, Bottom = 48, YMax = rows + 0.2, YMin = -0.2 };
        var plot = area.Plot(frame);
        var labels = new List<FigureLabel>();
        area.XRuler(plot, frame, labels, ruler.At, Ticks.Show);
        labels.Add(new(new(ruler.High, area.YMin), axis, Side.Left, side - 10, 34, Ink.Muted, FigureFont.Small));
        plot.Line(ruler.Low, area.YMin, ruler.High, area.YMin, frame[Ink.Axis]);
        Lines(plot, area, frame, labels, lines);

        var marks = new List<FigureMark>();
        for (var i = 0; i < dots.Count; i++)
        {
            var (dot, y) = (dots[i], levels[i].Level + 0.5);
            plot.Dot(dot.X, y, frame[dot.Picked ? Ink.Series3 : Ink.Accent], 2 * Radius, dot.Picked ? DotShape.Diamond : DotShape.Circle);
            marks.Add(new(new(dot.X, y), dot.Name, dot.Value, dot.Href));
            if (levels[i].Side is not { } to) continue;
            labels.Add(new(new(dot.X, y), dot.Short, to, to == Side.Right ? Radius + 4 : -Radius - 4, 0, dot.Picked ? Ink.Series3Text : Ink.Text, FigureFont.Small, dot.Picked, Halo: true));
        }

        return new(plot, height, labels, marks);
    }

    /// <summary>The lower line is named at its left, the higher one at its right, moved in where the figure ends.</summary>
    private static void Lines(Plot plot, Area area, FigureFrame frame, List<FigureLabel> labels, IReadOnlyList<(double X, string Words)> lines)
    {
        var ordered = lines.OrderBy(l => l.X).ToList();
        var wide = ordered.Select(l => FigureFont.Width(l.Words, FigureFont.Small)).ToList();
        var left = ordered.Select((l, i) => i == 0 && ordered.Count > 1 ? area.Px(l.X) - 3 - wide[i] : area.Px(l.X) + 3).ToList();
        for (var i = ordered.Count - 1; i >= 0; i--) left[i] = Math.Min(left[i], (i == ordered.Count - 1 ? frame.Width - 3 : left[i + 1] - 10) - wide[i]);
        for (var i = 0; i < ordered.Count; i++) left[i] = Math.Max(left[i], i == 0 ? 3 : left[i - 1] + wide[i - 1] + 10);
        for (var i = 0; i < ordered.Count; i++)
        {
            var (x, words) = ordered[i];
            plot.Line(x, area.YMin, x, area.YMax, frame[Ink.Axis], 1.5, Stroke.Dashed);
            labels.Add(new(new(x, area.YMax), words, Side.Right, left[i] - area.Px(x), -12, Ink.Muted, FigureFont.Small));
        }
    }

    /// <summary>The lowest level where a dot and its name are free of those placed before, from left to right.</summary>
    private static (int Level, Side? Side)[] Stack(FigureFrame frame, IReadOnlyList<StripDot> dots, Area along)
    {
        var taken = new List<List<(double From, double To)>>();
        var placed = new (int Level, Side? Side)[dots.Count];
        var named = dots.Count <= MostNamed;
        foreach (var i in Enumerable.Range(0, dots.Count).OrderBy(i => dots[i].X).ThenBy(i => i))
        {
            var px = along.Px(dots[i].X);
            var words = named ? FigureFont.Width(dots[i].Short, FigureFont.Small, dots[i].Picked) + 5 : 0;
            var right = px + Radius + words < frame.Width - 4;
            var (from, to) = right ? (px - Radius - 3, px + Radius + words + 3) : (px - Radius - words - 3, px + Radius + 3);
            var level = taken.FindIndex(row => row.TrueForAll(t => t.To <= from || t.From >= to));
            if (level < 0)
            {
                level = taken.Count;
                taken.Add([]);
            }

            taken[level].Add((from, to));
            placed[i] = (level, named ? right ? Side.Right : Side.Left : null);
        }

        return placed;
    }
}
