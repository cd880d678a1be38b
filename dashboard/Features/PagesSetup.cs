namespace LearningCity.Dashboard.Features;

/// <summary>The pages: Razor components rendered on the server.</summary>
public static class PagesSetup
{
    public static IServiceCollection AddPages(this IServiceCollection services) => services;

    public static WebApplication MapPages(this WebApplication app) => app;
}
