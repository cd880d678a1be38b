using LearningCity.Dashboard.Access.Accounts;
using LearningCity.Dashboard.Access.OpenId;
using LearningCity.Dashboard.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;

namespace LearningCity.Dashboard.Access;

/// <summary>Signing in, and the rules of endpoints: ASP.NET Core's own authentication and authorization.</summary>
public static class AccessSetup
{
    public const string SessionCookie = "lc-session";

    /// <summary>Chooses the scheme by what a request brings along.</summary>
    private const string Chooser = "access";

    public static void AddAccess(this WebApplicationBuilder builder, StartOptions start, AccessOptions options)
    {
        var services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton<AccountFile>();
        services.AddSingleton<FirstSteward>();
        services.AddSingleton<ShownOnce>();
        services.AddSingleton<SignInGates>();
        services.AddSingleton<RefusalTrail>();
        services.AddScoped<RequestViewer>();
        services.AddScoped<Auditor>();
        services.AddSingleton<IAuthorizationHandler, RuleHandler>();
        services.AddIdentityParts();
        services.AddAuthorization(authorization =>
        {
            foreach (var rule in Enum.GetValues<Rule>())
            {
                authorization.AddPolicy(rule.ToString(), policy => policy.AddRequirements(new RuleRequirement(rule)));
            }

            // An endpoint without a rule answers nobody.
            authorization.DefaultPolicy = authorization.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
        });
        var keys = new DirectoryInfo(Path.Combine(start.Folder.Root, "access", "keys"));
        AccountFile.CreatePrivate(keys.Parent!.FullName);
        AccountFile.CreatePrivate(keys.FullName);
        services.AddDataProtection().SetApplicationName("learning-city").PersistKeysToFileSystem(keys);
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "lc-form";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // The dashboard sends its own, stricter header.
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.AddSchemes(options);
        services.AddRateLimiter(limiter => RateLimits.Set(limiter, options));
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            // Of a proxy on this computer alone, which is the framework's default.
            forwarded.ForwardedHeaders = options.Accounts ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
            forwarded.ForwardLimit = 1;
        });
    }

    /// <summary>The parts of Identity that pages and commands need.</summary>
    public static IServiceCollection AddIdentityParts(this IServiceCollection services)
    {
        services.AddScoped<AccountDesk>();
        services.AddIdentityCore<Account>(identity =>
        {
            PasswordRules.Apply(identity.Password);
            identity.Lockout.MaxFailedAccessAttempts = 5;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            identity.Lockout.AllowedForNewUsers = true;
            identity.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._@";
        }).AddUserStore<AccountStore>().AddPasswordValidator<PasswordRules>().AddClaimsPrincipalFactory<AccountClaims>().AddSignInManager();
        return services;
    }

    /// <summary>Before anything that answers, kept answers too.</summary>
    public static void UseAccess(this WebApplication app)
    {
        app.UseOpenIdLimit();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseSameSiteOnly();
        app.UseSizeLimit();
        app.UseFormsOnly();
        app.UseAntiforgery();
    }

    private static void AddSchemes(this IServiceCollection services, AccessOptions options)
    {
        var schemes = services.AddAuthentication(Chooser).AddPolicyScheme(Chooser, null, chooser => chooser.ForwardDefaultSelector = context =>
            !options.Accounts ? LocalHandler.Name : TokenHandler.IsSent(context.Request) ? TokenHandler.Name : IdentityConstants.ApplicationScheme);
        if (!options.Accounts)
        {
            schemes.AddScheme<AuthenticationSchemeOptions, LocalHandler>(LocalHandler.Name, null);
            return;
        }

        schemes.AddScheme<AuthenticationSchemeOptions, TokenHandler>(TokenHandler.Name, null);
        schemes.AddCookie(IdentityConstants.ApplicationScheme, cookie => SessionCookies.Set(cookie, options));
        if (options.OpenId is { } provider)
        {
            schemes.AddOpenId(provider);
        }
    }

    /// <summary>Says that something is too large before it is read: the form would otherwise be said to be out of date.</summary>
    private static void UseSizeLimit(this WebApplication app) => app.Use((context, next) =>
        // The page that says so is a GET in the place of the same request.
        !HttpMethods.IsGet(context.Request.Method)
        && context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize is { } most && context.Request.ContentLength > most
            ? Refusals.AnswerAsync(context, StatusCodes.Status413PayloadTooLarge)
            : next(context));

    /// <summary>Refuses what is no form where people send forms: to read it as one would fail.</summary>
    private static void UseFormsOnly(this WebApplication app) => app.Use((context, next) =>
        HttpMethods.IsPost(context.Request.Method) && !context.Request.HasFormContentType && !Failures.IsForMachines(context.Request.Path)
            ? Refusals.AnswerAsync(context, StatusCodes.Status400BadRequest)
            : next(context));

    /// <summary>Refuses what another site's page sends in a visitor's name, whatever the endpoint: browsers say where a request comes from.</summary>
    private static void UseSameSiteOnly(this WebApplication app) => app.Use((context, next) =>
        !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method)
        && context.Request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site"
            ? Refusals.AnswerAsync(context, StatusCodes.Status403Forbidden)
            : next(context));
}
