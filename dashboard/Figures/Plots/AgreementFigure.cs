using LearningCity.Dashboard.Figures.Rendering;
using ScottPlot;

namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>Difference over mean of self and expert, with the bias and the limits of agreement named at the ends of their lines.</summary>
public static class AgreementFigure
{
    public const string Name = "agreement";

    public static Figure Of(AgreementInput input, FigureContext context)
    {
        var pairs = input.Districts.Where(d => d is { Self: not null, Expert: not null }).ToList();
        var missing = input.Districts.Count - pairs.Count;
        IReadOnlyList<RatePair> drawn = pairs.Count <= Thinning.MostDots ? pairs : Thinning.Of([.. pairs.OrderBy(Difference)], Thinning.MostDots);
        return new(
            Name,
            context.Word("AgreementTitle"),
            Description(pairs, input, context),
            context.Word("UnitRatePoints"),
            context.Word("NDistricts", pairs.Count),
            context,
            frame => Draw(drawn, input, context, frame),
            input.BiasLow is null ? [] : [new(KeyShape.Circle, Ink.Accent, context.Word("KeyDistrict")), new(KeyShape.Square, Ink.Band, context.Word("KeyBiasInterval"))],
            Thinning.Note(context, drawn.Count, pairs.Count, input.Withheld, missing == 0 ? null : context.Word("NoteGapMissing", missing)),
            pairs.Count == 0 ? context.Word("EmptyGaps") : null);
    }

    private static string Description(List<RatePair> pairs, AgreementInput input, FigureContext context)
    {
        if (pairs.Count == 0) return context.Word("EmptyGaps");
        if (input is not { Bias: { } bias, LimitLow: { } low, LimitHigh: { } high }) return context.Word("AgreementSaysLittle", pairs.Count);
        var outside = pairs.Count(p => Difference(p) < low * 100 || Difference(p) > high * 100);
        return context.Word("AgreementSays", pairs.Count, Signed(bias), Signed(low), Signed(high), outside);
    }

    private static string Signed(double rate) => FigureNumbers.SignedRate((decimal)rate);

    private static double Difference(RatePair pair) => (double)(pair.Self!.Value - pair.Expert!.Value) * 100;

    private static double Middle(RatePair pair) => (double)(pair.Self!.Value + pair.Expert!.Value) * 50;

    private static FigureDrawing Draw(IReadOnlyList<RatePair> pairs, AgreementInput input, FigureContext context, FigureFrame frame)
    {
        var lines = Lines(input, context, frame);
        var across = Ticks.Around(pairs.Select(Middle), frame.Narrow ? 4 : 7, 0, 100, 4);
        var up = Ticks.Around(pairs.Select(Difference).Concat(lines.Select(l => l.Y)), 7, least: 4);
        var right = lines.Max(l => FigureFont.Width(l.Words, FigureFont.Small, strong: true)) + 18;
        var height = frame.Narrow ? 330 : 380;
        var area = new Area(frame.Width, height, 46, right, 48, 30, across.Low, across.High, up.Low, up.High);
        var plot = area.Plot(frame);
        var labels = new List<FigureLabel>();
        area.YRuler(plot, frame, labels, up.At, t => FigureNumbers.SignedRate((decimal)t / 100).Replace(".0", "", StringComparison.Ordinal));
        area.XRuler(plot, frame, labels, across.At, Ticks.Show);
        labels.Add(new(new(across.Low, up.High), context.Word("AxisGap"), Side.Right, -40, -16, Ink.Muted, FigureFont.Small));
        labels.Add(new(new(across.High, up.Low), context.Word("AxisMeanOfBoth"), Side.Left, 0, 34, Ink.Muted, FigureFont.Small));
        if (input is { BiasLow: { } from, BiasHigh: { } to }) plot.Box(across.Low, across.High, from * 100, to * 100, frame[Ink.Band]);

        var ends = Spread.Apart([.. lines.Select(l => area.Py(l.Y))], 17, 30, height - 48);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            plot.Line(across.Low, line.Y, across.High, line.Y, frame[line.Ink], line.Width, line.Pattern);
            labels.Add(new(new(across.High, line.Y), line.Words, Side.Right, 8, ends[i] - area.Py(line.Y), line.TextInk, FigureFont.Small, line.Strong));
        }

        Dots(plot, area, pairs, context, frame, lines, labels, out var marks);
        return new(plot, height, labels, marks);
    }

    private static void Dots(
        Plot plot, Area area, IReadOnlyList<RatePair> pairs, FigureContext context, FigureFrame frame, List<Reference> lines, List<FigureLabel> labels, out List<FigureMark> marks)
    {
        marks = [];
        var middle = pairs.Average(Difference);
        var wishes = pairs.Select(p => new LabelWish(
            area.Px(Middle(p)), area.Py(Difference(p)), 6, [p.District.ShortIn(frame.Language)], Math.Abs(Difference(p) - middle))).ToList();
        // A name may stand on a grid line but not on a line that is named.
        var taken = lines.Select(l => new PixelBox(area.Left, area.Py(l.Y) - 1, frame.Width - area.Right, area.Py(l.Y) + 1));
        var placed = LabelPlacement.Place(wishes, new PixelBox(area.Left, area.Top, frame.Width - area.Right, area.Height - area.Bottom), FigureFont.Small, taken);
        for (var i = 0; i < pairs.Count; i++)
        {
            var pair = pairs[i];
            Coordinates at = new(Middle(pair), Difference(pair));
            plot.Dot(at.X, at.Y, frame[Ink.Accent], 10, outline: frame[Ink.Ground]);
            if (placed[i] is { } label) labels.Add(new(at, label.Text, label.Side, label.Dx, label.Dy, Ink.Muted, FigureFont.Small, Halo: true));
            var value = context.Word("AgreementMark", FigureNumbers.Rate(pair.Self!.Value), FigureNumbers.Rate(pair.Expert!.Value), FigureNumbers.SignedRate(pair.Self.Value - pair.Expert.Value));
            marks.Add(new(at, pair.District.In(context.Language), value, context.ToDistrict(pair.District.Code)));
        }
    }

    private static List<Reference> Lines(AgreementInput input, FigureContext context, FigureFrame frame)
    {
        string Words(string key, double rate) => context.Word(frame.Narrow ? key + "Short" : key, Signed(rate));
        var lines = new List<Reference> { new(0, context.Word("LineEqual"), Ink.Axis, Ink.Muted, Stroke.Dotted) };
        if (input.Bias is { } bias) lines.Add(new(bias * 100, Words("LineBias", bias), Ink.Accent, Ink.Series1Text, Stroke.Solid, 2, true));
        if (input.LimitLow is { } low) lines.Add(new(low * 100, Words("LineLow", low), Ink.Self, Ink.Series3Text, Stroke.Dashed, 1.5));
        if (input.LimitHigh is { } high) lines.Add(new(high * 100, Words("LineHigh", high), Ink.Self, Ink.Series3Text, Stroke.Dashed, 1.5));
        return lines;
    }

    private sealed record Reference(double Y, string Words, Ink Ink, Ink TextInk, Stroke Pattern, double Width = 1.5, bool Strong = false);
}
