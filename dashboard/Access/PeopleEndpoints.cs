using LearningCity.Dashboard.Access.Accounts;
using LearningCity.Warehouse.Access;
using Microsoft.AspNetCore.Identity;

namespace LearningCity.Dashboard.Access;

/// <summary>Where a steward's forms about accounts are sent: the same changes as the commands', by the same <see cref="AccountDesk"/>.</summary>
public static class PeopleEndpoints
{
    public const string Path = "/account/people";

    /// <summary>The page of one account.</summary>
    public static string Of(string name) => $"{Path}/{Uri.EscapeDataString(name)}";

    public static void MapPeople(this WebApplication app)
    {
        app.MapPost(Path, AddAsync).Rule(Rule.Steward).Form().ExcludeFromDescription();
        app.MapDeed("role", (form, name, desk) => Role.Parse(form["role"]) is { } role ? desk.RoleAsync(name, role) : Failed(AccountFaults.NoRole), toOneself: false);
        app.MapDeed("password", (form, name, desk) => desk.PasswordAsync(name, form["password"].ToString()));
        app.MapDeed("disable", (_, name, desk) => desk.DisableAsync(name, true), toOneself: false);
        app.MapDeed("enable", (_, name, desk) => desk.DisableAsync(name, false));
        app.MapDeed("sign-out", (_, name, desk) => desk.SignOutEverywhereAsync(name));
        app.MapDeed("revoke", (form, name, desk) => desk.RevokeAsync(name, form["token"].ToString()));
    }

    private static async Task<IResult> AddAsync(IFormCollection form, AccountDesk desk, Auditor audit)
    {
        var name = form["name"].ToString().Trim();
        var role = Role.Parse(form["role"]);
        var result = role is null ? AccountFaults.Failed(AccountFaults.NoRole) : await desk.AddAsync(name, role, form["password"].ToString());
        if (!result.Succeeded)
        {
            return AccessEndpoints.Back(Path + "?", result);
        }

        audit.Record(AuditWords.Account, name, details: [("command", "add"), ("role", role!.ToString())]);
        return Results.LocalRedirect($"{Of(name)}?{AccessEndpoints.Done}=person-add");
    }

    /// <param name="toOneself">Whether a steward may do it to the own account: nobody locks everybody out by a slip.</param>
    private static void MapDeed(
        this WebApplication app, string deed, Func<IFormCollection, string, AccountDesk, Task<IdentityResult>> act, bool toOneself = true) =>
        app.MapPost($"{Path}/{{name}}/{deed}", async (string name, IFormCollection form, HttpContext http, AccountDesk desk, Auditor audit) =>
        {
            var result = !toOneself && string.Equals(name, http.User.Identity?.Name, StringComparison.OrdinalIgnoreCase)
                ? AccountFaults.Failed(AccountFaults.OwnAccount)
                : await act(form, name, desk);
            if (!result.Succeeded)
            {
                return AccessEndpoints.Back(Of(name) + "?", result);
            }

            audit.Record(
                deed == "revoke" ? AuditWords.Token : AuditWords.Account, name,
                details: [("command", deed), ("role", deed == "role" ? form["role"].ToString() : null), ("token", deed == "revoke" ? form["token"].ToString() : null)]);
            return Results.LocalRedirect($"{Of(name)}?{AccessEndpoints.Done}=person-{deed}");
        }).Rule(Rule.Steward).Form().ExcludeFromDescription();

    private static Task<IdentityResult> Failed(string code) => Task.FromResult(AccountFaults.Failed(code));
}
