using ScottPlot;

namespace LearningCity.Dashboard.Figures.Rendering;

/// <summary>The data area of a figure and its limits: known before anything is drawn, so that labels can be placed by pixel.</summary>
/// <param name="Left">Pixels from the figure's edge to the data area, and so on round.</param>
/// <param name="YMin">The value at the lower edge; greater than <paramref name="YMax"/> where values run downwards, as ranks do.</param>
public sealed record Area(
    int Width, int Height, double Left, double Right, double Bottom, double Top, double XMin, double XMax, double YMin, double YMax)
{
    public double InnerWidth => Width - Left - Right;

    public double InnerHeight => Height - Top - Bottom;

    public double Px(double x) => Left + (x - XMin) / (XMax - XMin) * InnerWidth;

    public double Py(double y) => Top + (YMax - y) / (YMax - YMin) * InnerHeight;

    /// <summary>The value at a pixel.</summary>
    public double X(double px) => XMin + (px - Left) / InnerWidth * (XMax - XMin);

    public double Y(double py) => YMax - (py - Top) / InnerHeight * (YMax - YMin);

    /// <summary>A plot over the whole figure, its limits widened so that the data area lies where it should: nothing drawn at
    /// an edge is cut, and lines may lead out to labels.</summary>
    public Plot Plot(FigureFrame frame)
    {
        var plot = PlotGround.New(frame);
        plot.Axes.SetLimits(X(0), X(Width), Y(Height), Y(0));
        return plot;
    }

    /// <summary>Vertical grid lines over the data area and their numbers below it.</summary>
    public void XRuler(Plot plot, FigureFrame frame, List<FigureLabel> labels, IEnumerable<double> ticks, Func<double, string> format)
    {
        foreach (var tick in ticks)
        {
            plot.Line(tick, YMin, tick, YMax, frame[Ink.Rule]);
            labels.Add(new(new(tick, YMin), format(tick), Side.Center, 0, 14, Ink.Muted, FigureFont.Small));
        }
    }

    /// <summary>Horizontal grid lines and their numbers at the left.</summary>
    public void YRuler(Plot plot, FigureFrame frame, List<FigureLabel> labels, IEnumerable<double> ticks, Func<double, string> format)
    {
        foreach (var tick in ticks)
        {
            plot.Line(XMin, tick, XMax, tick, frame[Ink.Rule]);
            labels.Add(new(new(XMin, tick), format(tick), Side.Left, -8, 0, Ink.Muted, FigureFont.Small));
        }
    }
}
