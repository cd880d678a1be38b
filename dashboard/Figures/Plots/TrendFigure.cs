using LearningCity.Dashboard.Figures.Rendering;
using ScottPlot;

namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>Rates over rounds. A line stops where rounds cannot be compared, and the break is drawn and named.</summary>
public static class TrendFigure
{
    public const string Name = "trend";

    private const int MostColoured = 4;

    public static Figure Of(TrendInput input, FigureContext context)
    {
        var shown = input with { Lines = [.. input.Lines.Where(l => l.Rates.Any(r => r is not null))] };
        var drawn = Thinned(shown);
        var empty = shown.Lines.Count == 0 || shown.Rounds.Count == 0;
        return new(
            Name,
            context.Word("TrendTitle", input.Subject.In(context.Language)),
            empty ? context.Word("EmptyTrend") : Description(shown, context),
            context.Word("UnitRate"),
            context.Word("NRounds", shown.Rounds.Count),
            context,
            frame => Draw(drawn, context, frame),
            shown.Lines.Any(l => l.Back) ? [new(KeyShape.Line, Ink.Faint, context.Word("OtherLines"))] : [],
            Thinning.Note(context, drawn.Lines.Count, shown.Lines.Count, Note(shown, context)),
            empty ? context.Word("EmptyTrend") : null);
    }

    /// <summary>Of very many grey lines some, by where they end.</summary>
    private static TrendInput Thinned(TrendInput input) => input.Lines.Count <= Thinning.MostRows ? input : input with
    {
        Lines = Thinning.Of(
            [.. input.Lines.OrderByDescending(l => l.Back ? 0 : 1).ThenByDescending(l => l.Rates.Last(r => r is not null)).ThenBy(l => l.Line.Code, StringComparer.Ordinal)],
            Thinning.MostRows, l => !l.Back),
    };

    private static string Description(TrendInput input, FigureContext context)
    {
        var lines = Coloured(input).Select(l =>
        {
            var known = Enumerable.Range(0, l.Rates.Count).Where(r => l.Rates[r] is not null).ToList();
            return context.Word(
                "TrendLineSays", l.Line.In(context.Language),
                FigureNumbers.Rate(l.Rates[known[0]]!.Value), input.Rounds[known[0]].Round.In(context.Language),
                FigureNumbers.Rate(l.Rates[known[^1]]!.Value), input.Rounds[known[^1]].Round.In(context.Language));
        });
        return string.Join(context.Language == FigureLanguage.Zh ? "" : " ", lines);
    }

    private static string? Note(TrendInput input, FigureContext context)
    {
        var breaks = input.Rounds.Skip(1).Where(r => !r.Comparable)
            .Select(r => context.Word("TrendBreak", r.Round.In(context.Language), r.Reason ?? context.Word("TrendBreakReason"))).ToList();
        return string.Join(" ", breaks.Prepend(context.Word("NoteAxis")));
    }

    private static IReadOnlyList<TrendLine> Coloured(TrendInput input) => [.. input.Lines.Where(l => !l.Back).Take(MostColoured)];

    private static FigureDrawing Draw(TrendInput input, FigureContext context, FigureFrame frame)
    {
        var coloured = Coloured(input);
        var last = Math.Max(1, input.Rounds.Count - 1);
        var rates = input.Lines.SelectMany(l => l.Rates).Where(r => r is not null).Select(r => (double)r!.Value * 100);
        var up = Ticks.Around(rates, 6, 0, 100, 5);
        string Words(TrendLine line, decimal rate) => $"{line.Line.ShortIn(frame.Language)} {FigureNumbers.Rate(rate)}";
        var ends = coloured.Select(l => (Line: l, At: LastKnown(l))).Select(e => (e.Line, e.At, Words: Words(e.Line, e.Line.Rates[e.At]!.Value))).ToList();
        var right = ends.Count == 0 ? 24 : ends.Max(e => FigureFont.Width(e.Words, FigureFont.Label, strong: true)) + 34;
        var area = new Area(frame.Width, frame.Narrow ? 280 : 320, 54, right, 34, 30, 0, last, up.Low, up.High);
        var plot = area.Plot(frame);
        var labels = new List<FigureLabel>();
        var marks = new List<FigureMark>();
        area.YRuler(plot, frame, labels, up.At, t => Ticks.Show(t) + "%");
        for (var r = 0; r < input.Rounds.Count; r++)
        {
            if (r == 0 || input.Rounds[r].Comparable) continue;
            plot.Line(r - 0.5, up.Low, r - 0.5, up.High, frame[Ink.Poor], 1.5, Stroke.Dashed);
            labels.Add(new FigureLabel(new(r - 0.5, up.High), context.Word("BreakHere"), Side.Center, 0, -14, Ink.Series3Text, FigureFont.Small).Within(area, frame));
        }

        labels.AddRange(Heads.Of(area, frame, input.Rounds.Count, up.Low, 18, r => input.Rounds[r].Round.In(context.Language), r => input.Rounds[r].Round.Code));
        foreach (var line in input.Lines.Except(coloured)) Line(plot, input, line, frame[Ink.Faint], 1.5, frame);
        for (var i = coloured.Count - 1; i >= 0; i--) Line(plot, input, coloured[i], frame[FigurePalette.Series(i)], 2.5, frame);
        foreach (var line in input.Lines) marks.AddRange(Marks(input, line, context));

        var middles = Spread.Apart([.. ends.Select(e => area.Py((double)e.Line.Rates[e.At]!.Value * 100))], 18, area.Top - 8, area.Height - area.Bottom + 8);
        for (var i = 0; i < ends.Count; i++)
        {
            var y = (double)ends[i].Line.Rates[ends[i].At]!.Value * 100;
            Ends.Leader(plot, area, frame, ends[i].At, y, last, middles[i]);
            labels.Add(new(new(last, y), ends[i].Words, Side.Right, 26, middles[i] - area.Py(y), FigurePalette.SeriesText(i), FigureFont.Label, true));
        }

        return new(plot, area.Height, labels, marks);
    }

    private static int LastKnown(TrendLine line) => Enumerable.Range(0, line.Rates.Count).Last(r => line.Rates[r] is not null);

    private static void Line(Plot plot, TrendInput input, TrendLine line, Color color, double width, FigureFrame frame)
    {
        int? before = null;
        for (var r = 0; r < line.Rates.Count; r++)
        {
            if (line.Rates[r] is not { } rate) continue;
            var broken = before is { } from && Enumerable.Range(from + 1, r - from).Any(k => !input.Rounds[k].Comparable);
            if (before is { } b && !broken)
                plot.Line(b, (double)line.Rates[b]!.Value * 100, r, (double)rate * 100, color, width, r - b > 1 ? Stroke.Dashed : Stroke.Solid);
            before = r;
        }

        for (var r = 0; r < line.Rates.Count; r++)
        {
            if (line.Rates[r] is { } rate) plot.Dot(r, (double)rate * 100, color, width > 2 ? 9 : 5, outline: width > 2 ? frame[Ink.Ground] : null);
        }
    }

    private static IEnumerable<FigureMark> Marks(TrendInput input, TrendLine line, FigureContext context)
    {
        for (var r = 0; r < line.Rates.Count; r++)
        {
            if (line.Rates[r] is not { } rate) continue;
            var there = context with { Round = input.Rounds[r].Round.Code };
            yield return new(
                new(r, (double)rate * 100), $"{line.Line.In(context.Language)} {input.Rounds[r].Round.In(context.Language)}",
                FigureNumbers.Rate(rate), RowLinks.To(line.Of, line.Line.Code, there), line.Back ? 6 : 9);
        }
    }
}
