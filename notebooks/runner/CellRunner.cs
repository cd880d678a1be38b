using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace LearningCity.Notebooks;

/// <summary>Runs the cells of one notebook in order; what a cell declares, the next ones have.</summary>
/// <param name="limit">How long a cell may run, not counting its compilation: the first one compiles for seconds on a busy machine.</param>
internal sealed class CellRunner(NotebookHost host, string folder, TimeSpan limit)
{
    private static readonly string[] Usings =
        ["System", "System.Collections.Generic", "System.Globalization", "System.Linq", "System.Threading.Tasks"];

    private readonly ScriptOptions _options = ScriptOptions.Default
        .WithMetadataResolver(ScriptMetadataResolver.Default.WithSearchPaths(AppContext.BaseDirectory).WithBaseDirectory(folder))
        .WithSourceResolver(ScriptSourceResolver.Default.WithBaseDirectory(folder))
        .AddReferences(typeof(object).Assembly, typeof(Enumerable).Assembly, typeof(NotebookHost).Assembly)
        .AddImports(Usings);

    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    private ScriptState<object>? _state;

    /// <summary>Runs a cell into its outputs, and says why where it failed.</summary>
    public async Task<CellFault?> RunAsync(CodeCell cell, Outputs outputs)
    {
        host.Into(outputs);
        // The same numbers and words whatever the machine is set to; it holds within this method.
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = Chinese;
        var console = Console.Out;
        Console.SetOut(new ConsoleRelay(outputs));
        try
        {
            var code = PackageDirectives.Resolve(cell.Source);
            var script = _state is null
                ? CSharpScript.Create<object>(code, _options, typeof(NotebookHost))
                : _state.Script.ContinueWith<object>(code);
            script.CreateDelegate();
            // On another thread, so that a cell that never yields can be given up too.
            _state = await Task.Run(() => _state is null ? script.RunAsync(host) : script.RunFromAsync(_state)).WaitAsync(limit);
            outputs.Result(_state.ReturnValue, cell.Number);
            return null;
        }
        catch (Exception e)
        {
            var fault = Fault(e);
            outputs.Error(fault);
            return fault;
        }
        finally
        {
            Console.SetOut(console);
        }
    }

    private CellFault Fault(Exception e) => e switch
    {
        CompilationErrorException compilation => new("编译错误 | Compilation", string.Join('\n', compilation.Diagnostics
            .Where(d => d.Severity == DiagnosticSeverity.Error)
            .Select(d => $"({d.Location.GetLineSpan().StartLinePosition.Line + 1},{d.Location.GetLineSpan().StartLinePosition.Character + 1}) {d.Id}: {d.GetMessage(null)}"))),
        CellException cell => new(cell.Name, cell.Message),
        TimeoutException => new("Timeout", $"单元格运行超过 {limit.TotalSeconds:0} 秒。| The cell ran longer than {limit.TotalSeconds:0} seconds."),
        _ => new(e.GetType().Name, WithoutPath(e.Message)),
    };

    private string WithoutPath(string message) => message
        .Replace(host.Data.Root, "DATA", StringComparison.Ordinal).Replace(folder, ".", StringComparison.Ordinal)
        .Replace(AppContext.BaseDirectory, "", StringComparison.Ordinal);

    private sealed class ConsoleRelay(Outputs outputs) : StringWriter
    {
        public override void Write(char value) => outputs.Stream(value.ToString());

        public override void Write(string? value) => outputs.Stream(value ?? "");

        public override void Write(char[] buffer, int index, int count) => outputs.Stream(new string(buffer, index, count));

        public override void WriteLine(string? value) => outputs.Stream(value + "\n");
    }
}
