namespace LearningCity.Dashboard.Access;

/// <summary>The rule of every page, by its route. A page that is not in the list answers nobody, and a test names it.</summary>
public static class PageRules
{
    private static readonly Dictionary<string, Rule> Pages = new(StringComparer.Ordinal)
    {
        ["/"] = Rule.City,
        ["/rankings"] = Rule.City,
        ["/indicators"] = Rule.City,
        ["/indicators/{Code}"] = Rule.City,
        ["/gaps"] = Rule.City,
        ["/trends"] = Rule.City,
        ["/districts"] = Rule.City,
        ["/districts/{Code}"] = Rule.City,
        ["/districts/own"] = Rule.Results,
        ["/search"] = Rule.City,
        ["/methods"] = Rule.City,
        ["/methods/figures"] = Rule.City,
        ["/about"] = Rule.Results,
        ["/data"] = Rule.City,
        ["/data/snapshots"] = Rule.City,
        ["/data/snapshots/{Id}"] = Rule.City,
        ["/data/snapshots/{A}/diff/{B}"] = Rule.City,
        ["/data/loads"] = Rule.Sources,
        ["/data/loads/{Number:int}"] = Rule.Sources,
        ["/data/rejected"] = Rule.Sources,
        ["/data/checks"] = Rule.City,
        ["/data/lineage"] = Rule.Sources,
        ["/data/dictionary"] = Rule.City,
        ["/data/downloads"] = Rule.Research,
        ["/data/upload"] = Rule.Upload,
        ["/data/upload/{Id}"] = Rule.Upload,
        ["/data/audit"] = Rule.Steward,
        ["/sql"] = Rule.Research,
        ["/account"] = Rule.Account,
        ["/account/people"] = Rule.Steward,
        ["/account/people/{Name}"] = Rule.Steward,
        ["/account/sign-in"] = Rule.Anyone,
        ["/account/first"] = Rule.Anyone,
        ["/error/{Status:int}"] = Rule.Anyone,
        ["/{**path}"] = Rule.Anyone,
    };

    private static readonly (string Route, string[] Parts)[] Templates =
        [.. Pages.Keys.Where(r => r.Contains('{', StringComparison.Ordinal) && !r.Contains('*', StringComparison.Ordinal)).Select(r => (r, r.Split('/')))];

    /// <summary>Gives a page its rule.</summary>
    public static void Set(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } own } && own.Contains("_framework/", StringComparison.Ordinal))
        {
            // The framework's own, beside the pages.
            RuleConventions.Set(endpoint, Rule.Account);
        }

        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } route } && Pages.TryGetValue(route, out var rule))
        {
            RuleConventions.Set(endpoint, rule);
        }
    }

    /// <summary>The rule of the page at an address, with or without a query; null where there is no page. For links.</summary>
    public static Rule? Of(string href)
    {
        var path = href.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? href[..at] : href;
        return Pages.TryGetValue(path, out var rule) ? rule : Below(path.Split('/'));
    }

    /// <summary>The rule of the page whose route has parameters where the path has values.</summary>
    private static Rule? Below(string[] path)
    {
        foreach (var (route, parts) in Templates)
        {
            if (parts.Length == path.Length && parts.Zip(path).All(p => p.First.StartsWith('{') || p.First == p.Second))
            {
                return Pages[route];
            }
        }

        return null;
    }
}
