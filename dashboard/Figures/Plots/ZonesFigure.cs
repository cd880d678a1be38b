using LearningCity.Dashboard.Figures.Rendering;

namespace LearningCity.Dashboard.Figures.Plots;

public static class ZonesFigure
{
    public const string Name = "zones";

    public static Figure Of(ZonesInput input, FigureContext context) =>
        new(Name, Name, input.ToString(), "", 0, context, frame => new Drawing(PlotGround.New(frame, 10, 10, 10, 10), 200, [], []), []);
}
