using System.ComponentModel;
using System.Diagnostics;

namespace LearningCity.Benchmarks;

/// <summary>What a process of its own took.</summary>
/// <param name="Cpu">Processor time, which a busy machine stretches far less than the clock.</param>
/// <param name="PeakBytes">Most memory that was resident at once.</param>
internal sealed record Measured(TimeSpan Wall, TimeSpan Cpu, long PeakBytes, string Output)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(10);

    /// <exception cref="InvalidOperationException">It ended with another exit code than 0; the message holds what it said.</exception>
    public static async Task<Measured> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var (cpu, peak) = (TimeSpan.Zero, 0L);
        while (!process.HasExited)
        {
            try
            {
                process.Refresh();
                (cpu, peak) = (process.TotalProcessorTime, Math.Max(peak, process.PeakWorkingSet64));
            }
            catch (Exception e) when (e is InvalidOperationException or Win32Exception)
            {
                // It has just ended; what was seen last counts.
            }

            await Task.Delay(LookEvery);
        }

        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? new(watch.Elapsed, cpu, peak, await output)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}\n{await output}{await error}");
    }
}
