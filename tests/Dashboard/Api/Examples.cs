using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LearningCity.Tests.Support;

namespace LearningCity.Dashboard.Tests.Api;

/// <summary>Holds the examples of the OpenAPI document to what the API answers.</summary>
internal static class Examples
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const int Longest = 2;

    /// <summary>Fails where the example of a route is not this answer, ids and times aside, with lists of records cut to the first two:
    /// an example shows the form, and the whole is a request away.</summary>
    public static void Held(string route, JsonObject answer)
    {
        Steady(answer);
        Shorten(answer);
        Approved.Differs(Beside($"../../../dashboard/Api/Examples/{route}.json"), answer.ToJsonString(Indented)).ShouldBeNull();
    }

    /// <summary>Gives ids, hashes of files that hold a time, and times one value each.</summary>
    private static void Steady(JsonObject json)
    {
        foreach (var (name, value) in json.ToArray())
        {
            if (name is "snapshot" || (name is "id" && json.ContainsKey("publishedAt")))
            {
                json[name] = "20261103T021500Z-7c1e90ab";
            }
            else if (name is "sha256")
            {
                json[name] = new string('0', 64);
            }
            else if (name.EndsWith("At", StringComparison.Ordinal) && value is not null)
            {
                json[name] = "2026-11-03T02:15:00Z";
            }
            else if (value is JsonArray list)
            {
                list.OfType<JsonObject>().ToList().ForEach(Steady);
            }
            else if (value is JsonObject inner)
            {
                Steady(inner);
            }
        }
    }

    private static void Shorten(JsonNode json)
    {
        if (json is JsonArray list && list.Any(item => item is JsonObject))
        {
            while (list.Count > Longest)
            {
                list.RemoveAt(list.Count - 1);
            }
        }

        foreach (var inner in (json is JsonObject record ? record.Select(p => p.Value) : json.AsArray()).Where(v => v is JsonObject or JsonArray).ToArray())
        {
            Shorten(inner!);
        }
    }

    private static string Beside(string file, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, file));
}
