using System.Diagnostics;
using System.Text.RegularExpressions;
using LearningCity.Client;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Notebooks;

/// <summary>A dashboard of this notebook's own, on a free port of this computer; it ends with the notebook.</summary>
internal sealed partial class LocalDashboard : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http;

    private LocalDashboard(Process process, Uri address)
    {
        _process = process;
        _http = new HttpClient { BaseAddress = address };
        Client = new LearningCityClient(_http);
    }

    public LearningCityClient Client { get; }

    /// <exception cref="InvalidOperationException">It ended before it listened; the message holds what it said.</exception>
    public static async Task<LocalDashboard> StartAsync(DataFolder data)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "LearningCity.Dashboard.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--data", data.Root, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (Listening().Match(line) is { Success: true } match)
            {
                // What it says from now on is read and dropped, else it would stop when the pipe is full.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return new LocalDashboard(process, new Uri(match.Value));
            }
        }

        throw new InvalidOperationException(string.Join('\n', said.Append(await errors)));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
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
