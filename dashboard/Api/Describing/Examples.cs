using System.Text.Json.Nodes;

namespace LearningCity.Dashboard.Api.Describing;

/// <summary>One answer per route, taken from the sample data; a test holds them to what the API really answers.</summary>
public static class Examples
{
    /// <summary>The answer in Api/Examples/NAME.json; null when there is none.</summary>
    public static JsonNode? Of(string route)
    {
        using var stream = typeof(Examples).Assembly.GetManifestResourceStream($"LearningCity.Dashboard.Api.Examples.{route}.json");
        return stream is null ? null : JsonNode.Parse(stream);
    }
}
