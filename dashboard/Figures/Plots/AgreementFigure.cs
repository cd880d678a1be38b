using LearningCity.Dashboard.Figures.Rendering;

namespace LearningCity.Dashboard.Figures.Plots;

public static class AgreementFigure
{
    public const string Name = "agreement";

    public static Figure Of(AgreementInput input, FigureContext context) =>
        new(Name, Name, input.ToString(), "", 0, context, frame => new Drawing(PlotGround.New(frame, 10, 10, 10, 10), 200, [], []), []);
}
