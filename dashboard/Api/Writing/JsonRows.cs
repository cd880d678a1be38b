using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LearningCity.Dashboard.Api.Writing;

/// <summary>Rows as JSON: camelCase, Chinese as it is, null where there is no value.</summary>
public static class JsonRows
{
    private static readonly JsonSerializerOptions Options = Create();

    /// <summary>The rules of every JSON answer.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new UtcTime());
        // A number is a number: without this the description would allow a text in its place.
        options.NumberHandling = JsonNumberHandling.Strict;
    }

    /// <summary>The rows with the columns asked for, ready to be serialised.</summary>
    public static IReadOnlyList<object> Select(RowShape shape, RowSelection selection) =>
        ReferenceEquals(selection.Columns, shape.Columns)
            ? selection.Rows
            : [.. selection.Rows.Select(row => selection.Columns.ToDictionary(c => c.Name, c => c.Read(row)))];

    /// <summary>An answer, with the properties of <paramref name="beside"/> after its own.</summary>
    public static JsonHttpResult<JsonNode> Of(RowsAnswer<object> answer, object? beside)
    {
        var json = (JsonObject)JsonSerializer.SerializeToNode(answer, Options)!;
        if (beside is not null)
        {
            foreach (var (name, value) in (JsonObject)JsonSerializer.SerializeToNode(beside, beside.GetType(), Options)!)
            {
                json[name] = value?.DeepClone();
            }
        }

        return TypedResults.Json<JsonNode>(json, Options);
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    /// <summary>Times leave as UTC with a Z, as they do in CSV.</summary>
    private sealed class UtcTime : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime);
    }
}
