namespace LearningCity.Dashboard.Figures;

/// <summary>Registers figures and their addresses.</summary>
public static class FiguresSetup
{
    public static IServiceCollection AddFigures(this IServiceCollection services) => services;

    public static WebApplication MapFigures(this WebApplication app) => app;
}
