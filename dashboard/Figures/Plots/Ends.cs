using LearningCity.Dashboard.Figures.Rendering;
using ScottPlot;

namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>Leads from the end of a line to a label that had to be moved.</summary>
internal static class Ends
{
    /// <param name="at">Where the line ends, <paramref name="last"/> where the labels begin.</param>
    /// <param name="middle">The label's middle in pixels.</param>
    public static void Leader(Plot plot, Area area, FigureFrame frame, double at, double y, double last, double middle)
    {
        var from = area.Px(at) + 8;
        var to = area.Px(last) + 22;
        if (to - from < 2 || (Math.Abs(middle - area.Py(y)) < 2 && to - from < 20)) return;
        plot.Line(area.X(from), y, area.X(to), area.Y(middle), frame[Ink.Faint], 1);
    }

    /// <summary>The same at the left, where labels end.</summary>
    public static void LeaderLeft(Plot plot, Area area, FigureFrame frame, double y, double first, double middle)
    {
        if (Math.Abs(middle - area.Py(y)) < 2) return;
        plot.Line(area.X(area.Px(first) - 8), y, area.X(area.Px(first) - 22), area.Y(middle), frame[Ink.Faint], 1);
    }
}
