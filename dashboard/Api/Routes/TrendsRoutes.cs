using LearningCity.Dashboard.Api.Asking;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Api.Routes;

/// <summary>What has changed over the rounds.</summary>
public static class TrendsRoutes
{
    public static void MapTrends(this IEndpointRouteBuilder group) => group.MapRows(new RowsRoute<TrendRow>(
        "trends",
        [Parameters.DistrictOrAll, Parameters.Indicator, Parameters.Dimension, Parameters.Of],
        Ask));

    private static Reply<TrendRow> Ask(Asked asked) => asked["indicator"] is { } indicator && asked["dimension"] is not null
        ? new Fault("indicator", indicator, ApiText.Format("Exclusive", "indicator", "dimension"))
        : Trends.Ask(asked.Snapshot, asked["district"], asked["indicator"], asked["dimension"], asked.Rater);
}
