using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LearningCity.Warehouse.Storage;
using Spectre.Console;

namespace LearningCity.Etl.Commands;

/// <summary>One run of the command line: where the data are, how to speak, and where to write.</summary>
/// <param name="Out">For the answer; plain text when it is no terminal.</param>
/// <param name="Error">For progress and messages, so that the answer can be piped on.</param>
public sealed record Session(DataFolder Folder, bool Json, Language Language, IAnsiConsole Out, IAnsiConsole Error, TimeProvider Time)
{
    // Wide enough that a table in a file or a pipe is not broken.
    private const int PlainWidth = 180;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Session Create(string? data, bool json, string? language, InvocationConfiguration streams) => new(
        DataFolder.Resolve(data), json, Words.Choose(language), Terminal(streams.Output, Console.IsOutputRedirected || streams.Output != Console.Out),
        Terminal(streams.Error, Console.IsErrorRedirected || streams.Error != Console.Error), TimeProvider.System);

    public string Say(string zh, string en, string between = " | ") => Language.In(zh, en, between);

    /// <summary>A sentence for people; with <c>--json</c> it goes to the error stream.</summary>
    public void Tell(string zh, string en, string style = "")
    {
        var console = Json ? Error : Out;
        foreach (var line in Say(zh, en, "\n").Split('\n'))
            // In a file or a pipe a sentence stays one line, however long the path that it names.
            if (console.Profile.Capabilities.Interactive)
                console.WriteLine(line, style.Length == 0 ? Style.Plain : Style.Parse(style));
            else
                console.Profile.Out.Writer.WriteLine(VisibleText.Of(line));
    }

    public void Write<T>(T answer) => Out.Profile.Out.Writer.WriteLine(JsonSerializer.Serialize(answer, Options));

    private static IAnsiConsole Terminal(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        console.Pipeline.Attach(new VisibleText());
        if (redirected)
            console.Profile.Width = PlainWidth;
        return console;
    }
}
