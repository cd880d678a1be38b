using Microsoft.Playwright;

namespace LearningCity.Browser.Tests;

/// <summary>Saves pages as pictures for people to look at: <c>LEARNINGCITY_PICTURES=DIR</c> names the folder.</summary>
public sealed class PictureTests(DashboardProcess dashboard)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("LEARNINGCITY_PICTURES");

    /// <summary>Taller pictures than this are cut: Chromium draws no more than twice as much at once, and few programs open it.</summary>
    private const int Tallest = 8000;

    public static TheoryData<string, int, ColorScheme> Views =>
        [.. new[] { "zh", "en" }.SelectMany(language => new[] { (language, 1440, ColorScheme.Light), (language, 390, ColorScheme.Light) }),
            ("zh", 1024, ColorScheme.Light), ("en", 1024, ColorScheme.Dark), ("zh", 1440, ColorScheme.Dark)];

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Every_page_is_saved_as_a_picture(string language, int width, ColorScheme scheme)
    {
        NeedFolder();
        foreach (var path in Addresses.Pages.Concat(Addresses.Missing))
        {
            await using var tab = await dashboard.OpenAsync(width, 900, scheme: scheme);
            await tab.Page.GotoAsync(Addresses.In(path, language));
            var name = $"{Addresses.FileName(path)}.{language}.{width}{(scheme == ColorScheme.Dark ? ".dark" : "")}";
            var height = await tab.Page.EvaluateAsync<int>("document.documentElement.scrollHeight");
            for (var top = 0; top < height; top += Tallest)
            {
                await tab.Page.ScreenshotAsync(new()
                {
                    Path = System.IO.Path.Combine(Folder!, height > Tallest ? $"{name}.{(top / Tallest) + 1}.png" : name + ".png"),
                    FullPage = true,
                    Clip = new() { X = 0, Y = top, Width = width, Height = Math.Min(Tallest, height - top) },
                });
            }

            if (width == 1024 && scheme == ColorScheme.Light)
            {
                await tab.Page.PdfAsync(new() { Path = System.IO.Path.Combine(Folder!, $"{Addresses.FileName(path)}.{language}.pdf"), Format = "A4", PreferCSSPageSize = true });
            }
        }
    }

    /// <summary>The pictures in <c>dashboard/docs</c> that the READMEs show: a desk's width, made smaller, down to where a section ends.</summary>
    [Theory]
    [InlineData("overview", "/", 1640)]
    [InlineData("rankings", "/rankings", 1560)]
    [InlineData("indicators", "/indicators", 1720)]
    [InlineData("gaps", "/gaps", 1560)]
    [InlineData("trends", "/trends", 1560)]
    [InlineData("district", "/districts/110112", 1560)]
    public async Task The_pictures_of_the_readme_are_saved(string name, string path, int height)
    {
        NeedFolder();
        foreach (var language in new[] { "zh", "en" })
        {
            await using var tab = await dashboard.OpenAsync(1440, height, scale: 1280f / 1440);
            await tab.Page.GotoAsync(Addresses.In(path, language));
            await tab.Page.ScreenshotAsync(new() { Path = System.IO.Path.Combine(Folder!, $"{name}.{language}.png") });
        }
    }

    private static void NeedFolder()
    {
        Assert.SkipUnless(Folder is { Length: > 0 }, "Pictures are saved only where LEARNINGCITY_PICTURES names a folder.");
        Directory.CreateDirectory(Folder!);
    }
}
