using LearningCity.Dashboard.Access;
using LearningCity.Dashboard.Api.Describing;
using LearningCity.Dashboard.Api.Routes;
using LearningCity.Dashboard.Api.Writing;
using LearningCity.Dashboard.Resources;

namespace LearningCity.Dashboard.Api;

/// <summary>The API of /api/v1, its description and its reference.</summary>
public static class ApiSetup
{
    public const string Root = "/api/v1";

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => JsonRows.Configure(options.SerializerOptions));
        services.AddDescription();
        return services;
    }

    public static WebApplication MapApi(this WebApplication app)
    {
        var group = app.MapGroup(Root);
        var results = group.MapGroup("").WithTags(ApiText.Both("tag.results")!);
        results.MapRankings();
        results.MapIndicators();
        results.MapTrends();
        results.MapDistricts();
        results.MapStatistics();
        results.MapChoices();
        var data = group.MapGroup("").WithTags(ApiText.Both("tag.data")!);
        data.MapData();
        app.MapDescription();
        app.Map(Root + "/{**rest}", (HttpContext http, EndpointDataSource endpoints) => Problems.NoRoute(http.Request, Paths(endpoints)))
            .Rule(Rule.Results)
            .ExcludeFromDescription();
        return app;
    }

    private static IEnumerable<string> Paths(EndpointDataSource endpoints) => endpoints.Endpoints
        .OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<IEndpointNameMetadata>() is not null && e.Metadata.GetMetadata<RouteNotes>() is not { Files: true })
        .Select(e => e.RoutePattern.RawText!)
        .Where(path => path.StartsWith(Root, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);
}
