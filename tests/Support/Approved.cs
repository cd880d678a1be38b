namespace LearningCity.Tests.Support;

/// <summary>Text that is reviewed once and held to: a difference fails; with LEARNINGCITY_APPROVE=1 the file is written anew,
/// and the change shows in review.</summary>
public static class Approved
{
    public const string EnvironmentVariable = "LEARNINGCITY_APPROVE";

    /// <returns>Null when <paramref name="actual"/> is what was approved, else where they part.</returns>
    public static string? Differs(string file, string actual)
    {
        actual = actual.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable(EnvironmentVariable) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
            return null;
        }

        if (!File.Exists(file))
        {
            return $"{Path.GetFileName(file)} is not there; run once with {EnvironmentVariable}=1 and look at what it says";
        }

        var approved = File.ReadAllText(file).ReplaceLineEndings("\n");
        if (approved == actual)
        {
            return null;
        }

        var (before, after) = (approved.Split('\n'), actual.Split('\n'));
        var line = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{Path.GetFileName(file)} differs at line {line + 1}:\n  approved {At(before, line)}\n  now      {At(after, line)}\n"
            + $"If that is meant, run once with {EnvironmentVariable}=1.";
    }

    private static string At(string[] lines, int line) => line < lines.Length ? lines[line] : "(end)";
}
