using LearningCity.Dashboard.Access.Accounts;
using LearningCity.Warehouse.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace LearningCity.Dashboard.Access;

/// <summary>Where the forms of the account pages are sent: each does one thing and leads back to a page, which says what came of it.</summary>
public static class AccessEndpoints
{
    public const string SignOutPath = "/account/sign-out";
    public const string SignOutEverywherePath = "/account/sign-out-everywhere";
    public const string PasswordPath = "/account/password";
    public const string TokenPath = "/account/token";
    public const string RevokePath = "/account/revoke";

    /// <summary>The query parameter by which a page is told what was wrong.</summary>
    public const string Wrong = "wrong";

    /// <summary>The query parameter by which a page is told what was done.</summary>
    public const string Done = "done";

    public static void MapAccess(this WebApplication app)
    {
        app.MapPost(SignInPath.Path, SignInAsync).Rule(Rule.Anyone).Form().RequireRateLimiting(RateLimits.SignIn).ExcludeFromDescription();
        app.MapPost(FirstSteward.Path, FirstAsync).Rule(Rule.Anyone).Form().RequireRateLimiting(RateLimits.SignIn).ExcludeFromDescription();
        app.MapPost(SignOutPath, SignOutAsync).Rule(Rule.Account).Form().ExcludeFromDescription();
        app.MapPost(SignOutEverywherePath, SignOutEverywhereAsync).Rule(Rule.Account).Form().ExcludeFromDescription();
        app.MapPost(PasswordPath, PasswordAsync).Rule(Rule.Account).Form().RequireRateLimiting(RateLimits.SignIn).ExcludeFromDescription();
        app.MapPost(TokenPath, TokenAsync).Rule(Rule.Account).Form().ExcludeFromDescription();
        app.MapPost(RevokePath, RevokeAsync).Rule(Rule.Account).Form().ExcludeFromDescription();
    }

    private static async Task<IResult> SignInAsync(
        [FromForm] string? name, [FromForm] string? password, [FromForm] string? to, AccessOptions options,
        SignInManager<Account> manager, IPasswordHasher<Account> hasher, SignInGates gates, HttpContext http, Auditor audit)
    {
        if (!options.Accounts)
        {
            return Results.LocalRedirect("/");
        }

        var (result, account) = await gates.PassAsync(name ?? "", () => TryAsync(name ?? "", password, manager, hasher), http.RequestAborted);
        var word = result.Succeeded ? AuditWords.SignIn : AuditWords.SignInFailed;
        audit.Record(word, name, who: result.Succeeded ? account!.Name : "?", details: ("locked", result.IsLockedOut ? "true" : null));
        return result.Succeeded
            ? Results.LocalRedirect(SignInPath.After(to, Role.Parse(account!.Role), options.Others))
            : Results.LocalRedirect(SignInPath.Wrong(to, "sign-in"));
    }

    private static async Task<(Microsoft.AspNetCore.Identity.SignInResult Result, Account? Account)> TryAsync(
        string name, string? password, SignInManager<Account> manager, IPasswordHasher<Account> hasher)
    {
        var account = await manager.UserManager.FindByNameAsync(name);
        var result = account is null || password is null or { Length: > PasswordRules.Longest }
            ? Microsoft.AspNetCore.Identity.SignInResult.Failed
            : await manager.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true);
        if (account?.PasswordHash is null || result.IsLockedOut || password is null or { Length: > PasswordRules.Longest })
        {
            // No password was looked at: there is no such account, it is locked or disabled, or its password is the provider's. The answer takes as
            // long as for one that was, so that time does not tell which names exist.
            hasher.VerifyHashedPassword(Nobody.Account, Nobody.Hash(hasher), password is { Length: <= PasswordRules.Longest } ? password : "");
        }

        return (result, account);
    }

    private static async Task<IResult> FirstAsync(
        [FromForm] string? key, [FromForm] string? name, [FromForm] string? password, FirstSteward first, AccountDesk desk, Auditor audit)
    {
        if (!first.Fits(key))
        {
            return Results.LocalRedirect(FirstSteward.Path);
        }

        var result = await desk.AddAsync(name ?? "", Role.Steward, password ?? "");
        if (!result.Succeeded)
        {
            return Back($"{FirstSteward.Path}?key={Uri.EscapeDataString(key!)}&", result);
        }

        first.Use(key);
        audit.Record(AuditWords.Account, name, who: name, ("command", "first"), ("role", Role.StewardName));
        return Results.LocalRedirect($"{SignInPath.Path}?{Done}=first");
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, AccessOptions options, AccountFile accounts, Auditor audit)
    {
        if (!options.Accounts)
        {
            return Results.LocalRedirect("/");
        }

        audit.Record(AuditWords.SignOut);
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
        return Results.LocalRedirect($"{SignInPath.Path}?{Done}={(IsProviders(http, accounts) ? "out-openid" : "out")}");
    }

    private static async Task<IResult> SignOutEverywhereAsync(HttpContext http, AccessOptions options, AccountDesk desk, Auditor audit)
    {
        if (!options.Accounts)
        {
            return Results.LocalRedirect("/");
        }

        await desk.SignOutEverywhereAsync(http.User.Identity!.Name!);
        audit.Record(AuditWords.SignOut, details: ("everywhere", "true"));
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
        return Results.LocalRedirect($"{SignInPath.Path}?{Done}=everywhere");
    }

    private static async Task<IResult> PasswordAsync(
        [FromForm] string? present, [FromForm] string? password, HttpContext http, SignInManager<Account> manager, Auditor audit)
    {
        if (await manager.UserManager.GetUserAsync(http.User) is not { } account)
        {
            return Results.LocalRedirect("/account");
        }

        var result = await manager.UserManager.ChangePasswordAsync(account, present ?? "", password ?? "");
        if (!result.Succeeded)
        {
            return Back("/account?", result);
        }

        audit.Record(AuditWords.Account, account.Name, details: ("command", "password"));
        // Other sessions end; this one goes on.
        await manager.RefreshSignInAsync(account);
        return Results.LocalRedirect($"/account?{Done}=password");
    }

    private static async Task<IResult> TokenAsync(
        IFormCollection form, HttpContext http, AccountDesk desk, ShownOnce shown, Auditor audit)
    {
        var scopes = form["scope"].Intersect(Scopes.All).OfType<string>().ToArray();
        if (http.User.Identity?.Name is not { } name || scopes.Length == 0)
        {
            return Results.LocalRedirect($"/account?{Wrong}=NoScope");
        }

        var (secret, token) = await desk.TokenAsync(name, form["label"].ToString().Trim() is { Length: > 60 } said ? said[..60] : form["label"].ToString().Trim(), scopes, int.TryParse(form["days"], out var days) ? days : 90);
        if (secret is null)
        {
            return Results.LocalRedirect($"/account?{Wrong}={nameof(IdentityErrorDescriber.ConcurrencyFailure)}");
        }

        audit.Record(AuditWords.Token, name, details: [("command", "token"), ("token", token!.Id), ("scopes", string.Join(',', scopes))]);
        return Results.LocalRedirect($"/account?shown={shown.Keep(name, secret)}");
    }

    private static async Task<IResult> RevokeAsync([FromForm] string? token, HttpContext http, AccountDesk desk, Auditor audit)
    {
        var name = http.User.Identity!.Name!;
        var result = await desk.RevokeAsync(name, token ?? "");
        if (!result.Succeeded)
        {
            return Back("/account?", result);
        }

        audit.Record(AuditWords.Token, name, details: [("command", "revoke"), ("token", token)]);
        return Results.LocalRedirect($"/account?{Done}=revoked");
    }

    /// <summary>Whether a provider signed the sender in, which goes on knowing them after a sign-out here.</summary>
    private static bool IsProviders(HttpContext http, AccountFile accounts) =>
        http.User.Identity?.Name is { } name && accounts.Read().FirstOrDefault(a => a.Name == name)?.OpenId is not null;

    internal static IResult Back(string path, IdentityResult result) =>
        Results.LocalRedirect(path + string.Join('&', result.Errors.Select(e => $"{Wrong}={Uri.EscapeDataString(e.Code)}")));

    private static class Nobody
    {
        private static string? hash;

        public static Account Account { get; } = new() { Name = "", Role = "" };

        public static string Hash(IPasswordHasher<Account> hasher) => hash ??= hasher.HashPassword(Account, Guid.NewGuid().ToString());
    }
}
