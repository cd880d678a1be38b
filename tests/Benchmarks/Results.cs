namespace LearningCity.Benchmarks;

/// <summary>RESULTS.md of this project: a section for each command, which writes its own and leaves the others as they are.</summary>
internal static class Results
{
    private const string Head = """
        # Measurements

        What was measured, each section by one command. Compare within a section: the machine is shared, so seconds of different days do not compare; ratios do.

        """;

    public static void Write(string title, string text)
    {
        var path = Path.Combine(Folder, "RESULTS.md");
        var old = File.Exists(path) ? File.ReadAllText(path) : "";
        var sections = old.Split("\n## ").Skip(1).Select(s => (Title: s[..s.IndexOf('\n', StringComparison.Ordinal)], Text: s[s.IndexOf('\n', StringComparison.Ordinal)..].Trim())).ToList();
        var at = sections.FindIndex(s => s.Title == title);
        if (at < 0)
            sections.Add((title, text));
        else
            sections[at] = (title, text);
        File.WriteAllText(path, Head + string.Concat(sections.Select(s => $"\n## {s.Title}\n\n{s.Text.Trim()}\n")));
        Console.WriteLine(path);
    }

    /// <summary>The folder of this project in the repository.</summary>
    public static string Folder
    {
        get
        {
            for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            {
                if (File.Exists(Path.Combine(at.FullName, "LearningCity.slnx")))
                    return Path.Combine(at.FullName, "tests", "Benchmarks");
            }

            return Environment.CurrentDirectory;
        }
    }
}
