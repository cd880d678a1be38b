using LearningCity.Dashboard.Figures.Rendering;

namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>The official ranks as dots on the intervals in which they lie, best first: where bars overlap, the order is not firm.</summary>
public static class RankIntervalFigure
{
    public const string Name = "rank-interval";

    public static Figure Of(RankIntervalInput input, FigureContext context)
    {
        var rows = input.Rows.Where(r => r.Rank is not null).OrderBy(r => r.Rank).ThenBy(r => r.District.Code, StringComparer.Ordinal).ToList();
        var drawn = Thinning.Of(rows, Thinning.MostRows);
        var bare = rows.Count(r => r.Low is null || r.High is null);
        return new(
            Name,
            context.Word("RankIntervalTitle"),
            rows.Count == 0 ? context.Word("EmptyRankInterval") : Description(rows, context),
            context.Word("UnitRank"),
            context.Word("NRows", rows.Count),
            context,
            frame => Draw(drawn, rows.Count, context, frame),
            [new(KeyShape.Circle, Ink.Accent, context.Word("OfficialRank")), new(KeyShape.Line, Ink.Bin2, context.Word("RankIntervalKey"))],
            Thinning.Note(context, drawn.Count, rows.Count, bare == 0 ? null : context.Word("NoteRankIntervalMissing", bare)),
            rows.Count == 0 ? context.Word("EmptyRankInterval") : null);
    }

    /// <summary>How many ranks stand by themselves, and which is the least certain.</summary>
    private static string Description(List<RankSpan> rows, FigureContext context)
    {
        var widest = rows.MaxBy(r => r.High - r.Low)!;
        return widest is { Low: { } low, High: { } high }
            ? context.Word("RankIntervalSays", rows.Count, rows.Count(r => r.Low is not null && r.Low == r.High), widest.District.In(context.Language), low, high)
            : context.Word("RankIntervalNone", rows.Count);
    }

    private static FigureDrawing Draw(IReadOnlyList<RankSpan> rows, int ranks, FigureContext context, FigureFrame frame)
    {
        string NameOf(RankSpan row) => frame.Narrow ? row.District.ShortIn(frame.Language) : row.District.In(frame.Language);
        var names = rows.Select(r => FigureFont.Width(NameOf(r), FigureFont.Label)).Max();
        var height = rows.Count * (frame.Narrow ? 22 : 24) + 56;
        var area = new Area(frame.Width, height, names + 26, 24, 40, 16, 0.5, ranks + 0.5, rows.Count - 0.5, -0.5);
        var plot = area.Plot(frame);
        var labels = new List<FigureLabel>();
        var marks = new List<FigureMark>();
        var every = Math.Max(1, (int)Math.Ceiling(ranks / (frame.Narrow ? 8.0 : 20)));
        area.XRuler(plot, frame, labels, Enumerable.Range(1, ranks).Where(n => (n - 1) % every == 0).Select(n => (double)n), Ticks.Show);
        for (var y = 0; y < rows.Count; y++)
        {
            var (row, rank) = (rows[y], rows[y].Rank!.Value);
            if (row is { Low: { } low, High: { } high })
                plot.Line(low, y, high, y, frame[Ink.Bin2], 7);
            plot.Dot(rank, y, frame[Ink.Accent], 11);
            labels.Add(new(new(0.5, y), NameOf(row), Side.Left, -10, 0, Ink.Text));
            marks.Add(new(
                new(rank, y), row.District.In(context.Language),
                row is { Low: { } from, High: { } to } ? context.Word("RankIntervalIs", rank, from, to) : context.Word("RankIs", rank),
                RowLinks.To(RowKind.District, row.District.Code, context), 9));
        }

        return new(plot, height, labels, marks);
    }
}
