using LearningCity.Dashboard.Figures.Rendering;
using ScottPlot;

namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>Self and expert score as the two ends of a bar, longest first: self a diamond, expert a circle, the gap in figures at the right.</summary>
public static class DumbbellFigure
{
    public const string Name = "gaps";

    public static Figure Of(DumbbellInput input, FigureContext context)
    {
        var rows = input.Rows.Where(r => r is { Self: not null, Expert: not null })
            .OrderByDescending(r => r.Self - r.Expert).ThenBy(r => r.Row.Code, StringComparer.Ordinal).ToList();
        var missing = input.Rows.Count - rows.Count;
        var drawn = Thinning.Of(rows, Thinning.MostRows);
        return new(
            Name,
            context.Word("DumbbellTitle"),
            rows.Count == 0 ? context.Word("EmptyGaps") : Description(rows, context),
            context.Word("UnitPoints"),
            context.Word("NRows", rows.Count),
            context,
            frame => Draw(drawn, input, context, frame),
            [new(KeyShape.Circle, Ink.Expert, context.Word("Expert")), new(KeyShape.Diamond, Ink.Self, context.Word("Self"))],
            Thinning.Note(context, drawn.Count, rows.Count, missing == 0 ? null : context.Word("NoteGapMissing", missing)),
            rows.Count == 0 ? context.Word("EmptyGaps") : null);
    }

    private static string Description(List<SelfAndExpert> rows, FigureContext context) => context.Word(
        "DumbbellSays", rows.Count, rows.Count(r => r.Self > r.Expert),
        rows[0].Row.In(context.Language), Gap(rows[0]), rows[^1].Row.In(context.Language), Gap(rows[^1]));

    private static string Gap(SelfAndExpert row) => FigureNumbers.SignedPoints(row.Self!.Value - row.Expert!.Value);

    private static FigureDrawing Draw(IReadOnlyList<SelfAndExpert> rows, DumbbellInput input, FigureContext context, FigureFrame frame)
    {
        string NameOf(SelfAndExpert row) => frame.Narrow ? row.Row.ShortIn(frame.Language) : row.Row.In(frame.Language);
        var names = rows.Select(r => FigureFont.Width(NameOf(r), FigureFont.Label)).Max();
        var ruler = Ticks.Around(
            rows.SelectMany(r => new[] { (double)r.Self!.Value, (double)r.Expert!.Value }), frame.Narrow ? 4 : 7, 0, (double)input.MaxPoints, (double)input.MaxPoints / 20);
        var height = (int)(rows.Count * (frame.Narrow ? 24 : 26)) + 24 + 48;
        var area = new Area(frame.Width, height, names + 24, 76, 48, 24, ruler.Low, ruler.High, rows.Count - 0.5, -0.5);
        var plot = area.Plot(frame);
        var labels = new List<FigureLabel>();
        var marks = new List<FigureMark>();
        area.XRuler(plot, frame, labels, ruler.At, Ticks.Show);
        labels.Add(new(new(ruler.High, area.YMin), context.Word("AxisTotal", FigureNumbers.Tick((double)input.MaxPoints)), Side.Left, 10, 34, Ink.Muted, FigureFont.Small));
        labels.Add(new(new(ruler.High, area.YMax), context.Word("Gap"), Side.Left, 72, -12, Ink.Muted, FigureFont.Small));
        for (var y = 0; y < rows.Count; y++)
        {
            var row = rows[y];
            var (self, expert) = ((double)row.Self!.Value, (double)row.Expert!.Value);
            plot.Line(self, y, expert, y, frame[self >= expert ? Ink.SelfHigher1 : Ink.ExpertHigher1], 4);
            plot.Dot(expert, y, frame[Ink.Expert], 11);
            plot.Dot(self, y, frame[Ink.Self], 12, DotShape.Diamond);
            labels.Add(new(new(ruler.Low, y), NameOf(row), Side.Left, -14, 0, Ink.Text));
            labels.Add(new(new(ruler.High, y), Gap(row), Side.Left, 72, 0, self >= expert ? Ink.Series3Text : Ink.Series1Text, FigureFont.Label, true));
            var (name, href) = (row.Row.In(context.Language), RowLinks.To(input.Of, row.Row.Code, context));
            marks.Add(new(new(expert, y), name, context.Word("ExpertIs", FigureNumbers.Points(row.Expert.Value)), href, 9));
            marks.Add(new(new(self, y), name, context.Word("SelfIs", FigureNumbers.Points(row.Self.Value), Gap(row)), href, 9));
        }

        return new(plot, height, labels, marks);
    }
}
