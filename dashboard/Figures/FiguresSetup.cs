using LearningCity.Dashboard.Figures.Asking;
using LearningCity.Dashboard.Figures.Outlines;
using LearningCity.Dashboard.Figures.Rendering;

namespace LearningCity.Dashboard.Figures;

/// <summary>Registers figures and their addresses.</summary>
public static class FiguresSetup
{
    public static IServiceCollection AddFigures(this IServiceCollection services) => services.AddSingleton<DrawnFigures>().AddSingleton<OutlineFile>();

    /// <summary>Maps <c>/figures/{name}.svg|png</c>, and reads the font while nobody waits for it.</summary>
    public static WebApplication MapFigures(this WebApplication app)
    {
        FigureEndpoints.Map(app);
        app.Lifetime.ApplicationStarted.Register(() => Task.Run(FigureFont.Warm));
        return app;
    }
}
