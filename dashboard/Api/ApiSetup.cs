namespace LearningCity.Dashboard.Api;

/// <summary>The API of /api/v1, its description and its reference.</summary>
public static class ApiSetup
{
    public static IServiceCollection AddApi(this IServiceCollection services) => services;

    public static WebApplication MapApi(this WebApplication app) => app;
}
