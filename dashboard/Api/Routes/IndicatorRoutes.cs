using LearningCity.Dashboard.Api.Asking;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Api.Routes;

/// <summary>Which indicators are weak, and the single results behind them.</summary>
public static class IndicatorRoutes
{
    public static void MapIndicators(this IEndpointRouteBuilder group)
    {
        group.MapRows(new RowsRoute<IndicatorSummaryRow>(
            "indicators",
            [Parameters.Round],
            asked => IndicatorSummaries.Ask(asked.Snapshot, asked["round"]!)));
        group.MapRows(new RowsRoute<IndicatorResultRow>(
            "results",
            [Parameters.RoundOrAll, Parameters.District, Parameters.Indicator],
            asked => IndicatorResults.Ask(asked.Snapshot, asked.Filter("round"), asked["district"], asked["indicator"])));
    }
}
