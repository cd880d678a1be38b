using System.Text;
using LearningCity.Dashboard.Access;
using LearningCity.Dashboard.Api;
using LearningCity.Dashboard.Api.Asking;
using LearningCity.Dashboard.Figures.Outlines;
using LearningCity.Dashboard.Figures.Plots;
using LearningCity.Dashboard.Figures.Rendering;
using LearningCity.Dashboard.Hosting;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Snapshots;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace LearningCity.Dashboard.Figures.Asking;

/// <summary><c>/figures/{name}.svg|png</c>: each figure as a file, with title, filters, note and source in it.</summary>
internal static class FigureEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(WebApplication app)
    {
        app.MapMethods("/figures/{name}.{format:regex(^(svg|png)$)}", Methods, Answer).Rule(Rule.City).CachedBySnapshot().ExcludeFromDescription();
        app.MapMethods("/figures/{**rest}", Methods, (HttpContext http) => Unknown(http.Request)).Rule(Rule.City).ExcludeFromDescription();
    }

    private static IResult Answer(HttpContext http, RequestSnapshot snapshot, SnapshotStore store, OutlineFile outlines, string name, string format)
    {
        if (FigureCatalog.Find(name) is not { } entry) return Unknown(http.Request);
        using var standIn = snapshot.PinnedIsUnknown ? store.Lease(snapshot.Viewer) : null;
        if ((snapshot.Reader ?? standIn) is not { } reader) return Problems.NoSnapshot();
        var asked = new Asked(reader, store);
        var faults = ParameterReader.Read(http.Request, asked, [.. entry.Parameters, .. FigureParameters.Common]);
        if (snapshot.PinnedIsUnknown)
        {
            var known = store.List().Select(s => s.Id).ToArray();
            faults = [new Fault(RequestSnapshot.Parameter, snapshot.Pinned, ApiText.Format("UnknownSnapshot", snapshot.Pinned!, string.Join(' ', known)), known) { Missing = true }, .. faults];
        }

        if (faults.Count > 0) return Problems.Of(faults);
        if (asked["round"] is null && entry.Parameters.Contains(Parameters.Round)) return Problems.NoRound();
        return File(http.Response, entry, asked, Context(asked, entry, outlines), format);
    }

    private static IResult File(HttpResponse response, FigureEntry entry, Asked asked, FigureContext context, string format)
    {
        var info = asked.Snapshot.Info;
        var figure = entry.Ask(asked, context);
        var width = asked.Whole("width")!.Value;
        var palette = FigureParameters.Palette(asked);
        var name = string.Join('-', new[] { info.Sample ? "sample" : null, entry.Name, asked["round"], asked["district"], asked["indicator"] }.Where(p => p is not null));
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileName = $"{name}.{format}" }.ToString();
        return format == "svg"
            ? Results.Bytes(Encoding.UTF8.GetBytes(FigureSvg.Standalone(figure, width, palette)), "image/svg+xml; charset=utf-8")
            : Results.Bytes(FigurePng.Standalone(figure, width, palette), "image/png");
    }

    private static FigureContext Context(Asked asked, FigureEntry entry, OutlineFile outlines)
    {
        var language = Language.IsEnglish ? FigureLanguage.En : FigureLanguage.Zh;
        var info = asked.Snapshot.Info;
        return new(language, info.Id, info.Sample, asked.Round?.Code, asked.Round?.Named().In(language), Subjects.Filters(asked, language))
        {
            // The file is read only for the figure that draws it.
            Outlines = entry.Name == TileMapFigure.Name ? outlines.Outlines : null,
        };
    }

    private static ProblemHttpResult Unknown(HttpRequest request) => Problems.NoRoute(request, FigureCatalog.All.Select(f => $"/figures/{f.Name}.svg"));
}
