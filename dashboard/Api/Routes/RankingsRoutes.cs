using LearningCity.Dashboard.Api.Asking;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Api.Routes;

/// <summary>Who ranks where.</summary>
public static class RankingsRoutes
{
    public static void MapRankings(this IEndpointRouteBuilder group) => group.MapRows(new RowsRoute<RankingRow>(
        "rankings",
        [Parameters.Round, Parameters.By, Parameters.Of],
        asked => Rankings.Ask(asked.Snapshot, asked["round"]!, asked["by"]!, asked.Rater)));
}
