using System.Security.Cryptography;
using LearningCity.Dashboard.Access;
using LearningCity.Dashboard.Hosting;
using Scalar.AspNetCore;

namespace LearningCity.Dashboard.Api.Describing;

/// <summary>OpenAPI at /openapi/v1.json and the reference to read and try it at /api, both served by the dashboard alone.</summary>
public static class DescriptionSetup
{
    public const string Reference = "/api";

    public static void AddDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            DocumentNotes.Describe(document);
            SchemaNotes.Describe(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            OperationNotes.Describe(operation, context.Description);
            return Task.CompletedTask;
        });
    });

    public static void MapDescription(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").Rule(Rule.Results);
        // In a group, so that the files of the reference have the rule as well.
        var reference = app.MapGroup("");
        ((IEndpointConventionBuilder)reference).Finally(endpoint => RuleConventions.Set(endpoint, Rule.Results));
        reference.MapScalarApiReference(Reference, (options, http) =>
        {
            var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            http.Response.Headers.ContentSecurityPolicy = SecurityHeaders.WithNonce(nonce);
            options.WithTitle(Language.Text("学习型城市评估 接口说明", "LearningCity API reference"))
                .WithOpenApiRoutePattern("/openapi/{documentName}.json")
                .WithNonce(nonce)
                .DisableDefaultFonts()
                .DisableTelemetry()
                .DisableAgent()
                .DisableMcp()
                .HideDeveloperTools();
        });
    }
}
