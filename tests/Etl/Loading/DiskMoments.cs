using System.Diagnostics;
using LearningCity.Etl.Loading;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Etl.Tests.Loading;

/// <summary>What lies on disk at each step of a load, which is what a process that is killed at that step leaves behind:
/// a signal takes its memory and its locks, and what it has written stays.</summary>
internal sealed class DiskMoments(DataFolder data, string target) : IProgress<LoadProgress>
{
    private readonly List<(string Step, string Folder)> moments = [];
    private string last = "";

    /// <summary>One for each state of the disk; steps that write nothing share one.</summary>
    public IReadOnlyList<(string Step, string Folder)> All => moments;

    /// <summary>Every step that was announced.</summary>
    public List<string> Steps { get; } = [];

    public void Report(LoadProgress value)
    {
        var step = $"{value.Step} {value.Detail}".TrimEnd();
        Steps.Add(step);
        var folder = Path.Combine(target, $"{Steps.Count:00}");
        Copy(data.Root, folder);
        var print = Print(folder);
        if (print == last)
            Directory.Delete(folder, recursive: true);
        else
            moments.Add((step, folder));
        last = print;
    }

    // Another program copies: a file that this one closes would take its locks along.
    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        using var copy = Process.Start(new ProcessStartInfo("cp", ["-R", from + "/.", to]))!;
        copy.WaitForExit();
        copy.ExitCode.ShouldBe(0);
    }

    private static string Print(string folder) => string.Join('\n', Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(path => $"{Path.GetRelativePath(folder, path)} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)))}"));
}
