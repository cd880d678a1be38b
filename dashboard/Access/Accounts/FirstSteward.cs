using System.Security.Cryptography;
using System.Text;

namespace LearningCity.Dashboard.Access.Accounts;

/// <summary>While there is no steward, a link printed at start lets whoever can read the console make the first one. It works once, and no longer
/// than this run of the program; it is kept nowhere.</summary>
public sealed class FirstSteward(AccountFile accounts)
{
    public const string Path = "/account/first";

    private readonly Lock _gate = new();
    private string? _secret;

    /// <summary>The link's path; null when there is a steward who may sign in.</summary>
    public string? Offer()
    {
        lock (_gate)
        {
            if (HasSteward())
            {
                return null;
            }

            _secret ??= Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
            return $"{Path}?key={_secret}";
        }
    }

    public bool Fits(string? key)
    {
        lock (_gate)
        {
            return _secret is not null && !HasSteward()
                && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key ?? ""), Encoding.UTF8.GetBytes(_secret));
        }
    }

    /// <summary>Whether the key fits and nobody used it before; from now on it fits no more.</summary>
    public bool Use(string? key)
    {
        lock (_gate)
        {
            if (!Fits(key))
            {
                return false;
            }

            _secret = null;
            return true;
        }
    }

    private bool HasSteward() => accounts.Read().Any(a => a is { Role: Role.StewardName, Disabled: false });
}
