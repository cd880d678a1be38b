using Microsoft.AspNetCore.Identity;

namespace LearningCity.Dashboard.Access.Accounts;

/// <summary>Why a change to an account was not made: what Identity and <see cref="AccountDesk"/> say in codes, for people.</summary>
public static class AccountFaults
{
    public const string UnknownAccount = "UnknownAccount";
    public const string UnknownToken = "UnknownToken";
    public const string ProvidersRole = "ProvidersRole";
    public const string ProvidersPassword = "ProvidersPassword";
    public const string NoRole = "NoRole";
    public const string OwnAccount = "OwnAccount";

    /// <summary>In both languages; null for a code that is not known.</summary>
    public static (string Zh, string En)? Say(string code) => code switch
    {
        nameof(IdentityErrorDescriber.PasswordTooShort) =>
            ($"密码至少 {PasswordRules.Length} 个字符。", $"A password has at least {PasswordRules.Length} characters."),
        nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) =>
            ($"密码至少含 {PasswordRules.DifferentCharacters} 个不同的字符。", $"A password has at least {PasswordRules.DifferentCharacters} different characters."),
        PasswordRules.HoldsName => ("密码不能包含账号名。", "A password does not hold the name of the account."),
        PasswordRules.TooLong => ($"密码不超过 {PasswordRules.Longest} 个字符。", $"A password has at most {PasswordRules.Longest} characters."),
        nameof(IdentityErrorDescriber.PasswordMismatch) => ("现有密码不正确。", "The present password is not right."),
        nameof(IdentityErrorDescriber.DuplicateUserName) => ("已有同名账号。", "There is an account of that name."),
        nameof(IdentityErrorDescriber.InvalidUserName) =>
            ($"账号名只能由字母、数字和 - . _ @ 组成，2 至 {AccountDesk.LongestName} 个字符。", $"A name has 2 to {AccountDesk.LongestName} letters, digits and - . _ @."),
        nameof(IdentityErrorDescriber.ConcurrencyFailure) => ("账号刚被他人修改，请重试。", "Somebody else has just changed the account; try again."),
        UnknownAccount => ("没有这个账号。", "There is no such account."),
        UnknownToken => ("没有这个令牌。", "There is no such token."),
        ProvidersRole => ("此账号由统一身份认证登录，角色随其授权，请在认证系统中修改。", "This account signs in at the provider, which says its role; change it there."),
        ProvidersPassword => ("此账号由统一身份认证登录，密码不在本系统内。", "This account signs in at the provider; it has no password here."),
        NoRole => ("请选择角色；区级账号还要选择区。", "Choose a role, and for a district the district."),
        OwnAccount => ("不能停用自己的账号，也不能更改自己的角色。", "You cannot disable your own account or change your own role."),
        _ => null,
    };

    internal static IdentityResult Failed(string code) => IdentityResult.Failed(new IdentityError { Code = code, Description = code });
}
