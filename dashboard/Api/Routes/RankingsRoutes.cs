using LearningCity.Dashboard.Api.Asking;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Api.Routes;

/// <summary>Who ranks where.</summary>
public static class RankingsRoutes
{
    public static void MapRankings(this IEndpointRouteBuilder group) => group.MapRows(new RowsRoute<RankingRow>(
        "rankings",
        [Parameters.Round, Parameters.By, Parameters.Of],
        Ask)
    {
        Described = typeof(RankingsAnswer),
    });

    private static Reply<RankingRow> Ask(Asked asked)
    {
        var (round, by) = (asked["round"]!, asked["by"]!);
        var withheld = asked.Rater == Rater.Self ? [] : WithheldStatistics.Ask(asked.Snapshot, round, "rpt_rank_interval").Where(w => w.Code == by);
        return new(Rankings.Ask(asked.Snapshot, round, by, asked.Rater), new WithheldBeside([.. withheld]));
    }
}
