using System.Runtime.CompilerServices;

namespace LearningCity.Warehouse.Tests.Architecture;

/// <summary>Holds a text to the approved copy in the repository. To approve a change, run the tests with LEARNINGCITY_APPROVE=1 and review the diff.</summary>
internal static class Approval
{
    public static string TestsFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(Path.GetDirectoryName(file)!)!;

    /// <param name="path">Of the approved file, below the test project.</param>
    public static void Match(string path, string text)
    {
        var approved = Path.Combine(TestsFolder(), path);
        if (Environment.GetEnvironmentVariable("LEARNINGCITY_APPROVE") == "1")
            File.WriteAllText(approved, text);
        (File.Exists(approved) ? File.ReadAllText(approved) : "").ReplaceLineEndings("\n")
            .ShouldBe(text, $"{path} differs from what is published; see {nameof(Approval)} on how to approve a change");
    }
}
