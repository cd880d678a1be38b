using LearningCity.Dashboard.Figures.Rendering;

namespace LearningCity.Dashboard.Figures.Plots;

public static class BumpFigure
{
    public const string Name = "ranks-over-rounds";

    public static Figure Of(BumpInput input, FigureContext context) =>
        new(Name, Name, input.ToString(), "", 0, context, frame => new Drawing(PlotGround.New(frame, 10, 10, 10, 10), 200, [], []), []);
}
