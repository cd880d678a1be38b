using System.Text.Json.Serialization.Metadata;
using LearningCity.Dashboard.Resources;
using Microsoft.OpenApi;

namespace LearningCity.Dashboard.Api.Describing;

/// <summary>Says of every field what it means, its unit and when it is null. A field name means the same in every answer,
/// so its text is found by the name alone; <c>field.TYPE.NAME</c> says more where a table needs it.</summary>
public static class SchemaNotes
{
    public static void Describe(OpenApiSchema schema, JsonPropertyInfo? property)
    {
        if (property is not null && Text(property.DeclaringType.Name, property.Name) is { } text)
        {
            schema.Description = text;
        }
    }

    /// <summary>What is said of a field, in both languages; null when nothing is.</summary>
    public static string? Text(string type, string field) => ApiText.Both($"field.{type}.{field}") ?? ApiText.Both($"field.{field}");
}
