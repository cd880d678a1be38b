using System.Globalization;
using System.Runtime.InteropServices;

namespace LearningCity.Benchmarks;

/// <summary>The machine that is measured on.</summary>
internal static class Machine
{
    /// <summary>Day, processors, memory, system and runtime, as a sentence.</summary>
    public static string Now => string.Create(
        CultureInfo.InvariantCulture,
        $"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} processors ({RuntimeInformation.ProcessArchitecture}), {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}.");

    /// <summary>Processes that wanted a processor over the last minute; not a number where the system does not say.</summary>
    public static double LoadAverage() =>
        File.Exists("/proc/loadavg") ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture) : double.NaN;

    /// <summary>What a process holds in memory, and has held at most.</summary>
    public static Memory Resident(int processId)
    {
        using var process = System.Diagnostics.Process.GetProcessById(processId);
        return new(process.WorkingSet64, process.PeakWorkingSet64);
    }

    /// <summary>Bytes.</summary>
    internal sealed record Memory(long Now, long Peak);
}
