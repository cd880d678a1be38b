using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LearningCity.Notebooks;

/// <summary>A notebook file (nbformat 4): what the runner does not know of stays in it as it is.</summary>
public sealed class Notebook
{
    private static readonly JsonSerializerOptions Writing = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly JsonObject _root;

    private Notebook(JsonObject root) => _root = root;

    /// <summary>Code cells in order.</summary>
    public IReadOnlyList<CodeCell> Cells =>
        [.. _root["cells"]!.AsArray().OfType<JsonObject>().Where(c => (string?)c["cell_type"] == "code").Select((c, i) => new CodeCell(c, i + 1))];

    /// <summary>Whether the code is the same: then the outputs of one are those of the other.</summary>
    public bool SameCode(Notebook other) => Cells.Select(c => c.Source).SequenceEqual(other.Cells.Select(c => c.Source), StringComparer.Ordinal);

    /// <summary>Takes over what the other put out.</summary>
    public void Fill(Notebook run)
    {
        foreach (var (cell, from) in Cells.Zip(run.Cells))
        {
            cell.Json["execution_count"] = from.Json["execution_count"]?.DeepClone();
            cell.Json["outputs"] = from.Outputs.DeepClone();
        }
    }

    /// <exception cref="InvalidDataException">The file is no notebook of nbformat 4; the message says what is wrong, in both languages.</exception>
    public static Notebook Parse(string json)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(json);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"不是有效的 JSON：第 {e.LineNumber + 1} 行。| Not valid JSON: line {e.LineNumber + 1}.", e);
        }

        if (root is not JsonObject file || file["nbformat"] is not JsonValue format || !format.TryGetValue<int>(out var version) || version != 4
            || file["cells"] is not JsonArray)
        {
            throw new InvalidDataException("不是 nbformat 4 的笔记本。| Not a notebook of nbformat 4.");
        }

        return new Notebook(file);
    }

    public static Notebook Read(string path) => Parse(File.ReadAllText(path));

    /// <summary>Sets what a viewer needs to know of the language, and gives each cell the id that nbformat 4.5 asks for.</summary>
    public void Complete()
    {
        _root["nbformat_minor"] = 5;
        var metadata = _root["metadata"] as JsonObject ?? [];
        _root["metadata"] = metadata;
        metadata["kernelspec"] = new JsonObject { ["display_name"] = "C#（学习型城市）", ["language"] = "C#", ["name"] = ".net-csharp" };
        metadata["language_info"] = new JsonObject
        {
            ["name"] = "csharp",
            ["file_extension"] = ".cs",
            ["mimetype"] = "text/x-csharp",
            ["pygments_lexer"] = "csharp",
        };
        foreach (var (i, cell) in _root["cells"]!.AsArray().OfType<JsonObject>().Index())
        {
            cell["id"] ??= $"cell-{i + 1:00}";
            cell["metadata"] ??= new JsonObject();
        }
    }

    /// <summary>One space of indentation, as Jupyter writes it, so that a diff shows what has changed.</summary>
    public override string ToString() => _root.ToJsonString(Writing) + "\n";

    /// <summary>Replaces the file in one step.</summary>
    public void Write(string path)
    {
        var temporary = path + ".tmp";
        File.WriteAllText(temporary, ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.Move(temporary, path, overwrite: true);
    }
}

/// <summary>A code cell.</summary>
/// <param name="Number">Counted over the code cells, from 1: what stands beside it as In [n].</param>
public sealed record CodeCell(JsonObject Json, int Number)
{
    public string Source => Text(Json["source"]);

    public JsonArray Outputs => Json["outputs"] as JsonArray ?? [];

    public void Fill(IEnumerable<JsonObject> outputs)
    {
        Json["execution_count"] = Number;
        Json["outputs"] = new JsonArray([.. outputs]);
    }

    /// <summary>nbformat lets a text be one string or a list of lines.</summary>
    public static string Text(JsonNode? node) => node switch
    {
        JsonArray lines => string.Concat(lines.Select(l => (string?)l)),
        JsonValue text => (string?)text ?? "",
        _ => "",
    };

    /// <summary>A text as lines, which is how Jupyter writes it.</summary>
    public static JsonArray Lines(string text)
    {
        var lines = new JsonArray();
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[at..end]);
            at = end;
        }

        return lines;
    }
}
