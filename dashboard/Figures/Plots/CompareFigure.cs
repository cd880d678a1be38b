using LearningCity.Dashboard.Figures.Rendering;
using ScottPlot;

namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>Up to four districts on every indicator: each has a shape, a colour and a lane of its own, so that equal rates do not cover each other.</summary>
public static class CompareFigure
{
    public const string Name = "compare";
    public const int MostDistricts = 4;

    private const double Lane = 8.5;

    private static readonly (DotShape Shape, KeyShape Key, Ink Ink)[] Looks =
    [
        (DotShape.Circle, KeyShape.Circle, Ink.Series1), (DotShape.Diamond, KeyShape.Diamond, Ink.Series2),
        (DotShape.TriangleUp, KeyShape.Triangle, Ink.Series3), (DotShape.Square, KeyShape.Square, Ink.Series4),
    ];

    public static Figure Of(CompareInput input, FigureContext context)
    {
        var known = input.Rows.Count(r => r.Rates.Any(rate => rate is not null));
        var missing = input.Rows.Sum(r => r.Rates.Count(rate => rate is null));
        var names = input.Districts.Select(d => d.In(context.Language)).ToList();
        return new(
            Name,
            context.Word("CompareTitle", string.Join(context.Word("ListComma"), names)),
            known == 0 ? context.Word("EmptyCompare") : Description(input, context),
            context.Word("UnitRate"),
            context.Word("NIndicators", known),
            context,
            frame => Draw(input, context, frame),
            [.. names.Select((name, i) => new LegendKey(Looks[i].Key, Looks[i].Ink, name))],
            missing == 0 ? null : context.Word("NoteCompareMissing", missing),
            known == 0 ? context.Word("EmptyCompare") : null);
    }

    /// <summary>On how many indicators the first district has the highest rate, alone or shared.</summary>
    private static string Description(CompareInput input, FigureContext context) => context.Word(
        "CompareSays", input.Rows.Count, input.Districts[0].In(context.Language),
        input.Rows.Count(r => r.Rates[0] is { } own && own >= r.Rates.Max()));

    private static FigureDrawing Draw(CompareInput input, FigureContext context, FigureFrame frame)
    {
        string NameOf(CompareRow row) => frame.Narrow ? row.Indicator.NumberIn(context.Language) : $"{row.Indicator.NumberIn(context.Language)} {row.Indicator.In(frame.Language)}";
        var names = input.Rows.Max(r => FigureFont.Width(NameOf(r), FigureFont.Label));
        var rates = input.Rows.SelectMany(r => r.Rates).OfType<decimal>().Select(r => (double)r * 100);
        var ruler = Ticks.Around(rates, frame.Narrow ? 4 : 8, 0, 100, 10);
        var pitch = Math.Max(24, input.Districts.Count * Lane + 8);
        var height = (int)(input.Rows.Count * pitch) + 48;
        var area = new Area(frame.Width, height, names + 26, 22, 32, 16, ruler.Low, ruler.High, input.Rows.Count - 0.5, -0.5);
        var plot = area.Plot(frame);
        var labels = new List<FigureLabel>();
        var marks = new List<FigureMark>();
        for (var y = 0; y < input.Rows.Count; y++)
        {
            if (y % 2 == 1)
                plot.Box(ruler.Low, ruler.High, y - 0.5, y + 0.5, frame[Ink.Band]);
            labels.Add(new(new(ruler.Low, y), NameOf(input.Rows[y]), Side.Right, -names - 16, 0, Ink.Text));
        }

        area.XRuler(plot, frame, labels, ruler.At, t => Ticks.Show(t) + "%");
        for (var y = 0; y < input.Rows.Count; y++)
            Row(input, input.Rows[y], y, pitch, plot, frame, marks, context);
        return new(plot, height, labels, marks);
    }

    private static void Row(CompareInput input, CompareRow row, int y, double pitch, Plot plot, FigureFrame frame, List<FigureMark> marks, FigureContext context)
    {
        var known = row.Rates.OfType<decimal>().Select(r => (double)r * 100).ToList();
        if (known.Count > 1)
            plot.Line(known.Min(), y, known.Max(), y, frame[Ink.None], 2);
        for (var i = 0; i < row.Rates.Count; i++)
        {
            if (row.Rates[i] is not { } rate)
                continue;
            var at = y + (i - (row.Rates.Count - 1) / 2.0) * Lane / pitch;
            plot.Dot((double)rate * 100, at, frame[Looks[i].Ink], 8.5, Looks[i].Shape, frame[Ink.Ground]);
            marks.Add(new(
                new((double)rate * 100, at), $"{input.Districts[i].In(context.Language)} {row.Indicator.NumberIn(context.Language)} {row.Indicator.In(context.Language)}",
                FigureNumbers.Rate(rate), context.ToIndicator(row.Indicator.Code), 6.5));
        }
    }
}
