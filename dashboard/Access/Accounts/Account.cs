namespace LearningCity.Dashboard.Access.Accounts;

/// <summary>Somebody who may sign in, as it stands in <c>access/accounts.json</c>. Written by ASP.NET Core Identity and the account commands.</summary>
public sealed record Account
{
    public string Id { get; set; } = Guid.NewGuid().ToString("N");

    public required string Name { get; set; }

    /// <summary>By which it is found: Identity's own form of the name.</summary>
    public string NormalizedName { get; set; } = "";

    /// <summary>As <see cref="Access.Role"/> reads it.</summary>
    public required string Role { get; set; }

    public string? PasswordHash { get; set; }

    /// <summary>Changes with password, role and state, and on signing out everywhere; sessions with another stamp end at their next request.</summary>
    public string? SecurityStamp { get; set; }

    public string Version { get; set; } = Guid.NewGuid().ToString("N");

    public int AccessFailedCount { get; set; }

    public DateTimeOffset? LockoutEnd { get; set; }

    public bool Disabled { get; set; }

    public DateTimeOffset Created { get; set; }

    public IReadOnlyList<AccessToken> Tokens { get; set; } = [];

    /// <summary>Whom the provider knows it as; null for an account with a password of its own.</summary>
    public OpenIdIdentity? OpenId { get; set; }

    /// <summary>Whether its tokens work: a disabled account's never, one of the provider's as long as it has signed in of late, since nobody
    /// tells the dashboard when the provider lets somebody go.</summary>
    public bool TokensWork(DateTimeOffset now) => !Disabled && (OpenId is null || OpenId.Confirmed > now - OpenIdIdentity.TokensAfterSignIn);
}

/// <summary>Somebody of a sign-in provider. The name that it gives may change; these two together never do.</summary>
/// <param name="Confirmed">When the provider last vouched for it; null since it did so no more.</param>
public sealed record OpenIdIdentity(string Issuer, string Subject, DateTimeOffset? Confirmed)
{
    /// <summary>How long tokens work after the last sign-in.</summary>
    public static readonly TimeSpan TokensAfterSignIn = TimeSpan.FromDays(30);

    public bool Is(OpenIdIdentity other) => (Issuer, Subject) == (other.Issuer, other.Subject);
}

/// <summary>A personal token; the token itself is shown once and kept nowhere.</summary>
/// <param name="Id">By which it is revoked.</param>
/// <param name="Hash">SHA-256 of the token, which is 32 random bytes and so needs no slow hash.</param>
public sealed record AccessToken(string Id, string Label, string Hash, IReadOnlyList<string> Scopes, DateTimeOffset Created, DateTimeOffset Expires)
{
    private const string Mark = "lc_";

    /// <summary>A new token and what is kept of it.</summary>
    public static (string Secret, AccessToken Kept) Make(string label, IReadOnlyList<string> scopes, DateTimeOffset now, int days)
    {
        var secret = Mark + Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
        return (secret, new(Guid.NewGuid().ToString("N")[..8], label, HashOf(secret), scopes, now, now.AddDays(days)));
    }

    public static string HashOf(string secret) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret)));
}
