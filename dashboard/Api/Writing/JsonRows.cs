using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace LearningCity.Dashboard.Api.Writing;

/// <summary>Rows as JSON: camelCase, Chinese as it is, null where there is no value.</summary>
public static class JsonRows
{
    /// <summary>The rules of every JSON answer.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new UtcTime());
    }

    /// <summary>The rows with the columns asked for, ready to be serialised.</summary>
    public static IReadOnlyList<object> Select(RowShape shape, RowSelection selection) =>
        ReferenceEquals(selection.Columns, shape.Columns)
            ? selection.Rows
            : [.. selection.Rows.Select(row => selection.Columns.ToDictionary(c => c.Name, c => c.Read(row)))];

    /// <summary>Times are UTC inside, whether their kind says so or not.</summary>
    private sealed class UtcTime : JsonConverter<DateTime>
    {
        public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTime().ToUniversalTime();

        public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
            writer.WriteStringValue(DateTime.SpecifyKind(value, DateTimeKind.Utc));
    }
}
