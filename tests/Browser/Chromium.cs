namespace LearningCity.Browser.Tests;

/// <summary>The system's Chromium: no browser is downloaded. Where none is found the browser tests skip and say so;
/// with <c>LEARNINGCITY_REQUIRE_BROWSER=1</c> they fail instead.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe", "msedge.exe"];

    public static string? Path { get; } =
        Environment.GetEnvironmentVariable("LEARNINGCITY_CHROMIUM") is { Length: > 0 } named
            ? named
            : (Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name)))
                .FirstOrDefault(File.Exists);

    public static bool Required => Environment.GetEnvironmentVariable("LEARNINGCITY_REQUIRE_BROWSER") == "1";

    public static void Need()
    {
        if (Path is not null)
            return;
        const string message =
            "No Chromium was found on PATH; install one (Debian: apt-get install chromium fonts-noto-cjk) or name it in LEARNINGCITY_CHROMIUM.";
        if (Required)
            Assert.Fail(message);
        Assert.Skip(message);
    }
}
