using LearningCity.Dashboard.Figures.Rendering;

namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>Two rounds side by side, a line for each row, named and numbered at both ends.</summary>
public static class SlopeFigure
{
    public const string Name = "slope";

    private const double Pitch = 17;

    public static Figure Of(SlopeInput input, FigureContext context)
    {
        var lines = input.Lines.Where(l => l is { Before: not null, After: not null }).OrderByDescending(l => l.After).ThenBy(l => l.Row.Code, StringComparer.Ordinal).ToList();
        var missing = input.Lines.Count - lines.Count;
        var picked = Pick(input, lines);
        var drawn = Thinning.Of(lines, Thinning.MostRows, l => picked.Contains(l.Row.Code));
        return new(
            Name,
            context.Word("SlopeTitle", input.From.In(context.Language), input.To.In(context.Language)),
            lines.Count == 0 ? context.Word("EmptySlope") : Description(lines, context),
            context.Word("UnitRate"),
            context.Word("NRows", lines.Count),
            context,
            frame => Draw(drawn, picked, input, context, frame),
            [],
            Thinning.Note(context, drawn.Count, lines.Count, missing == 0 ? null : context.Word("NoteSlopeMissing", missing)),
            lines.Count == 0 ? context.Word("EmptySlope") : null);
    }

    private static decimal Change(SlopeLine line) => line.After!.Value - line.Before!.Value;

    private static List<string> Pick(SlopeInput input, List<SlopeLine> lines)
    {
        var asked = input.Picked.Distinct().Where(p => lines.Exists(l => l.Row.Code == p)).Take(4).ToList();
        if (asked.Count > 0) return asked;
        var byChange = lines.OrderByDescending(Change).ThenBy(l => l.Row.Code, StringComparer.Ordinal).ToList();
        return [.. byChange.Where(l => Change(l) > 0).Take(2).Concat(byChange.AsEnumerable().Reverse().Where(l => Change(l) < 0).Take(2)).Select(l => l.Row.Code)];
    }

    private static string Description(List<SlopeLine> lines, FigureContext context)
    {
        var most = lines.MaxBy(Change)!;
        var least = lines.MinBy(Change)!;
        return context.Word(
            "SlopeSays", lines.Count, lines.Count(l => Change(l) > 0), lines.Count(l => Change(l) < 0),
            most.Row.In(context.Language), FigureNumbers.SignedRate(Change(most)), least.Row.In(context.Language), FigureNumbers.SignedRate(Change(least)));
    }

    private static FigureDrawing Draw(IReadOnlyList<SlopeLine> lines, List<string> picked, SlopeInput input, FigureContext context, FigureFrame frame)
    {
        string Words(SlopeLine line, decimal rate, bool left)
        {
            var name = line.Row.ShortIn(frame.Language);
            return left ? $"{name} {FigureNumbers.Rate(rate)}" : $"{FigureNumbers.Rate(rate)} {name}" + (frame.Narrow ? "" : $" ({FigureNumbers.SignedRate(Change(line))})");
        }

        var left = lines.Max(l => FigureFont.Width(Words(l, l.Before!.Value, true), FigureFont.Small, strong: true)) + 34;
        var right = lines.Max(l => FigureFont.Width(Words(l, l.After!.Value, false), FigureFont.Small, strong: true)) + 34;
        // A slope is read by its angle: wider than this and every line looks flat.
        var spare = Math.Max(0, (frame.Width - left - right - 520) / 2);
        var rates = lines.SelectMany(l => new[] { (double)l.Before!.Value * 100, (double)l.After!.Value * 100 }).ToList();
        var up = (Low: rates.Min(), High: Math.Max(rates.Max(), rates.Min() + 1));
        var height = (int)Math.Max(240, lines.Count * Pitch * 1.3 + 70);
        var area = new Area(frame.Width, height, left + spare, right + spare, 22, 44, 0, 1, up.Low, up.High);
        var plot = area.Plot(frame);
        Named[] rounds = [input.From, input.To];
        var labels = Heads.Of(area, frame, 2, up.High, -32, r => rounds[r].In(context.Language), r => rounds[r].Code).ToList();
        plot.Line(0, area.Y(22), 0, area.Y(height - 10), frame[Ink.Rule]);
        plot.Line(1, area.Y(22), 1, area.Y(height - 10), frame[Ink.Rule]);
        var before = Spread.Apart([.. lines.Select(l => area.Py((double)l.Before!.Value * 100))], Pitch, 34, height - 10);
        var after = Spread.Apart([.. lines.Select(l => area.Py((double)l.After!.Value * 100))], Pitch, 34, height - 10);
        var marks = new List<FigureMark>();
        foreach (var i in Enumerable.Range(0, lines.Count).OrderBy(i => picked.Contains(lines[i].Row.Code) ? 1 : 0))
        {
            var line = lines[i];
            var at = picked.IndexOf(line.Row.Code);
            var (y1, y2) = ((double)line.Before!.Value * 100, (double)line.After!.Value * 100);
            var color = frame[at < 0 ? Ink.Faint : FigurePalette.Series(at)];
            Ends.LeaderLeft(plot, area, frame, y1, 0, before[i]);
            Ends.Leader(plot, area, frame, 1, y2, 1, after[i]);
            plot.Line(0, y1, 1, y2, color, at < 0 ? 1.5 : 2.5);
            plot.Dot(0, y1, color, at < 0 ? 6 : 9);
            plot.Dot(1, y2, color, at < 0 ? 6 : 9);
            var ink = at < 0 ? Ink.Muted : FigurePalette.SeriesText(at);
            labels.Add(new(new(0, y1), Words(line, line.Before.Value, true), Side.Left, -26, before[i] - area.Py(y1), ink, FigureFont.Small, at >= 0));
            labels.Add(new(new(1, y2), Words(line, line.After.Value, false), Side.Right, 26, after[i] - area.Py(y2), ink, FigureFont.Small, at >= 0));
            marks.Add(Mark(0, y1, input.From, line, line.Before.Value, input, context));
            marks.Add(Mark(1, y2, input.To, line, line.After.Value, input, context));
        }

        return new(plot, height, labels, marks);
    }

    private static FigureMark Mark(double x, double y, Named round, SlopeLine line, decimal rate, SlopeInput input, FigureContext context) => new(
        new(x, y), $"{line.Row.In(context.Language)} {round.In(context.Language)}", $"{FigureNumbers.Rate(rate)} ({FigureNumbers.SignedRate(Change(line))})",
        RowLinks.To(input.Of, line.Row.Code, context with { Round = round.Code }), 7);
}
