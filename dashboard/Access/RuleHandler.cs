using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace LearningCity.Dashboard.Access;

/// <param name="Rule">That the endpoint carries.</param>
public sealed record RuleRequirement(Rule Rule) : IAuthorizationRequirement;

/// <summary>Holds a request to the rule of its endpoint.</summary>
public sealed class RuleHandler(AccessOptions options) : AuthorizationHandler<RuleRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RuleRequirement requirement)
    {
        if (Rules.Allow(requirement.Rule, Role.Of(context.User), options.Others) && InScope(context.User, requirement.Rule))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    private static bool InScope(ClaimsPrincipal user, Rule rule) =>
        user.Identity?.AuthenticationType != TokenHandler.Name
        || (Rules.Scope(rule) is { } scope && user.HasClaim(Scopes.Claim, scope));
}
