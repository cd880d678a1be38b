using LearningCity.Dashboard.Api.Asking;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Api.Routes;

/// <summary>What would be if scores or weights were others.</summary>
public static class ChoiceRoutes
{
    public static void MapChoices(this IEndpointRouteBuilder group)
    {
        group.MapRows(new RowsRoute<WhatIfChange>(
            "whatif", [Parameters.Round, Parameters.Needed(Parameters.District), Parameters.Needed(Parameters.Points)], WhatIf)
        {
            Described = typeof(WhatIfRows),
        });
        group.MapRows(new RowsRoute<ReweightedRow>("reweighted", [Parameters.Round, Parameters.Needed(Parameters.Weights)], Reweighted)
        {
            Described = typeof(ReweightedAnswer),
        });
    }

    private static Reply<WhatIfChange> WhatIf(Asked asked)
    {
        var (district, round) = (asked["district"]!, asked["round"]!);
        return WhatIfs.Ask(asked.Snapshot, district, round, Pairs.Read(asked["points"]!)!) is { } found
            ? new Reply<WhatIfChange>(
                new(found.Snapshot, found.Round, found.Changes), new WhatIfBeside(found.District, found.Ranked, found.Before, found.After, found.Withheld))
            : new Fault("district", district, ApiText.Format("NoScores", district, round)) { Missing = true };
    }

    private static Reply<ReweightedRow> Reweighted(Asked asked)
    {
        var found = ReweightedRankings.Ask(asked.Snapshot, asked["round"]!, Pairs.Read(asked["weights"]!)!);
        return new(
            new(found.Snapshot, found.Round, found.Rows),
            new WeightsBeside([.. found.Weights.Select(w => new DimensionWeight(w.Key, w.Value))], found.Withheld));
    }
}
