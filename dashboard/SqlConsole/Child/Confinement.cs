using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LearningCity.Dashboard.SqlConsole.Child;

/// <summary>Takes from this process what a query does not need. On Linux the kernel holds the limits; elsewhere the dashboard's watch over
/// the child is all there is.</summary>
internal static class Confinement
{
    private const int Cpu = 0;
    private const int FileSize = 1;
    private const int Data = 2;
    private const int Core = 4;
    private const int OpenFiles = 7;

    /// <summary>Before the query is known: no core dump, no written byte, the first to go when memory runs out.</summary>
    public static void AtStart()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            File.WriteAllText("/proc/self/oom_score_adj", "1000");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Only a preference; the limits below do not depend on it.
        }

        Marshal.PrelinkAll(typeof(Confinement));
        Limit(Core, 0);
        Limit(FileSize, 0);
    }

    /// <summary>Once the file is open: no more memory than allowed, no more processor time, and no further file at all.</summary>
    public static void BeforeQuery(SqlLimits limits)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // Pages come first on a small machine; of no consequence where it is refused.
        _ = setpriority(0, 0, 10);
        Limit(Cpu, (ulong)Math.Ceiling(limits.Seconds * 2) + 5);
        Limit(Data, (ulong)limits.ProcessMemory << 20);
        // Descriptors that are open stay usable; nothing can be opened any more, whatever DuckDB might be talked into.
        Limit(OpenFiles, 0);
    }

    /// <summary>Ends this process at once, whatever a query is doing in it.</summary>
    public static void End()
    {
        if (OperatingSystem.IsWindows())
        {
            KillOnWindows();
        }
        else
        {
            _exit(0);
        }
    }

    /// <summary>Apart, so that nothing has to be loaded for it elsewhere: by then nothing can be opened.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void KillOnWindows() => Process.GetCurrentProcess().Kill();

    private static void Limit(int resource, ulong value)
    {
        var limit = new ResourceLimit { Soft = value, Hard = value };
        if (setrlimit(resource, in limit) != 0)
        {
            throw new InvalidOperationException($"Limit {resource} could not be set: error {Marshal.GetLastPInvokeError()}.");
        }
    }

#pragma warning disable IDE1006, SYSLIB1054 // Names are the system's; a generated call would need unsafe code in the whole project.
    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int setrlimit(int resource, in ResourceLimit limit);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int setpriority(int which, uint who, int value);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void _exit(int status);
#pragma warning restore IDE1006, SYSLIB1054

    [StructLayout(LayoutKind.Sequential)]
    private struct ResourceLimit
    {
        public ulong Soft;
        public ulong Hard;
    }
}
