using LearningCity.Dashboard.Api.Asking;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Api.Routes;

/// <summary>How far the numbers can be trusted: agreement, panel, certainty of ranks, tests of change.</summary>
public static class StatisticsRoutes
{
    public static void MapStatistics(this IEndpointRouteBuilder group)
    {
        group.MapRows(new RowsRoute<AgreementDistrict>("agreement", [Parameters.Round], Agreement) { Described = typeof(AgreementAnswer) });
        group.MapRows(new RowsRoute<PanelRow>("panel", [Parameters.Round], Panel) { Described = typeof(PanelRows) });
        group.MapRows(new RowsRoute<RankCertaintyRow>("certainty", [Parameters.Round], Certainty) { Described = typeof(CertaintyAnswer) });
        group.MapRows(new RowsRoute<RoundChangeRow>("changes", [Parameters.Round], Changes) { Described = typeof(ChangesAnswer) });
    }

    private static Reply<AgreementDistrict> Agreement(Asked asked)
    {
        var found = Agreements.Ask(asked.Snapshot, asked["round"]!);
        return new(new(found.Snapshot, found.Round, found.Districts), AgreementBeside.Of(found));
    }

    private static Reply<PanelRow> Panel(Asked asked)
    {
        var found = Panels.Ask(asked.Snapshot, asked["round"]!);
        return new(new(found.Snapshot, found.Round, found.Rows), new PanelBeside(found.Overall, found.Severity, found.Adjusted, found.Withheld));
    }

    private static Reply<RankCertaintyRow> Certainty(Asked asked)
    {
        var found = RankCertainties.Ask(asked.Snapshot, asked["round"]!);
        return new(new(found.Snapshot, found.Round, found.Rows), new CertaintyBeside(found.Draws, found.Seed, found.Pairs, found.Withheld));
    }

    private static Reply<RoundChangeRow> Changes(Asked asked)
    {
        var found = RoundChanges.Ask(asked.Snapshot, asked["round"]!);
        return new(new(found.Snapshot, found.Round, found.Rows), new WithheldBeside(found.Withheld));
    }
}
