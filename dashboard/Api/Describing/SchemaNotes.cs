using LearningCity.Dashboard.Resources;
using Microsoft.OpenApi;

namespace LearningCity.Dashboard.Api.Describing;

/// <summary>Says of every field what it means, its unit and when it is null. A field name means the same in every answer,
/// so its text is found by the name alone; <c>field.TYPE.NAME</c> says more where a table needs it.</summary>
public static class SchemaNotes
{
    public static void Describe(OpenApiDocument document)
    {
        foreach (var (type, schema) in document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
        {
            // What code says of its types to programmers is not for readers of the API.
            schema.Description = null;
            foreach (var (field, value) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
            {
                value.Description = Text(type, field);
            }
        }
    }

    private static string? Text(string type, string field) => ApiText.Both($"field.{type}.{field}") ?? ApiText.Both($"field.{field}");
}
