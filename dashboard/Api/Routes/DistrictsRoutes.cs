using LearningCity.Dashboard.Api.Asking;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Api.Routes;

/// <summary>One district against its peers.</summary>
public static class DistrictsRoutes
{
    public static void MapDistricts(this IEndpointRouteBuilder group) => group.MapRows(new RowsRoute<DistrictIndicatorRow>(
        "districts",
        [Parameters.DistrictInPath, Parameters.Round, Parameters.PeersOrNearest],
        Ask)
    {
        Path = "districts/{code}",
        Described = typeof(DistrictAnswer),
    });

    private static Reply<DistrictIndicatorRow> Ask(Asked asked)
    {
        var (code, round) = (asked["code"]!, asked["round"]!);
        var peers = asked["peers"]!;
        return DistrictProfiles.Ask(asked.Snapshot, code, round, peers) is { } profile
            ? new Reply<DistrictIndicatorRow>(
                new(profile.Snapshot, profile.Round, [.. profile.Indicators.Select(DistrictIndicatorRow.Of)]),
                DistrictBeside.Of(profile, PeerComparisons.Ask(asked.Snapshot, code, round, peers == DistrictProfiles.City ? PeerComparisons.Zone : peers)!))
            : new Fault("code", code, ApiText.Format("NoScores", code, round)) { Missing = true };
    }
}
