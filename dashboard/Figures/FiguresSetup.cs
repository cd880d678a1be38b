namespace LearningCity.Dashboard.Figures;

/// <summary>Figures as SVG and PNG under /figures.</summary>
public static class FiguresSetup
{
    public static IServiceCollection AddFigures(this IServiceCollection services) => services;

    public static WebApplication MapFigures(this WebApplication app) => app;
}
