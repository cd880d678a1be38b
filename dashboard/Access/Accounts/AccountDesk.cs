using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace LearningCity.Dashboard.Access.Accounts;

/// <summary>Changes to accounts, as pages and commands make them. Each that changes what an account may do ends its sessions.</summary>
public sealed class AccountDesk(UserManager<Account> users, AccountFile accounts, TimeProvider time)
{
    public const int LongestToken = 366;
    public const int LongestName = 40;

    public async Task<IdentityResult> AddAsync(string name, Role role, string password)
    {
        if (name.Length is < 2 or > LongestName)
        {
            return Failed(nameof(IdentityErrorDescriber.InvalidUserName));
        }

        return await users.CreateAsync(new Account { Name = name, Role = role.ToString(), Created = time.GetUtcNow() }, password);
    }

    public async Task<IdentityResult> RoleAsync(string name, Role role) =>
        await ChangeAsync(name, account => account.Role = role.ToString(), account => account.OpenId is null ? null : AccountFaults.ProvidersRole);

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

        if (account.OpenId is not null)
        {
            return Failed(AccountFaults.ProvidersPassword);
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

    public async Task<IdentityResult> RevokeAsync(string name, string token)
    {
        if (await users.FindByNameAsync(name) is not { } account)
        {
            return Unknown();
        }

        if (account.Tokens.All(t => t.Id != token))
        {
            return Failed(AccountFaults.UnknownToken);
        }

        account.Tokens = [.. account.Tokens.Where(t => t.Id != token)];
        return await users.UpdateAsync(account);
    }

    /// <summary>The account of somebody whom a provider vouches for, made at the first sign-in; its role is the one that the provider's word gives it
    /// now. An account of the same name is another's: only issuer and subject tell who somebody is.</summary>
    /// <returns>Null when it could not be kept.</returns>
    public async Task<Account?> VouchedAsync(OpenIdIdentity who, string? name, Role role)
    {
        who = who with { Confirmed = time.GetUtcNow() };
        // Another sign-in or a steward may overtake it; a name that is taken or not fit for one gives way to a made one.
        foreach (var called in new[] { name, MadeName(who), MadeName(who) })
        {
            if (await FindAsync(who) is not { } account)
            {
                account = new Account { Name = called ?? "", Role = role.ToString(), Created = time.GetUtcNow(), OpenId = who };
                if (account.Name.Length is >= 2 and <= LongestName && (await users.CreateAsync(account)).Succeeded)
                {
                    return account;
                }

                continue;
            }

            if (account.Disabled)
            {
                return account;
            }

            var changed = account.Role != role.ToString();
            (account.Role, account.OpenId) = (role.ToString(), who);
            if ((changed ? await users.UpdateSecurityStampAsync(account) : await users.UpdateAsync(account)).Succeeded)
            {
                return account;
            }
        }

        return null;
    }

    /// <summary>Ends sessions and tokens of somebody whom the provider gives no role any more.</summary>
    public async Task UnvouchedAsync(OpenIdIdentity who)
    {
        if (await FindAsync(who) is { } account)
        {
            account.OpenId = who with { Confirmed = null };
            await users.UpdateSecurityStampAsync(account);
        }
    }

    private async Task<Account?> FindAsync(OpenIdIdentity who) =>
        accounts.Read().FirstOrDefault(a => a.OpenId?.Is(who) == true) is { } found ? await users.FindByIdAsync(found.Id) : null;

    private static string MadeName(OpenIdIdentity who) =>
        "sso-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{who.Issuer}\n{who.Subject}")))[..10];

    private async Task<IdentityResult> ChangeAsync(string name, Action<Account> change, Func<Account, string?>? refuse = null)
    {
        if (await users.FindByNameAsync(name) is not { } account)
        {
            return Unknown();
        }

        if (refuse?.Invoke(account) is { } refused)
        {
            return Failed(refused);
        }

        change(account);
        return await users.UpdateSecurityStampAsync(account);
    }

    private static IdentityResult Unknown() => Failed(AccountFaults.UnknownAccount);

    private static IdentityResult Failed(string code) => AccountFaults.Failed(code);
}
