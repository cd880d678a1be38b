using LearningCity.Dashboard.Figures.Rendering;

namespace LearningCity.Dashboard.Figures.Plots;

public static class ImportanceFigure
{
    public const string Name = "importance-performance";

    public static Figure Of(ImportanceInput input, FigureContext context) =>
        new(Name, Name, input.ToString(), "", 0, context, frame => new Drawing(PlotGround.New(frame, 10, 10, 10, 10), 200, [], []), []);
}
