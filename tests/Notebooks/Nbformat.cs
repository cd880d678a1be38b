using System.Text.Json.Nodes;
using NJsonSchema;

namespace LearningCity.Notebooks.Tests;

/// <summary>The official schema of nbformat 4.5, copied with its licence into <c>nbformat/</c>: what Jupyter itself validates files by.</summary>
internal static class Nbformat
{
    private const string Definitions = "#/definitions/";
    private const string Group = "misc";

    /// <summary>What in a notebook's file is not as the schema says, with its place; empty when it is valid.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(string notebook)
    {
        await using var stream = typeof(Nbformat).Assembly.GetManifestResourceStream("nbformat.v4.5.schema.json")!;
        var schema = await JsonSchema.FromJsonAsync(Ungrouped(JsonNode.Parse(stream)!));
        return [.. schema.Validate(notebook).Select(fault => fault.ToString())];
    }

    /// <summary>The schema with the definitions that it keeps in a group of their own beside the others, where the validator finds them.</summary>
    private static string Ungrouped(JsonNode schema)
    {
        var definitions = schema["definitions"]!.AsObject();
        var group = definitions[Group]!.AsObject();
        definitions.Remove(Group);
        foreach (var (name, definition) in group.ToList())
        {
            group.Remove(name);
            definitions.Add(name, definition);
        }

        return schema.ToJsonString().Replace($"{Definitions}{Group}/", Definitions, StringComparison.Ordinal);
    }
}
