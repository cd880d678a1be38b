using System.Diagnostics;
using System.Text.RegularExpressions;

namespace LearningCity.Tests.Support;

/// <summary>The built dashboard as its users start it: a process of its own, on a free loopback port.</summary>
public sealed partial class DashboardServer : IAsyncDisposable
{
    private readonly Process _process;

    private DashboardServer(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public int ProcessId => _process.Id;

    /// <summary>Starts the program that lies in <paramref name="programFolder"/> and waits for the address that it prints.</summary>
    /// <exception cref="InvalidOperationException">The program ended before it listened; the message holds what it said.</exception>
    public static Task<DashboardServer> StartAsync(string programFolder, string data, params string[] options) =>
        StartProgramAsync(Path.Combine(programFolder, "LearningCity.Dashboard.dll"), ["--data", data, "--urls", "http://127.0.0.1:0", .. options]);

    /// <summary>Starts another program that prints where it listens.</summary>
    /// <inheritdoc cref="StartAsync"/>
    public static async Task<DashboardServer> StartProgramAsync(string program, IEnumerable<string> arguments)
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [program, .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Path.GetDirectoryName(program),
            },
            EnableRaisingEvents = true,
        };
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new List<string>();
        void Read(string? line)
        {
            if (line is null)
            {
                return;
            }

            lock (said)
            {
                said.Add(line);
            }

            if (Listening().Match(line) is { Success: true } match)
            {
                listening.TrySetResult(new Uri(match.Value));
            }
        }

        process.OutputDataReceived += (_, e) => Read(e.Data);
        process.ErrorDataReceived += (_, e) => Read(e.Data);
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The dashboard ended: " + string.Join('\n', said)));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new DashboardServer(process, await listening.Task.WaitAsync(TimeSpan.FromMinutes(2)));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*")]
    private static partial Regex Listening();
}
