using System.Text.Json;
using System.Text.Json.Nodes;
using LearningCity.Dashboard.Access;
using LearningCity.Dashboard.Api;
using LearningCity.Dashboard.Api.Describing;
using LearningCity.Dashboard.Hosting;
using LearningCity.Dashboard.Resources;
using LearningCity.Dashboard.SqlConsole.Writing;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LearningCity.Dashboard.SqlConsole;

/// <summary>The body of POST /api/v1/sql.</summary>
/// <param name="Sql">One reading statement in DuckDB's SQL.</param>
public sealed record SqlQuestion(string? Sql);

/// <summary>What POST /api/v1/sql answers with as JSON.</summary>
/// <param name="Snapshot">Id of the snapshot that was asked.</param>
/// <param name="Sample">Whether the scores are the synthetic sample data (示例数据).</param>
/// <param name="Rows">One array a row, values in the order of the columns.</param>
/// <param name="Truncated">Whether a limit cut the answer.</param>
/// <param name="TruncatedBy">rows or bytes; null when the answer is complete.</param>
public sealed record SqlAnswer(
    string Snapshot, bool Sample, IReadOnlyList<SqlColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, bool Truncated, string? TruncatedBy);

/// <summary>POST /api/v1/sql: a query in, rows out as JSON, CSV or Parquet.</summary>
public static class SqlApi
{
    public const string Path = "/api/v1/sql";

    /// <summary>Far more than the longest query that is taken.</summary>
    private const long LargestBody = 1 << 20;

    public static void MapSqlApi(this IEndpointRouteBuilder app) => app.MapPost(Path, AskAsync)
        .WithName("sql")
        .WithTags(ApiText.Both("tag.sql")!)
        .WithSummary("一条只读 SQL 查询 | One reading SQL query")
        .WithDescription(
            "对研究用数据文件（专家为化名，不含来源文件）运行一条 DuckDB 查询。最多 10,000 行、20 MB、10 秒；超出行数或字节数时 truncated 为 true。"
            + "format=csv|parquet 或 Accept 选择格式。 | Runs one DuckDB query on the researchers' file (experts under pseudonyms, no source files). "
            + "At most 10,000 rows, 20 MB and 10 seconds; truncated tells when rows or bytes were cut off. format=csv|parquet or Accept choose the form.")
        .AddOpenApiOperationTransformer(DescribeAsync)
        .Produces<SqlAnswer>()
        .Produces<Problem>(StatusCodes.Status400BadRequest, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status404NotFound, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status415UnsupportedMediaType, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status422UnprocessableEntity, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status503ServiceUnavailable, "application/problem+json")
        .Rule(Rule.Research)
        .RequireRateLimiting(RateLimits.Sql)
        .DisableAntiforgery();

    private static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { "sql" },
            Properties = new Dictionary<string, IOpenApiSchema> { ["sql"] = new OpenApiSchema { Type = JsonSchemaType.String } },
        };
        var example = new JsonObject { ["sql"] = "select district, expert_points from rpt_dimension_result where round = '2026' and dimension = 'total' order by expert_rank, district limit 3" };
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new() { Schema = schema, Example = example },
                ["application/x-www-form-urlencoded"] = new() { Schema = schema },
            },
        };
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            parameter.Description = ApiText.Both("parameter.sqlFormat");
        }

        foreach (var (status, response) in operation.Responses!)
        {
            response.Description = ApiText.Both($"status.{status}");
        }

        ((OpenApiResponse)operation.Responses["200"]).Content!["application/json"].Example = Examples.Of("sql");
        return Task.CompletedTask;
    }

    private static async Task AskAsync(HttpContext http, SqlDesk desk, RequestSnapshot snapshot, [FromQuery] string? format)
    {
        var result = await ResultAsync(http, desk, snapshot, format);
        if (!http.RequestAborted.IsCancellationRequested)
        {
            await result.ExecuteAsync(http);
        }
    }

    private static async Task<IResult> ResultAsync(HttpContext http, SqlDesk desk, RequestSnapshot snapshot, string? format)
    {
        var writer = ResultFormat.Of(format, http.Request.GetTypedHeaders().Accept);
        if (writer is null)
        {
            return Problem(
                400, "参数有误", "A parameter is wrong",
                $"format 只能是 {ResultFormat.Names}，不是“{format}”。", $"format is one of {ResultFormat.Names}, not \"{format}\".");
        }

        if (snapshot.Reader is not { } reader)
        {
            return snapshot.PinnedIsUnknown
                ? Problem(404, "没有这个快照", "No such snapshot", $"没有快照“{snapshot.Pinned}”。", $"There is no snapshot \"{snapshot.Pinned}\".")
                : Problems.NoSnapshot();
        }

        var (sql, wrong) = await BodyAsync(http);
        if (wrong is not null)
        {
            return wrong;
        }

        try
        {
            var outcome = await desk.AskAsync(reader, sql ?? "", http.RequestAborted);
            return outcome.Result is { } found ? new ResultAnswer(found, reader.Info, writer) : Problem(outcome.Fault!, http.Response);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return Results.Empty;
        }
    }

    /// <summary>The query: JSON, or the field <c>sql</c> of a form, which is how the page's download buttons send it.</summary>
    private static async Task<(string? Sql, IResult? Wrong)> BodyAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LargestBody;
        }

        try
        {
            if (http.Request.HasFormContentType)
            {
                var form = await http.Request.ReadFormAsync(http.RequestAborted);
                return (form["sql"], null);
            }

            if (!http.Request.HasJsonContentType())
            {
                return (null, Problem(
                    415, "请求有误", "The request is wrong",
                    "请求体的类型应为 application/json。", "The body's content type is application/json."));
            }

            var question = await JsonSerializer.DeserializeAsync<SqlQuestion>(http.Request.Body, JsonSerializerOptions.Web, http.RequestAborted);
            return (question?.Sql, null);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or BadHttpRequestException or NotSupportedException)
        {
            return (null, Problem(
                400, "请求有误", "The request is wrong",
                """请求体应为 JSON：{"sql": "select …"}，不超过 1 MiB。""", """The body is JSON, {"sql": "select …"}, and at most 1 MiB."""));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return (null, Results.Empty);
        }
    }

    internal static ProblemHttpResult Problem(SqlFault fault, HttpResponse response)
    {
        var (status, zh, en) = fault.Kind switch
        {
            SqlFaultKind.Query => (400, "查询有误", "The query has an error"),
            SqlFaultKind.Refused => (400, "查询不被接受", "The query is not accepted"),
            SqlFaultKind.Busy => (503, "查询繁忙", "Too busy"),
            SqlFaultKind.Timeout => (422, "查询超时", "The query took too long"),
            SqlFaultKind.Memory => (422, "查询所需内存过多", "The query needs too much memory"),
            _ => (422, "查询未完成", "The query did not end"),
        };
        if (fault.Kind == SqlFaultKind.Busy)
        {
            response.Headers.RetryAfter = "5";
        }

        var detail = Language.Text(fault.Zh, fault.En) + (fault.Message is null ? "" : "\n" + fault.Message);
        return TypedResults.Problem(new ProblemDetails
        {
            Status = status,
            Title = Language.Text(zh, en),
            Detail = detail,
            Extensions =
            {
                ["kind"] = JsonNamingPolicy.CamelCase.ConvertName(fault.Kind.ToString()),
                ["errorClass"] = fault.Error,
                ["message"] = fault.Message,
                ["position"] = fault.Position,
            },
        });
    }

    private static ProblemHttpResult Problem(int status, string titleZh, string titleEn, string zh, string en) =>
        TypedResults.Problem(statusCode: status, title: Language.Text(titleZh, titleEn), detail: Language.Text(zh, en));
}
