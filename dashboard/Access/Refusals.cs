using LearningCity.Dashboard.Hosting;

namespace LearningCity.Dashboard.Access;

/// <summary>How somebody is told that a request is not for them: programs by a problem, people by the page of its status.</summary>
internal static class Refusals
{
    public static async Task AnswerAsync(HttpContext context, int status)
    {
        if (status == StatusCodes.Status403Forbidden)
        {
            context.RequestServices.GetRequiredService<RefusalTrail>().Record(context, context.RequestServices.GetRequiredService<Auditor>());
        }

        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        if (status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }

        // People get the error page, which is written for an answer without a body.
        if (!Failures.IsForMachines(context.Request.Path))
        {
            return;
        }

        var (title, detail) = Words(status);
        await Results.Problem(statusCode: status, title: title, detail: detail).ExecuteAsync(context);
    }

    private static (string Title, string Detail) Words(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => (
            Language.Text("需要登录", "Sign in first"),
            Language.Text("请用个人令牌（Authorization: Bearer …）或先在浏览器中登录。", "Send a personal token (Authorization: Bearer …) or sign in at a browser.")),
        StatusCodes.Status413PayloadTooLarge => (
            Language.Text("发送的内容太大", "Too large"),
            Language.Text("请求正文超过了允许的大小。", "The body of the request is larger than is taken.")),
        StatusCodes.Status429TooManyRequests => (
            Language.Text("请求过于频繁", "Too many requests"),
            Language.Text("请按 Retry-After 所示稍后再试。", "Try again later, when Retry-After says.")),
        _ => (
            Language.Text("无权访问", "Not for this role"),
            Language.Text("此内容不对您的角色开放。", "Your role may not see this.")),
    };
}
