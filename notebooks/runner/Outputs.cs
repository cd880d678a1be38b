using System.Collections;
using System.Text.Json.Nodes;
using LearningCity.Dashboard.Figures;
using LearningCity.Dashboard.Figures.Rendering;

namespace LearningCity.Notebooks;

/// <summary>What a cell has put out, as nbformat writes it.</summary>
internal sealed class Outputs
{
    private readonly List<JsonObject> _all = [];

    public IReadOnlyList<JsonObject> All => _all;

    /// <summary>Text that was written to the console; what follows itself becomes one output.</summary>
    public void Stream(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (_all.LastOrDefault() is { } last && (string?)last["output_type"] == "stream")
        {
            last["text"] = CodeCell.Lines(CodeCell.Text(last["text"]) + text);
            return;
        }

        _all.Add(new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = CodeCell.Lines(text) });
    }

    public void Show(object? value) => Add("display_data", value, null);

    /// <summary>The value of the cell's last expression.</summary>
    public void Result(object? value, int number)
    {
        if (value is not null)
        {
            Add("execute_result", value, number);
        }
    }

    public void Error(CellFault fault) => _all.Add(new JsonObject
    {
        ["output_type"] = "error",
        ["ename"] = fault.Name,
        ["evalue"] = fault.Message,
        ["traceback"] = CodeCell.Lines(fault.Message),
    });

    private void Add(string type, object? value, int? number)
    {
        var output = new JsonObject { ["output_type"] = type, ["data"] = Data(value), ["metadata"] = new JsonObject() };
        if (number is not null)
        {
            output["execution_count"] = number;
        }

        _all.Add(output);
    }

    private static JsonObject Data(object? value) => value switch
    {
        Markdown markdown => new() { ["text/markdown"] = CodeCell.Lines(markdown.Text), ["text/plain"] = CodeCell.Lines(markdown.Text) },
        Figure figure => new()
        {
            ["image/png"] = Convert.ToBase64String(FigurePng.Standalone(figure, FigureWidths.Medium, FigurePalette.Light, scale: 1.5)),
            ["text/plain"] = CodeCell.Lines($"{figure.Title}\n{figure.Description}"),
        },
        string text => new() { ["text/plain"] = CodeCell.Lines(text) },
        _ when Table.Of(value) is { } table => new() { ["text/html"] = CodeCell.Lines(table.Html()), ["text/plain"] = CodeCell.Lines(table.Plain()) },
        IEnumerable => new() { ["text/plain"] = CodeCell.Lines("（没有）| (none)") },
        _ => new() { ["text/plain"] = CodeCell.Lines(Table.Text(value)) },
    };
}

/// <summary>Text that a viewer shows as Markdown.</summary>
public sealed record Markdown(string Text);

/// <summary>Why a cell failed: no path and no stack of the machine it ran on.</summary>
public sealed record CellFault(string Name, string Message);
