using ScottPlot;

namespace LearningCity.Dashboard.Figures.Rendering;

/// <summary>The bare plot that every figure starts from: no frame, no ticks of its own, no margins; and how shapes are put on it.</summary>
public static class PlotGround
{
    public static Plot New(FigureFrame frame)
    {
        var plot = new Plot();
        plot.FigureBackground.Color = frame[Ink.Ground];
        plot.DataBackground.Color = frame[Ink.Ground];
        plot.Layout.Frameless();
        plot.HideGrid();
        plot.Add.Plottable(new FigureShapes());
        return plot;
    }

    /// <summary>A line from one point to another, in the coordinates of the plot.</summary>
    public static void Line(this Plot plot, double x1, double y1, double x2, double y2, Color color, double width = 1, Stroke stroke = Stroke.Solid) =>
        Shapes(plot).Line(new(x1, y1), new(x2, y2), color, width, stroke);

    /// <summary>A curve that leaves and arrives level.</summary>
    public static void Curve(this Plot plot, Coordinates from, Coordinates to, Color color, double width) => Shapes(plot).Curve(from, to, color, width);

    /// <param name="size">Across, in pixels.</param>
    /// <param name="outline">A rim that keeps dots apart where they touch.</param>
    public static void Dot(this Plot plot, double x, double y, Color color, double size = 9, DotShape shape = DotShape.Circle, Color? outline = null) =>
        Shapes(plot).Dot(new(x, y), color, size, shape, outline);

    public static void Box(this Plot plot, double x1, double x2, double y1, double y2, Color fill) => Shapes(plot).Box(new(x1, y1), new(x2, y2), fill);

    /// <summary>An area of one or more rings, holes among them, with a rim.</summary>
    public static void Shape(this Plot plot, IReadOnlyList<IReadOnlyList<Coordinates>> rings, Color fill, Color rim) => Shapes(plot).Rings(rings, fill, rim);

    private static FigureShapes Shapes(Plot plot) => plot.PlottableList.OfType<FigureShapes>().Single();
}
