using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace LearningCity.Dashboard.Access.OpenId;

/// <summary>Signing in at a provider: authorization code with PKCE, by ASP.NET Core's own handler. The provider is first asked when somebody signs
/// in, so the dashboard starts without it.</summary>
public static partial class OpenIdSetup
{
    public const string Scheme = "openid";

    /// <summary>Where the provider sends people back to; it has to know this address.</summary>
    public const string CallbackPath = "/account/openid";

    public const string StartPath = "/account/sign-in/openid";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static AuthenticationBuilder AddOpenId(this AuthenticationBuilder schemes, OpenIdOptions provider)
    {
        schemes.Services.AddScoped<OpenIdEvents>();
        return schemes.AddOpenIdConnect(Scheme, options =>
        {
            options.Authority = provider.Authority.ToString();
            options.RequireHttpsMetadata = provider.Authority.Scheme == Uri.UriSchemeHttps;
            options.ClientId = provider.ClientId;
            options.ClientSecret = provider.ClientSecret;
            options.SignInScheme = IdentityConstants.ApplicationScheme;
            options.CallbackPath = CallbackPath;
            options.EventsType = typeof(OpenIdEvents);
            options.ResponseType = OpenIdConnectResponseType.Code;
            // By address rather than by a form: a form from another site would bring no cookie that is not open to all sites.
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.UsePkce = true;
            options.MapInboundClaims = false;
            options.SaveTokens = false;
            options.DisableTelemetry = true;
            options.BackchannelTimeout = Patience;
            options.Scope.Clear();
            foreach (var scope in provider.Scopes.Prepend("profile").Prepend("openid").Distinct())
            {
                options.Scope.Add(scope);
            }

            options.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(2);
            foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
            {
                cookie.SameSite = SameSiteMode.Lax;
                cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.HttpOnly = true;
            }
        });
    }

    public static void MapOpenId(this WebApplication app)
    {
        app.MapGet(StartPath, StartAsync).Rule(Rule.Anyone).RequireRateLimiting(RateLimits.SignIn).ExcludeFromDescription();
        // The handler answers before this is reached; it stands here for the rule and the limit.
        app.MapGet(CallbackPath, () => Results.LocalRedirect(SignInPath.Path)).Rule(Rule.Anyone).RequireRateLimiting(RateLimits.SignIn).ExcludeFromDescription();
    }

    /// <summary>Before authentication, which takes the provider's answer: so many as may try to sign in may bring one.</summary>
    public static void UseOpenIdLimit(this WebApplication app) =>
        app.UseWhen(context => context.Request.Path == CallbackPath, branch => branch.UseRateLimiter());

    private static async Task StartAsync(string? to, HttpContext http, AccessOptions options, Auditor audit, ILoggerFactory logs)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (options.OpenId is null)
        {
            http.Response.Redirect(SignInPath.Path);
            return;
        }

        try
        {
            await http.ChallengeAsync(Scheme, new AuthenticationProperties { RedirectUri = SignInPath.Local(to) });
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or HttpRequestException)
        {
            Unreachable(logs.CreateLogger(typeof(OpenIdSetup)), e, options.OpenId.Authority, e.Message);
            audit.Record(Warehouse.Access.AuditWords.SignInFailed, who: "?", details: [("by", Scheme), ("reason", "unreachable")]);
            http.Response.Redirect(SignInPath.Wrong(to, "openid-unreachable"));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The sign-in provider {Authority} cannot be reached: {Reason}")]
    private static partial void Unreachable(ILogger logger, Exception exception, Uri authority, string reason);
}
