namespace LearningCity.Dashboard.Access.OpenId;

/// <summary>The provider whose word is taken beside local accounts: section <c>Access:OpenId</c>.</summary>
/// <param name="Authority">Its issuer, below which <c>/.well-known/openid-configuration</c> is found.</param>
/// <param name="Roles">Which value of the role claim makes whom what; the first that fits counts.</param>
public sealed record OpenIdOptions(Uri Authority, string ClientId, string ClientSecret, IReadOnlyList<RoleMapping> Roles)
{
    public const string Section = "OpenId";

    /// <summary>The claim whose values <see cref="Roles"/> are about.</summary>
    public string RoleClaim { get; init; } = "roles";

    /// <summary>The claim by which people are called here.</summary>
    public string NameClaim { get; init; } = "preferred_username";

    /// <summary>What is asked for beside <c>openid</c> and <c>profile</c>.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>What the provider is called on the sign-in page; null for the general words.</summary>
    public string? Label { get; init; }

    /// <summary>The role of somebody whose claim has these values; null where none is mapped.</summary>
    public Role? RoleOf(IReadOnlyCollection<string> values) => Roles.FirstOrDefault(m => values.Contains(m.Value, StringComparer.Ordinal))?.Role;

    /// <summary>Null where no provider is configured.</summary>
    /// <exception cref="FormatException">Something is missing or not understood; the message is in both languages.</exception>
    public static OpenIdOptions? Read(IConfigurationSection section)
    {
        if (!section.Exists())
        {
            return null;
        }

        var authority = Uri.TryCreate(section[nameof(Authority)], UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address is { Scheme: "http", IsLoopback: true })
                ? address
                : throw Wrong(section, nameof(Authority), "应为 https 网址", "is an https address");
        var mapped = section.GetSection(nameof(Roles)).GetChildren().Select(Mapping).ToList();
        return new(authority, Needed(section, nameof(ClientId)), Secret(section), mapped.Count > 0 ? mapped : throw Wrong(section, nameof(Roles), "至少要有一项", "needs at least one entry"))
        {
            RoleClaim = section[nameof(RoleClaim)] is { Length: > 0 } role ? role : "roles",
            NameClaim = section[nameof(NameClaim)] is { Length: > 0 } name ? name : "preferred_username",
            Scopes = [.. (section[nameof(Scopes)] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)],
            Label = section[nameof(Label)] is { Length: > 0 } label ? label : null,
        };
    }

    /// <summary>From a file where one is named, so that it need not stand in the environment.</summary>
    private static string Secret(IConfigurationSection section)
    {
        const string key = "ClientSecretFile";
        if (section[key] is not { Length: > 0 } path)
        {
            return Needed(section, nameof(ClientSecret));
        }

        try
        {
            return File.ReadAllText(path).Trim() is { Length: > 0 } secret ? secret : throw Wrong(section, key, "所指文件为空", "names an empty file");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Wrong(section, key, "所指文件读不出来", "names a file that cannot be read");
        }
    }

    private static RoleMapping Mapping(IConfigurationSection section) => new(
        Needed(section, nameof(RoleMapping.Value)),
        Access.Role.Parse(section[nameof(RoleMapping.Role)])
            ?? throw Wrong(section, nameof(RoleMapping.Role), "应为 leader、researcher、steward 或 district:区代码", "is leader, researcher, steward or district:CODE"));

    private static string Needed(IConfigurationSection section, string key) =>
        section[key] is { Length: > 0 } value ? value : throw Wrong(section, key, "没有填写", "is missing");

    private static FormatException Wrong(IConfigurationSection section, string key, string zh, string en) =>
        new($"{section.Path}:{key} {zh} | {section.Path}:{key} {en}");
}

/// <param name="Value">Of the role claim, exactly as the provider writes it.</param>
public sealed record RoleMapping(string Value, Role Role);
