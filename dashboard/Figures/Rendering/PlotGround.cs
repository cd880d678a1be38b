using ScottPlot;
using ScottPlot.TickGenerators;

namespace LearningCity.Dashboard.Figures.Rendering;

/// <summary>The bare plot that every figure starts from: no frame, no ticks of its own, a fixed place for the data.</summary>
public static class PlotGround
{
    /// <param name="left">Pixels from the figure's edge to the data area, and so on round.</param>
    public static Plot New(FigureFrame frame, double left, double right, double bottom, double top)
    {
        var plot = new Plot();
        plot.FigureBackground.Color = frame[Ink.Ground];
        plot.DataBackground.Color = frame[Ink.Ground];
        plot.HideGrid();
        plot.Layout.Fixed(new PixelPadding((float)left, (float)right, (float)bottom, (float)top));
        foreach (var axis in plot.Axes.GetAxes())
        {
            axis.FrameLineStyle.Width = 0;
            axis.MajorTickStyle.Length = 0;
            axis.MinorTickStyle.Length = 0;
            axis.TickLabelStyle.IsVisible = false;
            axis.TickGenerator = new NumericManual();
        }

        return plot;
    }

    /// <summary>A line from one point to another, in the coordinates of the plot.</summary>
    public static void Line(this Plot plot, double x1, double y1, double x2, double y2, Color color, double width = 1, LinePattern? pattern = null)
    {
        var line = plot.Add.Line(x1, y1, x2, y2);
        line.LineColor = color;
        line.LineWidth = (float)width;
        line.LinePattern = pattern ?? LinePattern.Solid;
        line.MarkerSize = 0;
    }

    public static void Dot(this Plot plot, double x, double y, Color color, double size = 9, MarkerShape shape = MarkerShape.FilledCircle, Color? outline = null)
    {
        var dot = plot.Add.Marker(x, y, shape, (float)size, color);
        if (outline is not { } edge) return;
        dot.MarkerStyle.OutlineColor = edge;
        dot.MarkerStyle.OutlineWidth = 1.5f;
    }

    public static void Box(this Plot plot, double x1, double x2, double y1, double y2, Color fill)
    {
        var box = plot.Add.Rectangle(Math.Min(x1, x2), Math.Max(x1, x2), Math.Min(y1, y2), Math.Max(y1, y2));
        box.FillColor = fill;
        box.LineWidth = 0;
    }
}
