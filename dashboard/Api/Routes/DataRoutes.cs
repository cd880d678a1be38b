using LearningCity.Dashboard.Access;
using LearningCity.Dashboard.Api.Asking;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Api.Routes;

/// <summary>Where the numbers come from: snapshots, loads, rejected rows, the lineage of one score.</summary>
public static class DataRoutes
{
    public static void MapData(this IEndpointRouteBuilder group)
    {
        group.MapRows(new RowsRoute<SnapshotRow>("snapshots", [], SnapshotRow.Ask) { Cached = false });
        group.MapRows(new RowsRoute<LoadRow>("loads", [], asked => Loads.Ask(asked.Snapshot)) { Rule = Rule.Sources });
        group.MapRows(new RowsRoute<RejectedRow>(
            "rejected",
            [Parameters.Load, Parameters.Severity],
            asked => RejectedRows.Ask(asked.Snapshot, asked.Whole("load"), severity: asked.Filter("severity")))
        {
            Rule = Rule.Sources,
        });
        group.MapRows(new RowsRoute<LineageRow>(
            "lineage",
            [Parameters.Round, Parameters.Needed(Parameters.District), Parameters.Needed(Parameters.Indicator)],
            asked => Lineage.Ask(asked.Snapshot, asked["round"]!, asked["district"]!, asked["indicator"]!))
        {
            Rule = Rule.Sources,
        });
    }
}
