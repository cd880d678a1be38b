namespace LearningCity.Dashboard.SqlConsole;

/// <summary>The researchers' console: POST /api/v1/sql and what the page /sql needs.</summary>
public static class SqlConsoleSetup
{
    public static IServiceCollection AddSqlConsole(this IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<IConfiguration>().GetSection("SqlConsole").Get<SqlLimits>() ?? new SqlLimits());
        services.AddSingleton<ResearcherFiles>();
        services.AddSingleton<SqlRunner>();
        services.AddScoped<SqlDesk>();
        return services;
    }

    public static WebApplication MapSqlConsole(this WebApplication app)
    {
        app.MapSqlApi();
        return app;
    }
}
