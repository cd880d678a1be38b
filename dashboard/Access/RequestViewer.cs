using LearningCity.Warehouse.Access;

namespace LearningCity.Dashboard.Access;

/// <summary>Who a request is from, and for whom its questions are answered.</summary>
public sealed class RequestViewer(IHttpContextAccessor http, AccessOptions options)
{
    /// <summary>Null when nobody is signed in.</summary>
    public Role? Role => http.HttpContext is { } context ? Role.Of(context.User) : null;

    /// <summary>Null when nobody is signed in: then there is nothing to be asked.</summary>
    public Viewer? Viewer => Role?.Viewer(options.Others);

    /// <summary>Whether there is no signing in, and only this computer reaches the dashboard.</summary>
    public bool Local => !options.Accounts;

    /// <summary>What kept answers are told apart by: those of one key see the same data and the same links.</summary>
    public string Key => Viewer is { } viewer ? $"{viewer.Key} {Role!.Name}" : "nobody";

    /// <summary>Whether an endpoint of this rule answers the request's sender; what does not is not linked to.</summary>
    public bool May(Rule rule) => Rules.Allow(rule, Role, options.Others);

    /// <summary>Where a visit begins: the overview, or the own results of a district that is not shown the others.</summary>
    public string Home => HomeOf(Role, options.Others);

    public static string HomeOf(Role? role, OthersPolicy others) => role is null || Rules.Allow(Rule.City, role, others) ? "/" : "/districts/own";

    /// <summary>Whether the page of an address, with or without a query, answers the request's sender.</summary>
    public bool MayGo(string href) => PageRules.Of(href) is not { } rule || May(rule);
}
