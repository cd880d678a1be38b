using LearningCity.Warehouse.Snapshots;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace LearningCity.Dashboard.Hosting;

/// <summary>Logs an exception once and answers programs with a problem; people get the error page of the pages area.</summary>
public sealed partial class FailureHandler(ILogger<FailureHandler> log, IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var path = httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? httpContext.Request.Path;
        // A body or header that the server cannot read is the sender's mistake and keeps its own status.
        var status = exception switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            OutdatedSnapshotException => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };
        httpContext.Response.StatusCode = status;
        RequestFailed(log, exception, httpContext.TraceIdentifier, httpContext.Request.Method, path, exception.Message);
        return Failures.IsForMachines(path) && await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = new ProblemDetails
            {
                Status = status,
                Title = Language.Text("请求处理失败", "The request failed"),
                Detail = exception is OutdatedSnapshotException ? Failures.Half(exception.Message) : Language.Text(
                    $"系统内部出错，已记入日志。请将请求编号 {httpContext.TraceIdentifier} 告知管理员。",
                    $"Something went wrong inside; it has been logged. Please give the request id {httpContext.TraceIdentifier} to the administrator."),
            },
        });
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {RequestId} {Method} {Path} failed: {Reason}")]
    private static partial void RequestFailed(
        ILogger logger, Exception exception, string requestId, string method, string path, string reason);
}
