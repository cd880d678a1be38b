using LearningCity.Dashboard.Access.Accounts;
using LearningCity.Dashboard.Hosting;
using LearningCity.Dashboard.Resources;

namespace LearningCity.Dashboard.Features.Account;

/// <summary>What forms of the account and upload pages say when they lead back. Codes that are not known are said in general: an address can hold anything.</summary>
internal static class AccountWords
{
    private static readonly string[] OfForms = ["sign-in", "openid", "openid-role", "openid-disabled", "openid-denied", "openid-unreachable", "NoScope", "upload-none", "upload-large", "upload-busy", "upload-state", "unpublished", "publish-in-use", "publish-failed"];

    private static readonly string[] OfDeeds = ["first", "out", "out-openid", "everywhere", "password", "revoked", "person-add", "person-role", "person-password", "person-disable", "person-enable", "person-sign-out", "person-revoke", "published", "discarded"];

    public static string Wrong(string code)
    {
        var text = Text.Current;
        return AccountFaults.Say(code) is var (zh, en) ? Language.Text(zh, en)
            : OfForms.Contains(code, StringComparer.Ordinal) ? text["wrong." + code]
            : text["wrong.other"];
    }

    public static string? Done(string? code)
    {
        var text = Text.Current;
        return OfDeeds.Contains(code, StringComparer.Ordinal) ? text["done." + code] : null;
    }

    /// <summary>A role as people read it.</summary>
    public static string Role(Access.Role role, IEnumerable<Warehouse.Catalogs.District> districts)
    {
        var text = Text.Current;
        return role.District is null
            ? text["role." + role.Name]
            : text.Say("role.district", districts.FirstOrDefault(d => d.Code == role.District) is { } d ? text.Pick(d.NameZh, d.NameEn) : role.District);
    }

    /// <summary>An account's role as people read it.</summary>
    public static string Role(Access.Accounts.Account account, IEnumerable<Warehouse.Catalogs.District> districts) =>
        Access.Role.Parse(account.Role) is { } role ? Role(role, districts) : account.Role;

    /// <summary>Whether somebody may sign in: enabled, disabled, or locked until when.</summary>
    public static string State(Access.Accounts.Account account, DateTimeOffset now)
    {
        var text = Text.Current;
        return account.Disabled ? text["people.disabled"]
            : account.LockoutEnd > now ? text.Say("people.locked", Components.Format.Time(account.LockoutEnd.Value, text))
            : text["people.enabled"];
    }
}
