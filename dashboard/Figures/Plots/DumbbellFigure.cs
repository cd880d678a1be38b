using LearningCity.Dashboard.Figures.Rendering;

namespace LearningCity.Dashboard.Figures.Plots;

public static class DumbbellFigure
{
    public const string Name = "gaps";

    public static Figure Of(DumbbellInput input, FigureContext context) =>
        new(Name, Name, input.ToString(), "", 0, context, frame => new Drawing(PlotGround.New(frame, 10, 10, 10, 10), 200, [], []), []);
}
