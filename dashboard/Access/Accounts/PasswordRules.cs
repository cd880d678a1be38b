using Microsoft.AspNetCore.Identity;

namespace LearningCity.Dashboard.Access.Accounts;

/// <summary>Long rather than intricate (NIST SP 800-63B), and not the account's own name.</summary>
public sealed class PasswordRules : IPasswordValidator<Account>
{
    public const int Length = 12;
    public const int Longest = 128;
    public const int DifferentCharacters = 6;

    public const string HoldsName = "PasswordHoldsName";
    public const string TooLong = "PasswordTooLong";

    public static void Apply(PasswordOptions options)
    {
        options.RequiredLength = Length;
        options.RequiredUniqueChars = DifferentCharacters;
        options.RequireDigit = options.RequireLowercase = options.RequireUppercase = options.RequireNonAlphanumeric = false;
    }

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) => Task.FromResult(
        password?.Length > Longest ? Failed(TooLong)
        : user.Name.Length > 2 && password?.Contains(user.Name, StringComparison.OrdinalIgnoreCase) == true ? Failed(HoldsName)
        : IdentityResult.Success);

    /// <summary>What Identity found wrong, in the language of the request; null where it is nothing that a person can mend.</summary>
    public static (string Zh, string En)? Say(string code) => code switch
    {
        nameof(IdentityErrorDescriber.PasswordTooShort) => ($"密码至少 {Length} 个字符。", $"A password has at least {Length} characters."),
        nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) => ($"密码至少含 {DifferentCharacters} 个不同的字符。", $"A password has at least {DifferentCharacters} different characters."),
        HoldsName => ("密码不能包含账号名。", "A password does not hold the name of the account."),
        TooLong => ($"密码不超过 {Longest} 个字符。", $"A password has at most {Longest} characters."),
        nameof(IdentityErrorDescriber.PasswordMismatch) => ("现有密码不正确。", "The present password is not right."),
        nameof(IdentityErrorDescriber.DuplicateUserName) => ("已有同名账号。", "There is an account of that name."),
        nameof(IdentityErrorDescriber.InvalidUserName) => ("账号名只能由字母、数字和 - . _ @ 组成，2 至 40 个字符。", "A name has 2 to 40 letters, digits and - . _ @."),
        AccountDesk.ProvidersRole => ("此账号由统一身份认证登录，角色随其授权，请在认证系统中修改。", "This account signs in at the provider, which says its role; change it there."),
        AccountDesk.ProvidersPassword => ("此账号由统一身份认证登录，密码不在本系统内。", "This account signs in at the provider; it has no password here."),
        nameof(IdentityErrorDescriber.ConcurrencyFailure) => ("账号刚被他人修改，请重试。", "Somebody else has just changed the account; try again."),
        _ => null,
    };

    private static IdentityResult Failed(string code) => IdentityResult.Failed(new IdentityError { Code = code, Description = code });
}
