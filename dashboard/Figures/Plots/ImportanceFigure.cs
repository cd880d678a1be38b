using LearningCity.Dashboard.Figures.Rendering;
using ScottPlot;

namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>Max points of each indicator against the city's score rate: what weighs much and goes badly stands at the upper left.</summary>
public static class ImportanceFigure
{
    public const string Name = "importance-performance";

    private static readonly DotShape[] Shapes = [DotShape.Circle, DotShape.Square, DotShape.Diamond, DotShape.TriangleUp];
    private static readonly KeyShape[] Keys = [KeyShape.Circle, KeyShape.Square, KeyShape.Diamond, KeyShape.Triangle];

    public static Figure Of(ImportanceInput input, FigureContext context)
    {
        var shown = input.Indicators.Where(i => i.MeanRate is not null).ToList();
        var missing = input.Indicators.Count - shown.Count;
        return new(
            Name,
            context.Word("ImportanceTitle"),
            shown.Count == 0 ? context.Word("EmptyIndicators") : Description(shown, context),
            context.Word("UnitImportance"),
            context.Word("NIndicators", shown.Count),
            context,
            frame => Draw(input, shown, context, frame),
            [.. input.Dimensions.Take(4).Select((d, i) => new LegendKey(Keys[i], FigurePalette.Series(i), d.In(context.Language)))],
            missing == 0 ? null : context.Word("NoteIndicatorsMissing", missing),
            shown.Count == 0 ? context.Word("EmptyIndicators") : null);
    }

    private static string Description(List<ImportancePoint> shown, FigureContext context)
    {
        var (rate, weight) = Means(shown);
        var first = shown.Where(i => i.MeanRate < rate && i.MaxPoints > weight).OrderByDescending(i => i.PointsLost ?? i.MaxPoints * (1 - i.MeanRate)).Take(5)
            .Select(i => i.Indicator.NumberIn(context.Language) + " " + i.Indicator.In(context.Language)).ToList();
        return first.Count == 0 ? context.Word("ImportanceSaysNone", shown.Count) : context.Word("ImportanceSays", shown.Count, string.Join(context.Word("ListComma"), first));
    }

    private static (decimal Rate, decimal Weight) Means(List<ImportancePoint> shown) => (shown.Average(i => i.MeanRate!.Value), shown.Average(i => i.MaxPoints));

    private static FigureDrawing Draw(ImportanceInput input, List<ImportancePoint> shown, FigureContext context, FigureFrame frame)
    {
        var (rate, weight) = Means(shown);
        var across = Ticks.Around(shown.Select(i => (double)i.MeanRate!.Value * 100), frame.Narrow ? 4 : 7, 0, 100, 5);
        var weights = shown.Select(i => (double)i.MaxPoints).ToList();
        var up = (Low: Math.Max(0, weights.Min() - 0.6), High: weights.Max() + 0.6);
        var height = frame.Wide ? 460 : frame.Narrow ? 400 : 420;
        var area = new Area(frame.Width, height, 40, 20, 48, 34, across.Low, across.High + 0.02 * (across.High - across.Low), up.Low, up.High);
        var plot = area.Plot(frame);
        var labels = new List<FigureLabel>();
        area.YRuler(plot, frame, labels, Ticks.Within(up.Low, up.High, Ticks.Step((up.High - up.Low) / 6) is var s && s < 1 ? 1 : s), Ticks.Show);
        area.XRuler(plot, frame, labels, across.At, t => Ticks.Show(t) + "%");
        labels.Add(new(new(across.Low, up.High), context.Word("AxisWeight"), Side.Right, -34, -20, Ink.Muted, FigureFont.Small));
        labels.Add(new(new(area.XMax, up.Low), context.Word("AxisMeanRate"), Side.Left, 8, 34, Ink.Muted, FigureFont.Small));

        plot.Line((double)rate * 100, up.Low, (double)rate * 100, up.High, frame[Ink.Axis], 1.5, Stroke.Dashed);
        plot.Line(area.XMin, (double)weight, area.XMax, (double)weight, frame[Ink.Axis], 1.5, Stroke.Dashed);
        FigureLabel[] named =
        [
            new FigureLabel(new((double)rate * 100, up.High), context.Word("MeanRateIs", FigureNumbers.Rate(rate)), Side.Center, 0, -20, Ink.Muted, FigureFont.Small).Within(area, frame),
            new(new(area.XMax, (double)weight), context.Word("MeanWeightIs", FigureNumbers.Points(weight)), Side.Left, -2, 10, Ink.Muted, FigureFont.Small),
            new(new(area.XMin, up.High), context.Word("FirstHere"), Side.Right, 8, 14, Ink.Series3Text, FigureFont.Small, true),
        ];
        labels.AddRange(named);
        var marks = Dots(plot, area, input, shown, context, frame, labels, named, (rate, weight));
        return new(plot, height, labels, marks);
    }

    private static List<FigureMark> Dots(
        Plot plot, Area area, ImportanceInput input, List<ImportancePoint> shown, FigureContext context, FigureFrame frame,
        List<FigureLabel> labels, FigureLabel[] named, (decimal Rate, decimal Weight) means)
    {
        var wishes = shown.Select(i => new LabelWish(
            area.Px((double)i.MeanRate!.Value * 100), area.Py((double)i.MaxPoints), 6.5, Texts(i, frame), (double)(i.MaxPoints * (1 - i.MeanRate.Value)), Must: true)).ToList();
        var taken = named.Select(n => PixelBox.OfText(n.Text, area.Px(n.At.X) + n.Dx, area.Py(n.At.Y) + n.Dy, n.Side, n.Size, n.Strong))
            .Append(new PixelBox(area.Px((double)means.Rate * 100) - 1, area.Top, area.Px((double)means.Rate * 100) + 1, area.Height - area.Bottom))
            .Append(new PixelBox(area.Left, area.Py((double)means.Weight) - 1, frame.Width - area.Right, area.Py((double)means.Weight) + 1));
        var placed = LabelPlacement.Place(wishes, new PixelBox(area.Left + 2, area.Top, frame.Width - 2, area.Height - area.Bottom), FigureFont.Small, taken);
        var order = input.Dimensions.Select(d => d.Code).ToList();
        var marks = new List<FigureMark>();
        for (var i = 0; i < shown.Count; i++)
        {
            var point = shown[i];
            var dimension = Math.Clamp(order.IndexOf(point.Dimension), 0, 3);
            Coordinates at = new((double)point.MeanRate!.Value * 100, (double)point.MaxPoints);
            plot.Dot(at.X, at.Y, frame[FigurePalette.Series(dimension)], dimension == 0 ? 12 : 11, Shapes[dimension], frame[Ink.Ground]);
            if (placed[i] is { } label) labels.Add(new(at, label.Text, label.Side, label.Dx, label.Dy, Ink.Text, FigureFont.Small, Halo: true));
            marks.Add(new(
                at, $"{point.Indicator.NumberIn(context.Language)} {point.Indicator.In(context.Language)}",
                context.Word("ImportanceMark", FigureNumbers.Tick((double)point.MaxPoints), FigureNumbers.Rate(point.MeanRate.Value)), context.ToIndicator(point.Indicator.Code)));
        }

        return marks;
    }

    /// <summary>Number and name where there is room, else the number alone.</summary>
    private static IReadOnlyList<string> Texts(ImportancePoint point, FigureFrame frame)
    {
        var number = point.Indicator.NumberIn(frame.Language);
        return frame.Wide ? [$"{number} {point.Indicator.In(frame.Language)}", number] : [number];
    }
}
