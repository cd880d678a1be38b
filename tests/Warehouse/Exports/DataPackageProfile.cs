using System.Text.Json.Nodes;
using NJsonSchema;

namespace LearningCity.Warehouse.Tests.Exports;

/// <summary>The official profiles of Frictionless Data Packages, version 1, copied with their licence into <c>frictionless/</c> from the
/// package datapackage 1.1.10 of npm.</summary>
internal static class DataPackageProfile
{
    /// <summary>What in a datapackage.json is not as the profile that it names says, with its place; empty when it is valid.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(string package)
    {
        var profile = (string?)JsonNode.Parse(package)!["profile"] ?? "data-package";
        await using var stream = typeof(DataPackageProfile).Assembly.GetManifestResourceStream($"frictionless/{profile}.json")
            ?? throw new ArgumentException($"There is no profile {profile}.");
        var schema = await JsonSchema.FromJsonAsync(stream);
        return [.. schema.Validate(package).Select(fault => fault.ToString())];
    }
}
