using System.Diagnostics;
using System.Runtime.CompilerServices;
using LearningCity.Etl.Loading;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Etl.Tests.Loading;

/// <summary>This test program as a loader that kills itself: started with the two variables set, it loads instead of testing,
/// and at the announcement of the step asked for sends itself the signal that no process can catch.</summary>
internal static class KilledLoad
{
    private const string Where = "LEARNINGCITY_TEST_KILL_AT";
    private const string What = "LEARNINGCITY_TEST_KILL_ARGUMENTS";
    private const int NotKilled = 99;

    /// <returns>Whether the step was reached; a load that is through before it ends by itself.</returns>
    public static bool Run(string data, string inbox, string step)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(KilledLoad).Assembly.Location]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[Where] = step;
        start.Environment[What] = data + "\n" + inbox;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode == NotKilled)
            return false;
        process.ExitCode.ShouldBe(128 + 9, error.Result);
        return true;
    }

#pragma warning disable CA2255 // This assembly is a program; the initializer is its second entry.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void LoadInsteadOfTesting()
    {
        if (Environment.GetEnvironmentVariable(Where) is not { Length: > 0 } step)
            return;
        var arguments = Environment.GetEnvironmentVariable(What)!.Split('\n');
        var killer = new Killer(step);
        Loader.Load(new DataFolder(arguments[0]), new LoadRequest([arguments[1]]), killer);
        Environment.Exit(NotKilled);
    }

    private sealed class Killer(string at) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value)
        {
            if ($"{value.Step} {value.Detail}".TrimEnd() != at)
                return;
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
