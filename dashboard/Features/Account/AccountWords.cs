using LearningCity.Dashboard.Access.Accounts;
using LearningCity.Dashboard.Hosting;
using LearningCity.Dashboard.Resources;

namespace LearningCity.Dashboard.Features.Account;

/// <summary>What forms of the account and upload pages say when they lead back. Codes that are not known are said in general: an address can hold anything.</summary>
internal static class AccountWords
{
    private static readonly string[] OfForms = ["sign-in", "openid", "openid-role", "openid-disabled", "openid-denied", "openid-unreachable", "NoScope", "upload-none", "upload-large", "upload-busy", "upload-state"];

    private static readonly string[] OfDeeds = ["first", "out", "out-openid", "everywhere", "password", "revoked", "published", "unpublished", "discarded"];

    public static string Wrong(string code)
    {
        var text = Text.Current;
        return PasswordRules.Say(code) is var (zh, en) ? Language.Text(zh, en)
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
}
