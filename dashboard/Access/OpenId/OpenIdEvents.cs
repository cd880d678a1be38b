using System.Security.Claims;
using LearningCity.Dashboard.Access.Accounts;
using LearningCity.Warehouse.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LearningCity.Dashboard.Access.OpenId;

/// <summary>What becomes of the provider's answer. Whoever it vouches for with a mapped role gets an account of that role and a session like any
/// other: it ends at once when a steward disables the account or signs it out.</summary>
public sealed partial class OpenIdEvents(
    AccessOptions access, AccountDesk desk, IUserClaimsPrincipalFactory<Account> sessions, Auditor audit, ILogger<OpenIdEvents> log) : OpenIdConnectEvents
{
    /// <summary>The standard lets a token without a signature pass that came from the provider itself over TLS; here it does not.</summary>
    public override Task TokenValidated(TokenValidatedContext context)
    {
        if (context.SecurityToken.SignatureAlgorithm is null or "" or "none")
        {
            context.Fail(new SecurityTokenInvalidSignatureException("The identity token is not signed."));
        }

        return Task.CompletedTask;
    }

    /// <summary>After every check of the answer, and before there is a session. (When TokenValidated is raised the nonce is not checked yet.)</summary>
    public override async Task TicketReceived(TicketReceivedContext context)
    {
        var (provider, said) = (access.OpenId!, context.Principal!);
        if (said.FindFirst(JwtRegisteredClaimNames.Sub) is not { Value.Length: > 0 } subject)
        {
            Refuse(context, context.ReturnUri, "openid", "subject", null);
            return;
        }

        var identity = new OpenIdIdentity(subject.Issuer, subject.Value, null);
        var name = said.FindFirstValue(provider.NameClaim);
        if (provider.RoleOf([.. said.FindAll(provider.RoleClaim).Select(c => c.Value)]) is not { } role)
        {
            await desk.UnvouchedAsync(identity);
            Refuse(context, context.ReturnUri, "openid-role", "role", name ?? subject.Value);
            return;
        }

        if (await desk.VouchedAsync(identity, name, role) is not { } account)
        {
            Refuse(context, context.ReturnUri, "openid", "account", name ?? subject.Value);
            return;
        }

        if (account.Disabled)
        {
            Refuse(context, context.ReturnUri, "openid-disabled", "disabled", account.Name);
            return;
        }

        audit.Record(AuditWords.SignIn, account.Name, who: account.Name, ("by", OpenIdSetup.Scheme), ("role", account.Role));
        context.Principal = await sessions.CreateAsync(account);
        context.Properties = new AuthenticationProperties();
        context.ReturnUri = SignInPath.After(context.ReturnUri, role, access.Others);
    }

    public override Task AccessDenied(AccessDeniedContext context)
    {
        Refuse(context, context.ReturnUrl, "openid-denied", "denied", null);
        return Task.CompletedTask;
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        var reason = context.Failure?.GetType().Name ?? "unknown";
        NotAccepted(log, context.Failure, reason, context.Failure?.Message ?? "");
        Refuse(context, context.Properties?.RedirectUri, "openid", reason, null);
        return Task.CompletedTask;
    }

    private void Refuse<TOptions>(HandleRequestContext<TOptions> context, string? to, string sentence, string reason, string? name)
        where TOptions : AuthenticationSchemeOptions
    {
        audit.Record(AuditWords.SignInFailed, name, who: "?", ("by", OpenIdSetup.Scheme), ("reason", reason));
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect(SignInPath.Wrong(to, sentence));
        context.HandleResponse();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sign-in provider's answer is not accepted ({Kind}): {Reason}")]
    private static partial void NotAccepted(ILogger logger, Exception? exception, string kind, string reason);
}
