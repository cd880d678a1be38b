using Microsoft.Playwright;

namespace LearningCity.Browser.Tests;

/// <summary>Saves every page as a picture for people to look at: <c>LEARNINGCITY_PICTURES=DIR</c> names the folder.</summary>
public sealed class PictureTests(DashboardProcess dashboard)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("LEARNINGCITY_PICTURES");

    public static TheoryData<string, int, ColorScheme> Views =>
        [.. new[] { "zh", "en" }.SelectMany(language => new[] { (language, 1440, ColorScheme.Light), (language, 390, ColorScheme.Light) }),
            ("zh", 1024, ColorScheme.Light), ("zh", 1440, ColorScheme.Dark)];

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Every_page_is_saved_as_a_picture(string language, int width, ColorScheme scheme)
    {
        Assert.SkipUnless(Folder is { Length: > 0 }, "Pictures are saved only where LEARNINGCITY_PICTURES names a folder.");
        Directory.CreateDirectory(Folder!);
        await using var tab = await dashboard.OpenAsync(width, 900, scheme: scheme);
        foreach (var path in PagesInTheBrowserTests.Paths)
        {
            await tab.Page.GotoAsync(PagesInTheBrowserTests.In(path, language));
            var name = path == "/" ? "overview" : string.Concat(path.Trim('/').Select(c => char.IsLetterOrDigit(c) ? c : '-'));
            await tab.Page.ScreenshotAsync(new()
            {
                Path = System.IO.Path.Combine(Folder!, $"{name}.{language}.{width}{(scheme == ColorScheme.Dark ? ".dark" : "")}.png"),
                FullPage = true,
            });
            if (width == 1024)
            {
                await tab.Page.PdfAsync(new() { Path = System.IO.Path.Combine(Folder!, $"{name}.{language}.pdf"), Format = "A4", PreferCSSPageSize = true });
            }
        }
    }
}
