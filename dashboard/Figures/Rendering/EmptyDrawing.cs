using ScottPlot;

namespace LearningCity.Dashboard.Figures.Rendering;

/// <summary>What a figure draws: its data, or in words why there are none.</summary>
internal static class EmptyDrawing
{
    public static FigureDrawing OrData(Figure figure, FigureFrame frame) => figure.Empty is { } why ? Of(why, frame) : figure.Draw(frame);

    private static FigureDrawing Of(string why, FigureFrame frame)
    {
        const int height = 120;
        const double line = 22;
        var lines = Wrapping.Lines(why, 14, frame.Width - 64);
        var plot = PlotGround.New(frame);
        plot.Axes.SetLimits(0, 1, 0, 1);
        plot.Box(16.0 / frame.Width, 1 - 16.0 / frame.Width, 0.05, 0.95, frame[Ink.Band]);
        var labels = lines.Select((text, i) => new FigureLabel(
            new Coordinates(0.5, 0.5), text, Side.Center, 0, (i - (lines.Count - 1) / 2.0) * line, Ink.Muted, 14));
        return new(plot, height, [.. labels], []);
    }
}
