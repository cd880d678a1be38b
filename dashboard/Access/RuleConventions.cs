using Microsoft.AspNetCore.Authorization;

namespace LearningCity.Dashboard.Access;

/// <summary>How an endpoint gets its rule.</summary>
public static class RuleConventions
{
    /// <summary>Gives endpoints their rule.</summary>
    public static TBuilder Rule<TBuilder>(this TBuilder endpoints, Access.Rule rule)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Add(endpoint => Set(endpoint, rule));
        return endpoints;
    }

    /// <summary>Sets the rule of one endpoint; the last one set is the one that holds, so that a group's can be made stricter or looser within it.</summary>
    internal static void Set(EndpointBuilder endpoint, Access.Rule rule)
    {
        foreach (var old in endpoint.Metadata.Where(m => m is RuleMetadata or IAllowAnonymous or IAuthorizeData).ToList())
        {
            endpoint.Metadata.Remove(old);
        }

        endpoint.Metadata.Add(new RuleMetadata(rule));
        endpoint.Metadata.Add(rule == Access.Rule.Anyone ? new AllowAnonymousAttribute() : new AuthorizeAttribute(rule.ToString()));
    }
}
