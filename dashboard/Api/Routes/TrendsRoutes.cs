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
        Ask)
    {
        Described = typeof(TrendsAnswer),
    });

    private static Reply<TrendRow> Ask(Asked asked)
    {
        if (asked["indicator"] is { } indicator && asked["dimension"] is not null)
        {
            return new Fault("indicator", indicator, ApiText.Format("Exclusive", "indicator", "dimension"));
        }

        var answer = Trends.Ask(asked.Snapshot, asked["district"], asked["indicator"], asked["dimension"], asked.Rater);
        if (asked["district"] == "*")
        {
            return new(answer, new TrendBeside(null, [TrendSummaries.OfMany()]));
        }

        var (summary, withheld) = TrendSummaries.Of(answer.Rows);
        return new(answer, new TrendBeside(summary, withheld));
    }
}
