using System.Security.Claims;
using System.Text.Encodings.Web;
using LearningCity.Dashboard.Access.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace LearningCity.Dashboard.Access;

/// <summary>Signs in a program by the personal token in <c>Authorization: Bearer</c>.</summary>
public sealed class TokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, AccountFile accounts, TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "token";

    private const string Prefix = "Bearer ";

    public static bool IsSent(HttpRequest request) => request.Headers.Authorization.ToString().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!IsSent(Request))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var hash = AccessToken.HashOf(Request.Headers.Authorization.ToString()[Prefix.Length..].Trim());
        var found = accounts.Read().Where(a => a.TokensWork(time.GetUtcNow()))
            .SelectMany(a => a.Tokens.Select(t => (Account: a, Token: t)))
            .FirstOrDefault(p => p.Token.Hash == hash && p.Token.Expires > time.GetUtcNow());
        if (found.Account is not { } account)
        {
            return Task.FromResult(AuthenticateResult.Fail("unknown, expired or revoked token"));
        }

        var identity = new ClaimsIdentity(Name, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new(ClaimTypes.Name, account.Name));
        identity.AddClaim(new(ClaimTypes.Role, account.Role));
        identity.AddClaims(found.Token.Scopes.Select(s => new Claim(Scopes.Claim, s)));
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Refusals.AnswerAsync(Context, StatusCodes.Status401Unauthorized);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Refusals.AnswerAsync(Context, StatusCodes.Status403Forbidden);
}
