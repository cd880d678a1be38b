using NJsonSchema;

namespace LearningCity.Notebooks.Tests;

/// <summary>The official schema of nbformat 4.5, copied with its licence into <c>nbformat/</c>: what Jupyter itself validates files by.</summary>
internal static class Nbformat
{
    /// <summary>What in a notebook's file is not as the schema says, with its place; empty when it is valid.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(string notebook)
    {
        await using var stream = typeof(Nbformat).Assembly.GetManifestResourceStream("nbformat.v4.5.schema.json")!;
        var schema = await JsonSchema.FromJsonAsync(stream);
        return [.. schema.Validate(notebook).Select(fault => fault.ToString())];
    }
}
