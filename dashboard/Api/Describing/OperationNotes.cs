using System.Text.Json.Nodes;
using LearningCity.Dashboard.Api.Asking;
using LearningCity.Dashboard.Resources;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;

namespace LearningCity.Dashboard.Api.Describing;

/// <summary>Describes a route from the same list of parameters that it reads.</summary>
public static class OperationNotes
{
    public static void Describe(OpenApiOperation operation, ApiDescription description)
    {
        if (description.ActionDescriptor.EndpointMetadata.OfType<RouteNotes>().FirstOrDefault() is not { } notes)
        {
            return;
        }

        operation.Summary = ApiText.Both($"route.{notes.Name}");
        operation.Description = ApiText.Both($"route.{notes.Name}.more");
        operation.Parameters = [.. notes.Parameters.Select(Describe)];
        if (notes.Files)
        {
            operation.Summary += " (CSV, Parquet, XLSX)";
            operation.Parameters.Insert(0, Format());
            operation.Responses!["200"] = Files();
        }
        else if (Examples.Of(notes.Name) is { } example)
        {
            ((OpenApiResponse)operation.Responses!["200"]).Content!["application/json"].Example = example;
        }

        foreach (var (status, response) in operation.Responses!)
        {
            response.Description = ApiText.Both($"status.{status}");
        }
    }

    private static OpenApiParameter Describe(Parameter parameter) => new()
    {
        Name = parameter.Name,
        In = parameter.InPath ? ParameterLocation.Path : ParameterLocation.Query,
        Required = parameter.Required,
        Description = ApiText.Both($"parameter.{parameter.Describes}"),
        Schema = Schema(parameter),
        Example = parameter.Whole
            ? JsonValue.Create(int.Parse(parameter.Example, System.Globalization.CultureInfo.InvariantCulture))
            : JsonValue.Create(parameter.Example),
    };

    private static OpenApiSchema Schema(Parameter parameter) => new()
    {
        Type = parameter.Whole ? JsonSchemaType.Integer : JsonSchemaType.String,
        Minimum = parameter.Whole ? "1" : null,
        Maximum = parameter.Name == Parameters.PageSize.Name ? Parameters.MaxPageSize.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
        Enum = parameter.Values.Count == 0 ? null : [.. parameter.Values.Select(v => (JsonNode)JsonValue.Create(v))],
    };

    private static OpenApiParameter Format() => new()
    {
        Name = "format",
        In = ParameterLocation.Path,
        Required = true,
        Description = ApiText.Both("parameter.format"),
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["csv", "parquet", "xlsx"] },
        Example = "csv",
    };

    private static OpenApiResponse Files() => new()
    {
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["text/csv"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
            [Writing.ParquetRows.ContentType] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
            [Writing.XlsxRows.ContentType] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
        },
    };
}
