using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using LearningCity.Etl.Loading;
using LearningCity.Tests.Support;

namespace LearningCity.Etl.Tests.Fuzzing;

/// <summary>This test program as a loader of hostile folders: started with the variable set, it loads instead of testing and tells its
/// peak memory, which nothing else has a share in.</summary>
internal static class HostileLoad
{
    public const int FilesInFolder = 250;
    private const string Folders = "LEARNINGCITY_TEST_HOSTILE_FOLDERS";

    /// <returns>Files looked at, peak working set in bytes, units that were accepted.</returns>
    public static (int Files, long Peak, int Accepted) Run(int folders)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(HostileLoad).Assembly.Location]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[Folders] = folders.ToString(CultureInfo.InvariantCulture);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, error.Result);
        var numbers = said.Trim().Split('\n')[^1].Split(' ').Select(n => long.Parse(n, CultureInfo.InvariantCulture)).ToList();
        return ((int)numbers[0], numbers[1], (int)numbers[2]);
    }

#pragma warning disable CA2255 // This assembly is a program; the initializer is its second entry.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void LoadInsteadOfTesting()
    {
        if (Environment.GetEnvironmentVariable(Folders) is not { Length: > 0 } folders)
            return;
        var (files, accepted) = (0, 0);
        for (var n = 0; n < int.Parse(folders, CultureInfo.InvariantCulture); n++)
        {
            using var folder = new TempFolder();
            var random = new Random(n);
            for (var i = 0; i < FilesInFolder; i++)
            {
                var (name, bytes) = Mutations.Originals[random.Next(Mutations.Originals.Count)];
                bytes = random.Next(2) == 0 ? Mutations.ChangeBytes(bytes, random, random.Next(1, 13)) : Mutations.ChangeParts(bytes, random, random.Next(1, 13));
                File.WriteAllBytes(folder.File($"{i:000}{Path.GetExtension(name)}"), bytes);
            }
            var result = Loader.Load(new(folder.File("data")), new LoadRequest([folder.Path]) { DryRun = true });
            files += result.Counts.Files;
            accepted += result.Counts.UnitsAccepted;
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files} {Process.GetCurrentProcess().PeakWorkingSet64} {accepted}"));
        Environment.Exit(0);
    }
}
