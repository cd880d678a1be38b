using System.Diagnostics;

namespace LearningCity.Etl.Tests.Templates;

/// <summary>LibreOffice without a window. Its profile is made once and serves all calls, one after another: making one takes longer than a conversion.</summary>
internal static class Office
{
    private const string Required = "LEARNINGCITY_REQUIRE_OFFICE";

    private static readonly Lock OneAtATime = new();
    private static readonly Lazy<string> Profile = new(NewProfile);
    private static readonly Lazy<string?> Program = new(() => Find("soffice"));
    private static readonly Lazy<string?> Painter = new(() => Find("pdftoppm"));

    /// <summary>Skips the test where LibreOffice is not installed, unless it is asked for.</summary>
    public static void Require() => Require(Program.Value, "LibreOffice (soffice)");

    /// <summary>Skips the test where a page cannot be made a picture, unless it is asked for.</summary>
    public static void RequirePictures()
    {
        Require();
        Require(Painter.Value, "pdftoppm (poppler-utils)");
    }

    /// <summary>Opens a file and saves it as another format into a folder; returns the path of the result.</summary>
    public static string Convert(string file, string format, string folder) => Convert([file], format, folder)[0];

    /// <summary>The same for several files at once, in their order.</summary>
    public static IReadOnlyList<string> Convert(IReadOnlyList<string> files, string format, string folder)
    {
        lock (OneAtATime)
            Run(Program.Value!, [$"-env:UserInstallation=file://{Profile.Value}", "--headless", "--norestore", "--convert-to", format, "--outdir", folder, .. files]);
        var results = files.Select(file => Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(file)}.{format.Split(':')[0]}")).ToList();
        foreach (var result in results)
            File.Exists(result).ShouldBeTrue($"LibreOffice could not open {Path.GetFileName(result)}");
        return results;
    }

    /// <summary>The pages of a document as grey pictures (PGM), 50 dots an inch.</summary>
    public static IReadOnlyList<GreyPage> Pages(string file, string folder)
    {
        var pdf = Convert(file, "pdf", folder);
        Run(Painter.Value!, "-r", "50", "-gray", pdf, Path.Combine(folder, "page"));
        return [.. Directory.GetFiles(folder, "page*.pgm").Order(StringComparer.Ordinal).Select(GreyPage.Read)];
    }

    private static void Require(string? program, string name)
    {
        if (program is null && Environment.GetEnvironmentVariable(Required) != "1")
            Assert.Skip($"{name} is not installed; set {Required}=1 to make this a failure.");
        program.ShouldNotBeNull($"{name} is required by {Required}=1");
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{Path.GetFileName(program)} did not finish in two minutes");
        }
        process.ExitCode.ShouldBe(0, $"{output.Result}{error.Result}");
    }

    private static string NewProfile()
    {
        var folder = Directory.CreateTempSubdirectory("office-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }

    private static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}

/// <summary>A page as dots, 0 black to 255 white.</summary>
internal sealed record GreyPage(int Width, int Height, byte[] Dots)
{
    public static GreyPage Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var (words, at) = (new List<string>(), 0);
        while (words.Count < 4)
        {
            var end = Array.FindIndex(bytes, at, b => b is (byte)' ' or (byte)'\n');
            words.Add(System.Text.Encoding.ASCII.GetString(bytes, at, end - at));
            at = end + 1;
        }
        return new GreyPage(int.Parse(words[1], null), int.Parse(words[2], null), bytes[at..]);
    }

    /// <summary>Horizontal rules: rows of dots that are dark over most of the page's width.</summary>
    public int Rules => Enumerable.Range(0, Height).Select(Dark).Aggregate((Count: 0, Before: false), (seen, dark) => (dark && !seen.Before ? seen.Count + 1 : seen.Count, dark)).Count;

    /// <summary>Share of dots that are not white.</summary>
    public double Ink => Dots.Count(d => d < 200) / (double)Dots.Length;

    private bool Dark(int row) => Enumerable.Range(0, Width).Count(x => Dots[(row * Width) + x] < 200) > Width * 0.5;
}
