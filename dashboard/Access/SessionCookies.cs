using LearningCity.Dashboard.Access.Accounts;
using LearningCity.Dashboard.Hosting;
using LearningCity.Warehouse.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace LearningCity.Dashboard.Access;

/// <summary>The cookie of a session: ends after a working day, with the browser, and as soon as the account's stamp changes.</summary>
internal static class SessionCookies
{
    public static void Set(CookieAuthenticationOptions cookie, AccessOptions options)
    {
        cookie.Cookie.Name = AccessSetup.SessionCookie;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = options.Session;
        cookie.SlidingExpiration = false;
        cookie.LoginPath = SignInPath.Path;
        cookie.ReturnUrlParameter = SignInPath.Parameter;
        cookie.Events = new CookieAuthenticationEvents
        {
            OnRedirectToLogin = context => ChallengeAsync(context),
            OnRedirectToAccessDenied = context => Refusals.AnswerAsync(context.HttpContext, StatusCodes.Status403Forbidden),
            OnValidatePrincipal = ValidateAsync,
        };
    }

    private static Task ChallengeAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (Failures.IsForMachines(context.Request.Path) || !HttpMethods.IsGet(context.Request.Method))
        {
            return Refusals.AnswerAsync(context.HttpContext, StatusCodes.Status401Unauthorized);
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect(SignInPath.To(context.Request.Path + context.Request.QueryString));
        return Task.CompletedTask;
    }

    /// <summary>Asked at each request: what an account may no longer do it cannot do from the next one on.</summary>
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var manager = context.HttpContext.RequestServices.GetRequiredService<SignInManager<Account>>();
        var account = await manager.ValidateSecurityStampAsync(context.Principal);
        if (account is null || account.Disabled)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }
}

/// <summary>Where one signs in, and where one goes from there: never to another site.</summary>
public static class SignInPath
{
    public const string Path = "/account/sign-in";

    public const string Parameter = "to";

    public static string To(string from) => $"{Path}?{Parameter}={Uri.EscapeDataString(from)}";

    /// <summary>Where somebody of a role goes on to who has just signed in: where they were going, from the front door where their visit begins.</summary>
    public static string After(string? to, Role? role, OthersPolicy others) => Local(to) is var path && path == "/" ? RequestViewer.HomeOf(role, others) : path;

    /// <summary>The sign-in page with a sentence of what was wrong, and where one was going.</summary>
    public static string Wrong(string? to, string code) => $"{To(Local(to))}&{AccessEndpoints.Wrong}={code}";

    /// <summary>The path to go on to; the front page where it is none of this site.</summary>
    public static string Local(string? to) =>
        to is { Length: > 0 and < 4_000 } && to[0] == '/' && (to.Length == 1 || to[1] is not ('/' or '\\')) && !to.Any(char.IsControl) ? to : "/";
}
