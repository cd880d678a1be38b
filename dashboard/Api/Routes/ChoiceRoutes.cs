using LearningCity.Dashboard.Api.Asking;
using LearningCity.Dashboard.Hosting;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Statistics;

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
        if (WhatIfs.Ask(asked.Snapshot, district, round, Pairs.Read(asked["points"]!)!) is not { } found)
        {
            return new Fault("district", district, ApiText.Format("NoScores", district, round)) { Missing = true };
        }

        return Impossible(asked, "points", found.Withheld, "after") is { } wrong
            ? wrong
            : new Reply<WhatIfChange>(
                new(found.Snapshot, found.Round, found.Changes), new WhatIfBeside(found.District, found.Ranked, found.Before, found.After, found.Withheld));
    }

    private static Reply<ReweightedRow> Reweighted(Asked asked)
    {
        var found = ReweightedRankings.Ask(asked.Snapshot, asked["round"]!, Pairs.Read(asked["weights"]!)!);
        return Impossible(asked, "weights", found.Withheld, "rows") is { } wrong
            ? wrong
            : new Reply<ReweightedRow>(
                new(found.Snapshot, found.Round, found.Rows),
                new WeightsBeside([.. found.Weights.Select(w => new DimensionWeight(w.Key, w.Value))], found.Withheld));
    }

    /// <summary>A choice that cannot be, such as more points than there are, is a wrong parameter and not a missing statistic.</summary>
    private static Fault? Impossible(Asked asked, string parameter, IReadOnlyList<WithheldRow> withheld, string statistic) =>
        withheld.FirstOrDefault(w => w.Statistic == statistic && w.Is(WithheldReason.InvalidChoice)) is { } why
            ? new Fault(parameter, asked[parameter], Language.Text(why.Zh, why.En))
            : null;
}
