using Microsoft.AspNetCore.Identity;

namespace LearningCity.Dashboard.Access.Accounts;

/// <summary>Where ASP.NET Core Identity finds and keeps accounts. A change that somebody else overtook is refused, as Identity expects.</summary>
public sealed class AccountStore(AccountFile file, IdentityErrorDescriber errors)
    : IUserPasswordStore<Account>, IUserSecurityStampStore<Account>, IUserLockoutStore<Account>
{
    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => Set(() => user.Name = userName ?? "");

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalizedName);

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) =>
        Set(() => user.NormalizedName = normalizedName ?? "");

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => Changed(
        all => all.Any(a => a.NormalizedName == user.NormalizedName || (user.OpenId is { } who && a.OpenId?.Is(who) == true)) ? null : [.. all, user], errors.DuplicateUserName(user.Name));

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken)
    {
        var expected = user.Version;
        var next = user with { Version = Guid.NewGuid().ToString("N") };
        var done = Changed(
            all => all.Any(a => a.Id == user.Id && a.Version == expected) ? [.. all.Select(a => a.Id == user.Id ? next : a)] : null, errors.ConcurrencyFailure());
        if (done.Result.Succeeded)
        {
            user.Version = next.Version;
        }

        return done;
    }

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) =>
        Changed(all => [.. all.Where(a => a.Id != user.Id)], errors.ConcurrencyFailure());

    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Task.FromResult(Copy(file.Read().FirstOrDefault(a => a.Id == userId)));

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => Task.FromResult(Copy(file.Find(normalizedUserName)));

    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken) => Set(() => user.PasswordHash = passwordHash);

    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken) => Set(() => user.SecurityStamp = stamp);

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.SecurityStamp);

    /// <summary>An account that was disabled is locked for good.</summary>
    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Disabled ? DateTimeOffset.MaxValue : user.LockoutEnd);

    public Task SetLockoutEndDateAsync(Account user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) => Set(() => user.LockoutEnd = lockoutEnd);

    public Task<int> IncrementAccessFailedCountAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(++user.AccessFailedCount);

    public Task ResetAccessFailedCountAsync(Account user, CancellationToken cancellationToken) => Set(() => user.AccessFailedCount = 0);

    public Task<int> GetAccessFailedCountAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.AccessFailedCount);

    public Task<bool> GetLockoutEnabledAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        // Holds nothing open.
    }

    // Identity changes the object that it was given; the file's own must stay as they are until they are saved.
    private static Account? Copy(Account? account) => account is null ? null : account with { };

    private static Task Set(Action set)
    {
        set();
        return Task.CompletedTask;
    }

    private Task<IdentityResult> Changed(Func<IReadOnlyList<Account>, IReadOnlyList<Account>?> change, IdentityError otherwise) =>
        Task.FromResult(file.Change(change) ? IdentityResult.Success : IdentityResult.Failed(otherwise));
}
