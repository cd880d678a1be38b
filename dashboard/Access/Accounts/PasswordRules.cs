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
        password?.Length > Longest ? AccountFaults.Failed(TooLong)
        : user.Name.Length > 2 && password?.Contains(user.Name, StringComparison.OrdinalIgnoreCase) == true ? AccountFaults.Failed(HoldsName)
        : IdentityResult.Success);
}
