using Microsoft.AspNetCore.Identity;

namespace LearningCity.Dashboard.Access.Accounts;

/// <summary>Changes to accounts, as pages and commands make them. Each that changes what an account may do ends its sessions.</summary>
public sealed class AccountDesk(UserManager<Account> users, TimeProvider time)
{
    public const int LongestToken = 366;

    public async Task<IdentityResult> AddAsync(string name, Role role, string password)
    {
        if (name.Length is < 2 or > 40)
        {
            return IdentityResult.Failed(new IdentityError { Code = nameof(IdentityErrorDescriber.InvalidUserName) });
        }

        return await users.CreateAsync(new Account { Name = name, Role = role.ToString(), Created = time.GetUtcNow() }, password);
    }

    public Task<IdentityResult> RoleAsync(string name, Role role) => ChangeAsync(name, account => account.Role = role.ToString());

    /// <summary>Neither password nor tokens work while an account is disabled.</summary>
    public Task<IdentityResult> DisableAsync(string name, bool disabled) => ChangeAsync(name, account => account.Disabled = disabled);

    /// <summary>Ends all sessions; tokens go on.</summary>
    public Task<IdentityResult> SignOutEverywhereAsync(string name) => ChangeAsync(name, _ => { });

    /// <summary>Sets a password without the old one, and lifts a lock.</summary>
    public async Task<IdentityResult> PasswordAsync(string name, string password)
    {
        if (await users.FindByNameAsync(name) is not { } account)
        {
            return Unknown();
        }

        foreach (var rule in users.PasswordValidators)
        {
            var checkedBy = await rule.ValidateAsync(users, account, password);
            if (!checkedBy.Succeeded)
            {
                return checkedBy;
            }
        }

        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
        return await users.UpdateSecurityStampAsync(account);
    }

    /// <summary>A new token, which is shown once.</summary>
    public async Task<(string? Secret, AccessToken? Token)> TokenAsync(string name, string label, IReadOnlyList<string> scopes, int days)
    {
        if (await users.FindByNameAsync(name) is not { } account)
        {
            return (null, null);
        }

        var (secret, kept) = AccessToken.Make(label, scopes, time.GetUtcNow(), Math.Clamp(days, 1, LongestToken));
        account.Tokens = [.. account.Tokens.Where(t => t.Expires > time.GetUtcNow()), kept];
        return (await users.UpdateAsync(account)).Succeeded ? (secret, kept) : (null, null);
    }

    public async Task<bool> RevokeAsync(string name, string token)
    {
        if (await users.FindByNameAsync(name) is not { } account || account.Tokens.All(t => t.Id != token))
        {
            return false;
        }

        account.Tokens = [.. account.Tokens.Where(t => t.Id != token)];
        return (await users.UpdateAsync(account)).Succeeded;
    }

    private async Task<IdentityResult> ChangeAsync(string name, Action<Account> change)
    {
        if (await users.FindByNameAsync(name) is not { } account)
        {
            return Unknown();
        }

        change(account);
        return await users.UpdateSecurityStampAsync(account);
    }

    private static IdentityResult Unknown() => IdentityResult.Failed(new IdentityError { Code = "UnknownAccount" });
}
