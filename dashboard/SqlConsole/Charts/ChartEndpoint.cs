using System.Text;
using LearningCity.Dashboard.Access;
using LearningCity.Dashboard.Api;
using LearningCity.Dashboard.Figures;
using LearningCity.Dashboard.Figures.Rendering;
using LearningCity.Dashboard.Hosting;
using LearningCity.Dashboard.SqlConsole.Page;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Dashboard.SqlConsole.Charts;

/// <summary><c>/figures/sql.svg|png</c>: the chart of a query as a file.</summary>
internal static class ChartEndpoint
{
    /// <summary>Comes before the pattern of the other figures, which this address fits as well.</summary>
    public static void MapChart(this IEndpointRouteBuilder app) =>
        app.MapGet("/figures/" + ChartFigure.Name + ".{format:regex(^(svg|png)$)}", AnswerAsync).WithOrder(-1).Rule(Rule.Research).RequireRateLimiting(RateLimits.Sql).ExcludeFromDescription();

    public static FigureContext Context(SnapshotInfo info, string query) =>
        new(Language.IsEnglish ? FigureLanguage.En : FigureLanguage.Zh, info.Id, info.Sample, Query: query);

    private static async Task<IResult> AnswerAsync(HttpContext http, SqlDesk desk, ResultShelf shelf, RequestSnapshot snapshot, string format)
    {
        if (snapshot.Reader is not { } reader)
        {
            return Problems.NoSnapshot();
        }

        var query = http.Request.Query;
        var outcome = await shelf.AskAsync(desk, reader, query["q"].ToString(), again: false, http.RequestAborted);
        await using var result = outcome.Result;
        if (result is null)
        {
            return SqlApi.Problem(outcome.Fault!, http.Response);
        }

        if (ChartSpec.Of(query["chart"], query["x"], query["y"], result.Columns) is not { } spec)
        {
            return TypedResults.Problem(
                statusCode: 400, title: Language.Text("参数有误", "A parameter is wrong"),
                detail: Language.Text("chart 为 column、line 或 scatter，结果中需有数值列。", "chart is column, line or scatter, and the result needs a column of numbers."));
        }

        var figure = ChartFigure.Of(spec, await ChartPoints.ReadAsync(result, spec, http.RequestAborted), result.Columns, Context(reader.Info, ""));
        return format == "svg"
            ? Results.Bytes(Encoding.UTF8.GetBytes(FigureSvg.Standalone(figure, FigureWidths.Medium, FigurePalette.Light)), "image/svg+xml; charset=utf-8")
            : Results.Bytes(FigurePng.Standalone(figure, FigureWidths.Medium, FigurePalette.Light), "image/png");
    }
}
