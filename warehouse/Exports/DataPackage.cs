using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Exports;

/// <summary>Describes an export as a Frictionless Data Package (specs.frictionlessdata.io, version 1).</summary>
public static class DataPackage
{
    private static readonly string[] DictionaryColumns = ["table", "column", "position", "type", "zh", "en"];

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <param name="timestampFormat">How timestamps are written in text files.</param>
    public static string Of(
        SnapshotInfo info, ExportFormat format, IReadOnlyList<DictionaryRow> dictionary, IEnumerable<ExportedFile> files, string timestampFormat)
    {
        var resources = files.Select(f => Resource(f, dictionary, timestampFormat)).ToArray<JsonNode?>();
        return new JsonObject
        {
            ["profile"] = format == ExportFormat.Csv ? "tabular-data-package" : "data-package",
            ["name"] = $"learning-city-{info.Id.ToLowerInvariant()}",
            ["title"] = Export.Title(info),
            ["description"] = info.Sample
                ? "示例数据：分数由程序生成，不代表任何区 | Sample data: synthetic scores that stand for no district"
                : "学习型城市示范区评估得分、排名与统计 | Scores, rankings and statistics of the evaluation of learning-city demonstration districts",
            ["version"] = info.Id,
            ["created"] = info.PublishedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["keywords"] = new JsonArray("learning city", "学习型城市", "evaluation", "评估"),
            ["resources"] = new JsonArray(resources),
        }.ToJsonString(Json) + "\n";
    }

    private static JsonObject Resource(ExportedFile file, IReadOnlyList<DictionaryRow> dictionary, string timestampFormat)
    {
        var extension = Path.GetExtension(file.Name)[1..];
        var resource = new JsonObject
        {
            ["name"] = Path.GetFileNameWithoutExtension(file.Name).ToLowerInvariant(),
            ["path"] = file.Name,
            ["format"] = extension,
            ["mediatype"] = extension switch
            {
                "csv" => "text/csv",
                "parquet" => "application/vnd.apache.parquet",
                "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                _ => "application/octet-stream",
            },
            ["bytes"] = file.Bytes,
            ["hash"] = "sha256:" + file.Sha256,
        };
        if (dictionary.FirstOrDefault(d => d.Table == file.Table && d.Column is null) is { } table)
            resource["description"] = $"{table.CommentZh} | {table.CommentEn}";
        if (extension != "csv")
            return resource;
        resource["profile"] = "tabular-data-resource";
        resource["encoding"] = "utf-8";
        resource["dialect"] = new JsonObject { ["delimiter"] = ",", ["quoteChar"] = "\"", ["doubleQuote"] = true, ["header"] = true, ["caseSensitiveHeader"] = true };
        resource["schema"] = new JsonObject
        {
            ["fields"] = new JsonArray(Fields(file, dictionary, timestampFormat)),
            ["missingValues"] = new JsonArray(""),
        };
        return resource;
    }

    private static JsonNode?[] Fields(ExportedFile file, IReadOnlyList<DictionaryRow> dictionary, string timestampFormat)
    {
        if (file.Table is null)
            return [.. DictionaryColumns.Select(name =>
                new JsonObject { ["name"] = name, ["type"] = name == "position" ? "integer" : "string" })];
        return [.. dictionary.Where(d => d.Table == file.Table && d.Column is not null).Select(column =>
        {
            var (type, fieldFormat) = TypeOf(column.Type!, timestampFormat);
            var field = new JsonObject
            {
                ["name"] = column.Column,
                ["type"] = type,
                ["title"] = column.CommentZh,
                ["description"] = column.CommentEn,
            };
            if (fieldFormat is not null)
                field["format"] = fieldFormat;
            if (type == "boolean")
                (field["trueValues"], field["falseValues"]) = (new JsonArray("true"), new JsonArray("false"));
            return field;
        })];
    }

    private static (string Type, string? Format) TypeOf(string type, string timestampFormat) => type switch
    {
        "INTEGER" or "BIGINT" or "HUGEINT" or "SMALLINT" => ("integer", null),
        "DOUBLE" or "FLOAT" => ("number", null),
        "BOOLEAN" => ("boolean", null),
        "DATE" => ("date", "%Y-%m-%d"),
        "TIMESTAMP" => ("datetime", timestampFormat),
        _ when type.StartsWith("DECIMAL", StringComparison.Ordinal) => ("number", null),
        _ => ("string", null),
    };
}
