using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Text;
using LearningCity.Dashboard.Access;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.Dashboard.Tests.Access;

/// <summary>Every endpoint of the route table, and which roles it answers.</summary>
public sealed class EndpointMatrixTests(AccessDashboard dashboard)
{
    private static readonly string[] Names = ["nobody", "leader", "researcher", "district named", "district anonymous", "district own", "steward"];

    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["Code"] = "110112",
        ["Number"] = "1",
        ["Id"] = "x",
        ["id"] = "x",
        ["A"] = "x",
        ["B"] = "y",
        ["Status"] = "404",
        ["sha256"] = new('a', 64),
        ["name"] = "ranks",
        ["documentName"] = "v1",
        ["rest"] = "x",
        ["path"] = "x",
        ["number"] = "1",
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_endpoint_has_exactly_one_rule_and_is_held_to_it()
    {
        var wrong = Endpoints().Where(e =>
            e.Metadata.OfType<RuleMetadata>().ToList() is not [{ Rule: var rule }]
            || (rule == Rule.Anyone
                ? e.Metadata.GetMetadata<IAllowAnonymous>() is null
                : e.Metadata.GetMetadata<IAllowAnonymous>() is not null || e.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).SingleOrDefault() != rule.ToString()));

        wrong.Select(e => e.DisplayName).ShouldBeEmpty("an endpoint without a rule answers nobody: give it one, pages in Access/PageRules.cs");
    }

    /// <summary>The matrix is a reviewed file: whoever opens an endpoint to a role sees it in the diff.</summary>
    [Fact]
    public async Task The_matrix_of_roles_and_endpoints_is_the_approved_one()
    {
        var text = new StringBuilder("# endpoint | rule | " + string.Join(" | ", Names) + "\n");
        foreach (var endpoint in Endpoints().Where(e => !IsAsset(e)).DistinctBy(Label).OrderBy(Label, StringComparer.Ordinal))
        {
            var rule = endpoint.Metadata.GetRequiredMetadata<RuleMetadata>().Rule;
            var may = new List<string>();
            foreach (var name in Names)
            {
                may.Add(await MayAsync(name, rule) ? "yes" : "-");
            }

            text.Append(CultureInfo.InvariantCulture, $"{Label(endpoint)} | {rule} | {string.Join(" | ", may)}\n");
        }

        Approved.Differs(Here("../Approved/access.txt"), text.ToString()).ShouldBeNull();
    }

    [Theory]
    [InlineData("nobody", "anonymous")]
    [InlineData("leader", "anonymous")]
    [InlineData("researcher", "anonymous")]
    [InlineData("district:110112", "named")]
    [InlineData("district:110112", "anonymous")]
    [InlineData("district:110112", "own")]
    [InlineData("steward", "anonymous")]
    public async Task Each_role_is_answered_as_the_matrix_says(string role, string others)
    {
        await using var factory = dashboard.With(("Access:Others", others));
        using var visitor = role == "nobody" ? Visitor.Of(factory) : await Visitor.SignedIn(factory, role);
        var policy = Enum.Parse<OthersPolicy>(others, ignoreCase: true);
        var wrong = new List<string>();
        foreach (var endpoint in Endpoints().Where(e => !IsAsset(e)).DistinctBy(Label))
        {
            var method = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.FirstOrDefault(m => m != "HEAD") ?? "GET";
            using var request = new HttpRequestMessage(new HttpMethod(method), Address(endpoint.RoutePattern));
            request.Content = method == "POST" ? new FormUrlEncodedContent([new("name", "x")]) : null;
            using var response = await visitor.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
            var rule = endpoint.Metadata.GetRequiredMetadata<RuleMetadata>().Rule;
            var refused = response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                || response.Headers.Location?.OriginalString.StartsWith("/account/sign-in?to=", StringComparison.Ordinal) == true;
            if (refused == Rules.Allow(rule, Role.Parse(role), policy) || response.StatusCode == HttpStatusCode.InternalServerError)
            {
                wrong.Add($"{method} {request.RequestUri} {rule}: {(int)response.StatusCode}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_endpoint_without_a_rule_answers_nobody()
    {
        using var scope = dashboard.Factory.Services.CreateScope();
        var options = scope.ServiceProvider.GetRequiredService<IAuthorizationPolicyProvider>();
        var fallback = (await options.GetFallbackPolicyAsync()).ShouldNotBeNull();
        var service = scope.ServiceProvider.GetRequiredService<IAuthorizationService>();
        (await service.AuthorizeAsync(Person("steward"), null, fallback)).Succeeded.ShouldBeFalse();
    }

    [Fact]
    public async Task A_form_from_elsewhere_changes_nothing()
    {
        using var steward = await Visitor.SignedIn(dashboard.Factory, "steward");
        var forms = Endpoints().Where(e => e.Metadata.GetMetadata<FormMetadata>() is not null).ToList();
        forms.Count.ShouldBeGreaterThan(9);
        Endpoints().Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true && e.RoutePattern.RawText is not "/api/v1/sql")
            .Except(forms).Where(e => !IsPage(e)).Select(Label).ShouldBeEmpty("every POST but the reading one of SQL is a form");
        foreach (var form in forms)
        {
            using var response = await steward.Client.PostAsync(Address(form.RoutePattern), new FormUrlEncodedContent([new("name", "x")]), Cancel);
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, Label(form));
        }
    }

    [Theory]
    [InlineData("cross-site", HttpStatusCode.Forbidden)]
    [InlineData("same-site", HttpStatusCode.Forbidden)]
    [InlineData("same-origin", HttpStatusCode.OK)]
    public async Task A_query_that_another_site_sends_in_a_visitors_name_is_refused(string site, HttpStatusCode status)
    {
        using var steward = await Visitor.SignedIn(dashboard.Factory, "steward");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/sql") { Content = new FormUrlEncodedContent([new("sql", "select 1")]) };
        request.Headers.Add("Sec-Fetch-Site", site);
        using var response = await steward.Client.SendAsync(request, Cancel);
        response.StatusCode.ShouldBe(status);
    }

    private static string Here(string path, [CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, path));

    private static ClaimsPrincipal Person(string role) => new(new ClaimsIdentity([new(ClaimTypes.Role, role)], "test"));

    private static bool IsPage(RouteEndpoint endpoint) => endpoint.Metadata.Any(m => m.GetType().Name == "ComponentTypeMetadata");

    /// <summary>Files of wwwroot: there are many, all for anyone, which the first test sees to.</summary>
    private static bool IsAsset(RouteEndpoint endpoint) => endpoint.Metadata.Any(m => m.GetType().Name == "StaticAssetDescriptor")
        || endpoint.RoutePattern.RawText?.StartsWith("_framework", StringComparison.Ordinal) == true;

    private static string Label(RouteEndpoint endpoint) =>
        $"{string.Join(',', endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["*"])} {endpoint.RoutePattern.RawText}";

    private static string Address(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart { Name: "format" } => pattern.RawText!.Contains("svg", StringComparison.Ordinal) ? "svg" : "csv",
        RoutePatternParameterPart parameter => Values.GetValueOrDefault(parameter.Name, "x"),
        _ => "",
    }))));

    private static async Task<bool> MayAsync(string name, Rule rule)
    {
        if (rule == Rule.Anyone)
        {
            return true;
        }

        var handler = new RuleHandler(new AccessOptions(true, name.Split(' ') is [_, var others] ? Enum.Parse<OthersPolicy>(others, ignoreCase: true) : OthersPolicy.Anonymous));
        var person = name == "nobody" ? new ClaimsPrincipal(new ClaimsIdentity()) : Person(name.StartsWith("district", StringComparison.Ordinal) ? "district:110112" : name);
        var context = new AuthorizationHandlerContext([new RuleRequirement(rule)], person, null);
        await handler.HandleAsync(context);
        return context.HasSucceeded;
    }

    /// <summary>All but the fallback for files that a build made since the start, which exists in development only and, without a rule, answers nobody.</summary>
    private IEnumerable<RouteEndpoint> Endpoints() => dashboard.Factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.DisplayName != "Fallback {**path:file}");
}
