using LearningCity.Dashboard.Access;
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
            Indicators)
        {
            Described = typeof(IndicatorsAnswer),
        });
        group.MapRows(new RowsRoute<IndicatorResultRow>(
            "results",
            [Parameters.RoundOrAll, Parameters.District, Parameters.Indicator],
            asked => IndicatorResults.Ask(asked.Snapshot, asked.Filter("round"), asked["district"], asked["indicator"]))
        {
            // Right on the file of one district too: nothing in a row is computed from the others but the rank, which that file leaves out or not.
            Rule = Rule.Results,
        });
    }

    private static Reply<IndicatorSummaryRow> Indicators(Asked asked)
    {
        var round = asked["round"]!;
        return new(
            IndicatorSummaries.Ask(asked.Snapshot, round),
            new ItemsBeside(ScaleQualities.Ask(asked.Snapshot, round).Rows, WithheldStatistics.Ask(asked.Snapshot, round, "rpt_indicator_quality", "rpt_scale_quality")));
    }
}
