using LearningCity.Dashboard.Figures.Rendering;
using ScottPlot;

namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>One district on every indicator against its peers: worst to best, the middle half, the median and its own value.</summary>
public static class SpineFigure
{
    public const string Name = "spine";

    public static Figure Of(SpineInput input, FigureContext context)
    {
        var own = input.Rows.Count(r => r.Own is not null);
        var missing = input.Rows.Count - own;
        return new(
            Name,
            context.Word("SpineTitle", input.District.In(context.Language), input.Peers),
            own == 0 ? context.Word("EmptySpine") : Description(input, context),
            context.Word("UnitRate"),
            context.Word("NIndicators", own),
            context,
            frame => Draw(input, context, frame),
            [
                new(KeyShape.Triangle, Ink.Good, context.Word("KeyBestQuarter")), new(KeyShape.Circle, Ink.Accent, context.Word("KeyOwn")),
                new(KeyShape.TriangleDown, Ink.Poor, context.Word("KeyLastQuarter")), new(KeyShape.Tick, Ink.Muted, context.Word("KeyMedian")),
                new(KeyShape.Square, Ink.Bin2, context.Word("KeyMiddleHalf")), new(KeyShape.Line, Ink.None, context.Word("KeyRange")),
            ],
            missing == 0 ? null : context.Word("NoteSpineMissing", missing),
            own == 0 ? context.Word("EmptySpine") : null);
    }

    private static string Description(SpineInput input, FigureContext context)
    {
        string Names(Quarter quarter)
        {
            var names = input.Rows.Where(r => r.Own is not null && r.Quarter == quarter).Select(r => r.Indicator.In(context.Language)).ToList();
            return names.Count == 0 ? context.Word("Nothing") : string.Join(context.Word("ListComma"), names);
        }

        return context.Word("SpineSays", input.District.In(context.Language), Names(Quarter.Best), Names(Quarter.Last));
    }

    private static FigureDrawing Draw(SpineInput input, FigureContext context, FigureFrame frame)
    {
        string NameOf(SpineRow row) => frame.Narrow ? row.Indicator.NumberIn(context.Language) : $"{row.Indicator.NumberIn(context.Language)} {row.Indicator.In(frame.Language)}";
        var names = input.Rows.Max(r => FigureFont.Width(NameOf(r), FigureFont.Label));
        var rates = input.Rows.SelectMany(r => new[] { r.Worst, r.Best, r.Own }).Where(r => r is not null).Select(r => (double)r!.Value * 100);
        var ruler = Ticks.Around(rates, frame.Narrow ? 4 : 6, 0, 100, 10);
        const double pitch = 25;
        var height = (int)(input.Rows.Count * pitch) + 48;
        var area = new Area(frame.Width, height, names + 26, 66, 32, 16, ruler.Low, ruler.High, input.Rows.Count - 0.5, -0.5);
        var plot = area.Plot(frame);
        var labels = new List<FigureLabel>();
        var marks = new List<FigureMark>();
        area.XRuler(plot, frame, labels, ruler.At, t => Ticks.Show(t) + "%");
        for (var y = 0; y < input.Rows.Count; y++)
        {
            var row = input.Rows[y];
            Peers(plot, row, y, pitch, frame);
            labels.Add(new(new(ruler.Low, y), NameOf(row), Side.Right, -names - 16, 0, Ink.Text));
            if (row.Own is not { } own)
            {
                labels.Add(new(new(ruler.High, y), "—", Side.Left, 62, 0, Ink.Muted));
                continue;
            }

            var (ink, shape, text) = Look(row.Quarter);
            plot.Dot((double)own * 100, y, frame[ink], 12, shape, frame[Ink.Ground]);
            labels.Add(new(new(ruler.High, y), FigureNumbers.Rate(own), Side.Left, 62, 0, text, FigureFont.Label, true));
            marks.Add(new(
                new((double)own * 100, y), $"{row.Indicator.NumberIn(context.Language)} {row.Indicator.In(context.Language)}",
                row.Median is { } median ? context.Word("SpineMark", FigureNumbers.Rate(own), FigureNumbers.Rate(median)) : FigureNumbers.Rate(own), context.ToIndicator(row.Indicator.Code)));
        }

        return new(plot, height, labels, marks);
    }

    private static (Ink Ink, DotShape Shape, Ink Text) Look(Quarter quarter) => quarter switch
    {
        Quarter.Best => (Ink.Good, DotShape.TriangleUp, Ink.Good),
        Quarter.Last => (Ink.Poor, DotShape.TriangleDown, Ink.Poor),
        _ => (Ink.Accent, DotShape.Circle, Ink.Text),
    };

    private static void Peers(Plot plot, SpineRow row, int y, double pitch, FigureFrame frame)
    {
        if (row is not { Worst: { } worst, Best: { } best }) return;
        void Bar(decimal from, decimal to, double pixels, Ink ink) => plot.Box((double)from * 100, (double)to * 100, y - pixels / 2 / pitch, y + pixels / 2 / pitch, frame[ink]);
        Bar(worst, best, 4, Ink.None);
        if (row is { LowerQuartile: { } lower, UpperQuartile: { } upper }) Bar(lower, upper, 12, Ink.Bin2);
        if (row.Median is { } median) plot.Line((double)median * 100, y - 8 / pitch, (double)median * 100, y + 8 / pitch, frame[Ink.Muted], 2);
    }
}
