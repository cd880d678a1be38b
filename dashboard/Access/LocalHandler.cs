using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace LearningCity.Dashboard.Access;

/// <summary>Local mode: whoever reaches this computer's own address may do everything. A request that another machine passed on is not from
/// this computer and is nobody's.</summary>
public sealed class LocalHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "local";

    private static readonly string[] PassedOn = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP"];

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var remote = Context.Connection.RemoteIpAddress;
        if (PassedOn.Any(Request.Headers.ContainsKey) || remote is not null && !System.Net.IPAddress.IsLoopback(remote))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var identity = new ClaimsIdentity([new(ClaimTypes.Name, Role.LocalName), new(ClaimTypes.Role, Role.LocalName)], Name);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Refusals.AnswerAsync(Context, StatusCodes.Status403Forbidden);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Refusals.AnswerAsync(Context, StatusCodes.Status403Forbidden);
}
