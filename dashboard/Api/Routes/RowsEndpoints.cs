using LearningCity.Dashboard.Access;
using LearningCity.Dashboard.Api.Asking;
using LearningCity.Dashboard.Api.Describing;
using LearningCity.Dashboard.Api.Writing;
using LearningCity.Dashboard.Hosting;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Dashboard.Api.Routes;

/// <summary>Maps a route with rows: as JSON under its path, as CSV, Parquet and workbook with the ending added.</summary>
public static class RowsEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapRows<TRow>(this IEndpointRouteBuilder group, RowsRoute<TRow> route)
        where TRow : class
    {
        var shape = RowShape.Of<TRow>();
        IReadOnlyList<Parameter> parameters = [.. route.Parameters, .. ParameterReader.Common(shape)];
        var json = group.MapMethods(route.Path, Methods, (HttpContext http, RequestSnapshot snapshot, SnapshotStore store) =>
            Answer(http, snapshot, store, route, shape, parameters, "json"));
        var files = group.MapMethods(
            route.Path + ".{format:regex(^(csv|parquet|xlsx)$)}",
            Methods,
            (HttpContext http, RequestSnapshot snapshot, SnapshotStore store, string format) =>
                Answer(http, snapshot, store, route, shape, parameters, format));
        json.WithName(route.Name).WithMetadata(new RouteNotes(route.Name, parameters, shape, Files: false)).Produces(StatusCodes.Status200OK, route.Described);
        files.WithName(route.Name + "File").WithMetadata(new RouteNotes(route.Name, parameters, shape, Files: true));
        foreach (var endpoint in new[] { json, files })
        {
            endpoint.Rule(route.Rule).Produces<Problem>(StatusCodes.Status400BadRequest, "application/problem+json")
                .Produces<Problem>(StatusCodes.Status404NotFound, "application/problem+json");
            if (route.Cached)
            {
                endpoint.CachedBySnapshot();
            }
        }
    }

    private static IResult Answer<TRow>(
        HttpContext http, RequestSnapshot snapshot, SnapshotStore store,
        RowsRoute<TRow> route, RowShape shape, IReadOnlyList<Parameter> parameters, string format)
        where TRow : class
    {
        // Where the pinned snapshot does not exist, the current one stands in to find what else is wrong.
        using var standIn = snapshot.PinnedIsUnknown ? store.Lease(snapshot.Viewer) : null;
        if ((snapshot.Reader ?? standIn) is not { } reader)
        {
            return Problems.NoSnapshot();
        }

        var asked = new Asked(reader, store);
        var faults = ParameterReader.Read(http.Request, asked, parameters);
        IReadOnlyList<Fault> all = snapshot.PinnedIsUnknown ? [UnknownSnapshot(snapshot.Pinned!, store), .. faults] : faults;
        if (all.Count > 0)
        {
            return Problems.Of(all);
        }

        if (asked["round"] is null && parameters.Any(p => p.Name == "round"))
        {
            return Problems.NoRound();
        }

        var reply = route.Ask(asked);
        if (reply.Answer is not { } answer)
        {
            return Problems.Of([reply.Wrong!]);
        }

        var selection = RowSelection.Of(
            shape, answer.Rows, asked["sort"], asked["fields"], asked.Whole("page")!.Value, asked.Whole("pageSize")!.Value);
        Paging.Declare(http, selection);
        return format == "json"
            ? JsonRows.Of(
                new RowsAnswer<object>(
                    answer.Snapshot, reader.Info.Sample, answer.Round,
                    selection.Total, selection.Page, selection.PageSize, JsonRows.Select(shape, selection)),
                reply.Beside)
            : RowFiles.Of(selection, format, route.Name, answer.Round, reader.Info);
    }

    private static Fault UnknownSnapshot(string id, SnapshotStore store)
    {
        var known = store.List().Select(s => s.Id).ToArray();
        return new Fault(
            RequestSnapshot.Parameter, id, ApiText.Format("UnknownSnapshot", id, string.Join(' ', known)), known)
        {
            Missing = true,
        };
    }
}
