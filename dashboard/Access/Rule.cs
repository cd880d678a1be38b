using LearningCity.Warehouse.Access;

namespace LearningCity.Dashboard.Access;

/// <summary>Who may use an endpoint. Every endpoint has exactly one rule; one without answers nobody.</summary>
public enum Rule
{
    /// <summary>Also those who are not signed in: nothing of the data is in the answer.</summary>
    Anyone,

    /// <summary>Whoever is signed in, at a browser: a token manages no account.</summary>
    Account,

    /// <summary>Every role; the answer is right for a district that is not shown the others.</summary>
    Results,

    /// <summary>Those who may see the results of all districts.</summary>
    City,

    /// <summary>SQL and whole exports, which hold what researchers may read.</summary>
    Research,

    /// <summary>Where scores came from: loads, files, rejected rows. They name experts and persons.</summary>
    Sources,

    /// <summary>Sending in forms.</summary>
    Upload,

    /// <summary>Publishing, accounts, the audit trail.</summary>
    Steward,
}

/// <summary>The rules as they apply to roles.</summary>
public static class Rules
{
    /// <summary>Whether a role may use endpoints of a rule.</summary>
    /// <param name="role">Null for somebody who is not signed in.</param>
    public static bool Allow(Rule rule, Role? role, OthersPolicy others) => rule == Rule.Anyone || role is not null && rule switch
    {
        Rule.Account or Rule.Results => true,
        Rule.City => role.Viewer(others).SeesAllDistricts,
        Rule.Research => role.Name is Role.LeaderName or Role.ResearcherName or Role.StewardName or Role.LocalName,
        Rule.Sources => role.Name is Role.LeaderName or Role.StewardName or Role.LocalName,
        Rule.Upload => role.Name is Role.DistrictName or Role.StewardName or Role.LocalName,
        Rule.Steward => role.Name is Role.StewardName or Role.LocalName,
        _ => false,
    };

    /// <summary>The scope that a token needs for a rule; null where no token will do.</summary>
    public static string? Scope(Rule rule) => rule switch
    {
        Rule.Results or Rule.City or Rule.Sources => Scopes.Read,
        Rule.Research => Scopes.Sql,
        Rule.Upload => Scopes.Upload,
        _ => null,
    };
}

/// <summary>On every endpoint.</summary>
public sealed record RuleMetadata(Rule Rule);

/// <summary>What a token may be used for.</summary>
public static class Scopes
{
    public const string Read = "read";
    public const string Sql = "sql";
    public const string Upload = "upload";

    /// <summary>Type of the claims that say which scopes a token has; somebody at a browser has none and needs none.</summary>
    public const string Claim = "scope";

    public static IReadOnlyList<string> All { get; } = [Read, Sql, Upload];
}
