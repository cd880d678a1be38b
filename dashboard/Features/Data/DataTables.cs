using LearningCity.Dashboard.Access;
using LearningCity.Dashboard.Api.Writing;
using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Features.DataRejected;
using LearningCity.Dashboard.Hosting;
using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Dashboard.Features.Data;

/// <summary>The tables of the data pages as files, for those that the API has no route for: /data/tables/NAME.csv and .xlsx.</summary>
public static class DataTables
{
    private const string Prefix = "/data/tables/";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    private static readonly Dictionary<string, Func<Asking, Found?>> Tables = new(StringComparer.Ordinal)
    {
        ["dictionary"] = a => Found.Of(Dictionary.Ask(a.Snapshot).Rows),
        ["checks"] = a => Of(a, s => SnapshotChecks.Ask(s).Rows),
        ["tables"] = a => Of(a, s => s.Info.Rows.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => new TableRows(t.Key, t.Value)).ToList()),
        ["files"] = a => Found.Of(Loads.Files(a.Snapshot, a.Load).Rows),
        ["rejected"] = a => RejectedFilter.Parse(a.Url, out _) is { } f
            ? Found.Of(RejectedRows.Ask(a.Snapshot, f.Load, district: f.District, severity: f.Severity, rule: f.Rule).Rows)
            : null,
        ["adjusted"] = a => Found.Of(Panels.Ask(a.Snapshot, a.Round).Adjusted),
        ["severity"] = a => Found.Of(Panels.Ask(a.Snapshot, a.Round).Severity),
        ["scores-changed"] = a => Compared(a, d => d.Scores),
        ["ranks-changed"] = a => Compared(a, d => d.Ranks),
    };

    /// <summary>Those that say where scores came from.</summary>
    private static readonly string[] OfSources = ["files", "rejected"];

    /// <summary>Address of a table as CSV.</summary>
    public static string Csv(PageUrl url, string name, params (string Key, string? Value)[] parameters) =>
        url.To($"{Prefix}{name}.csv", [("round", null), ("lang", null), .. parameters]);

    public static void MapDataTables(this WebApplication app)
    {
        const string Format = ".{format:regex(^(csv|xlsx)$)}";
        app.MapMethods(Prefix + "{name}" + Format, Methods, Answer).Rule(Rule.City).CachedBySnapshot().ExcludeFromDescription();
        foreach (var name in OfSources)
        {
            app.MapMethods(Prefix + name + Format, Methods, (HttpRequest request, RequestSnapshot snapshot, SnapshotStore store, string format) =>
                    Answer(request, snapshot, store, name, format))
                .WithOrder(-1).Rule(Rule.Sources).CachedBySnapshot().ExcludeFromDescription();
        }
    }

    private static IResult Answer(HttpRequest request, RequestSnapshot snapshot, SnapshotStore store, string name, string format)
    {
        if (snapshot.Reader is not { } reader || !Tables.TryGetValue(name, out var table)
            || table(new Asking(reader, store, PageUrl.From(request))) is not { } found)
        {
            return Results.Text(Language.Text("没有这张表。", "There is no such table."), "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
        }

        return RowFiles.Of(new RowSelection(found.Shape.Columns, found.Rows, found.Rows.Count, 1, Math.Max(1, found.Rows.Count)), format, name, null, reader.Info);
    }

    /// <summary>Of the snapshot that <c>of</c> names, else of the one in view.</summary>
    private static Found? Of<TRow>(Asking asking, Func<SnapshotReader, IReadOnlyList<TRow>> read)
        where TRow : class
    {
        if (asking.Url["of"] is not { } id)
            return Found.Of(read(asking.Snapshot));

        using var other = asking.Store.Lease(asking.Snapshot.Viewer, id);
        return other is null ? null : Found.Of(read(other));
    }

    private static Found? Compared<TRow>(Asking asking, Func<SnapshotDifference, IReadOnlyList<TRow>> rows)
        where TRow : class
    {
        if (asking.Url["a"] is not { } a || asking.Url["b"] is not { } b)
            return null;

        using var before = asking.Store.Lease(asking.Snapshot.Viewer, a);
        using var after = asking.Store.Lease(asking.Snapshot.Viewer, b);
        return before is null || after is null ? null : Found.Of(rows(SnapshotDiff.Between(before, after)));
    }

    private sealed record Asking(SnapshotReader Snapshot, SnapshotStore Store, PageUrl Url)
    {
        /// <summary>Empty where none is named: then there are no rows.</summary>
        public string Round => Url["round"] ?? "";

        public int? Load => int.TryParse(Url["load"], out var load) ? load : null;
    }

    private sealed record Found(RowShape Shape, IReadOnlyList<object> Rows)
    {
        public static Found Of<TRow>(IReadOnlyList<TRow> rows)
            where TRow : class => new(RowShape.Of<TRow>(), rows);
    }

    private sealed record TableRows(string Table, long Rows);
}
