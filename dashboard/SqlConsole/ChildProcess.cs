using System.Diagnostics;
using System.Text.Json;
using LearningCity.Dashboard.SqlConsole.Child;

namespace LearningCity.Dashboard.SqlConsole;

/// <summary>One child: started, given one order, read to its end, and gone. Disposing kills it.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly string[] Kept = ["PATH", "LD_LIBRARY_PATH", "SystemRoot", "TMPDIR", "TEMP", "TMP"];

    private readonly Process _process;
    private readonly Task<string> _errors;
    private bool _ready;

    private ChildProcess(Process process)
    {
        _process = process;
        _errors = HeadAsync(process.StandardError);
        Lines = new LineReader(process.StandardOutput.BaseStream, long.MaxValue);
    }

    public LineReader Lines { get; }

    public bool HasExited => _process.HasExited;

    /// <summary>Bytes of memory the child holds; 0 when it has ended.</summary>
    public long Memory
    {
        get
        {
            try
            {
                _process.Refresh();
                return _process.HasExited ? 0 : _process.WorkingSet64;
            }
            catch (InvalidOperationException)
            {
                return 0;
            }
        }
    }

    public static ChildProcess Start()
    {
        var (file, arguments) = Program();
        var start = new ProcessStartInfo(file, [.. arguments, SqlChild.Verb])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = Path.GetPathRoot(AppContext.BaseDirectory),
        };
        // A query has no business with the environment of the dashboard.
        foreach (var name in start.Environment.Keys.Where(k => !Kept.Contains(k) && !k.StartsWith("DOTNET_ROOT", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_GCHeapHardLimit"] = "0xC000000";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        var process = Process.Start(start) ?? throw new InvalidOperationException("The process of a query could not be started.");
        return new ChildProcess(process);
    }

    /// <summary>Waits until the child has started; afterwards it has nothing left to load.</summary>
    /// <exception cref="IOException">It has ended before.</exception>
    public async Task ReadyAsync(CancellationToken cancel)
    {
        if (!_ready && await Lines.ReadAsync(cancel) is null)
        {
            throw new IOException("The process of a query ended before it was ready.");
        }

        _ready = true;
    }

    public async Task OrderAsync(SqlOrder order, CancellationToken cancel)
    {
        var input = _process.StandardInput.BaseStream;
        await input.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(order, WireJson.Default.SqlOrder), cancel);
        await input.WriteAsync("\n"u8.ToArray(), cancel);
        await input.FlushAsync(cancel);
    }

    /// <summary>Whether a child that has ended said that the system gave it no more memory.</summary>
    public async Task<bool> RanOutOfMemoryAsync() => (await _errors).Contains("Out of memory", StringComparison.OrdinalIgnoreCase);

    public void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync();
        await _errors;
        _process.Dispose();
    }

    private static async Task<string> HeadAsync(StreamReader errors)
    {
        var head = new char[2048];
        try
        {
            var read = await errors.ReadBlockAsync(head);
            await errors.BaseStream.CopyToAsync(Stream.Null);
            return new string(head, 0, read);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            return "";
        }
    }

    /// <summary>The dashboard's own program, wherever it is: beside the tests too, whose program is another.</summary>
    private static (string File, string[] Arguments) Program()
    {
        var assembly = typeof(ChildProcess).Assembly.Location;
        var host = Path.ChangeExtension(assembly, OperatingSystem.IsWindows() ? ".exe" : null)!;
        if (File.Exists(host))
        {
            return (host, []);
        }

        var running = Environment.ProcessPath;
        var dotnet = Path.GetFileNameWithoutExtension(running) == "dotnet" ? running! : "dotnet";
        return (dotnet, [assembly]);
    }
}
