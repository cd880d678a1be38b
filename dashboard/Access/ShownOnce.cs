using Microsoft.Extensions.Caching.Memory;

namespace LearningCity.Dashboard.Access;

/// <summary>Keeps a new token until the page that shows it has been asked for, once, by the account that made it.</summary>
public sealed class ShownOnce : IDisposable
{
    private static readonly TimeSpan For = TimeSpan.FromMinutes(2);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions());

    public string Keep(string account, string secret)
    {
        var id = Guid.NewGuid().ToString("N");
        _kept.Set(id, (account, secret), For);
        return id;
    }

    /// <returns>Null when it was shown, has gone or is another account's.</returns>
    public string? Take(string account, string? id)
    {
        if (id is null || !_kept.TryGetValue(id, out (string Account, string Secret) found) || found.Account != account)
        {
            return null;
        }

        _kept.Remove(id);
        return found.Secret;
    }

    public void Dispose() => _kept.Dispose();
}
