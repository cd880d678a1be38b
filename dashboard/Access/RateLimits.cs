using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace LearningCity.Dashboard.Access;

/// <summary>How often one may try: signing in by address, SQL and uploads by account. In local mode there is only one person, who is not limited.</summary>
public static class RateLimits
{
    public const string SignIn = "sign-in";
    public const string Sql = "sql";
    public const string Upload = "upload";

    public static void Set(RateLimiterOptions limiter, AccessOptions options)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "60";
            return new ValueTask(Refusals.AnswerAsync(context.HttpContext, StatusCodes.Status429TooManyRequests));
        };
        limiter.AddPolicy(SignIn, context => Window(context.Connection.RemoteIpAddress?.ToString() ?? "", options.SignInsPerMinute, TimeSpan.FromMinutes(1)));
        limiter.AddPolicy(Sql, context => ByAccount(context, options, options.QueriesPerMinute, TimeSpan.FromMinutes(1)));
        limiter.AddPolicy(Upload, context => ByAccount(context, options, options.UploadsPerTenMinutes, TimeSpan.FromMinutes(10)));
    }

    private static RateLimitPartition<string> ByAccount(HttpContext context, AccessOptions options, int permits, TimeSpan window) => options.Accounts
        ? Window(context.User.Identity?.Name ?? "", permits, window)
        : RateLimitPartition.GetNoLimiter("");

    private static RateLimitPartition<string> Window(string key, int permits, TimeSpan window) => RateLimitPartition.GetFixedWindowLimiter(
        key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window, QueueLimit = 0 });
}
