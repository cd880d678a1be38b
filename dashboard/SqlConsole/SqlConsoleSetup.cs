using LearningCity.Dashboard.SqlConsole.Charts;
using LearningCity.Dashboard.SqlConsole.Page;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LearningCity.Dashboard.SqlConsole;

/// <summary>The researchers' console: POST /api/v1/sql and what the page /sql needs.</summary>
public static class SqlConsoleSetup
{
    /// <summary>Bytes of the longest address that is taken: a query of some 7,000 Chinese characters.</summary>
    private const int LongestAddress = 64 << 10;

    public static IServiceCollection AddSqlConsole(this IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<IConfiguration>().GetSection("SqlConsole").Get<SqlLimits>() ?? new SqlLimits());
        services.AddSingleton<ResearcherFiles>();
        services.AddSingleton<SqlRunner>();
        services.AddScoped<SqlDesk>();
        services.AddSingleton<ResultShelf>();
        // The page's address holds the query.
        services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestLineSize = LongestAddress);
        return services;
    }

    public static WebApplication MapSqlConsole(this WebApplication app)
    {
        app.MapSqlApi();
        app.MapChart();
        return app;
    }
}
