using System.Text;
using System.Text.RegularExpressions;

namespace LearningCity.Browser.Tests;

/// <summary>Pages on A4.</summary>
public sealed partial class PaperTests(DashboardProcess dashboard)
{
    [Theory]
    [InlineData("/districts/110112", "zh", 2)]
    [InlineData("/districts/110112", "en", 2)]
    [InlineData("/", "zh", 2)]
    public async Task A_page_prints_on_as_many_sheets_as_it_should_and_closed_parts_are_not_on_them(string path, string language, int sheets)
    {
        await using var tab = await dashboard.OpenAsync();
        var page = tab.Page;
        await page.GotoAsync(Addresses.In(path, language));
        var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true }));

        Sheet().Count(pdf).ShouldBe(sheets);
        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        (await page.Locator("details:not([open]):not(.key):visible, .no-print:visible, nav:visible, main button:visible").CountAsync()).ShouldBe(0);
        (await page.Locator("footer code:visible").CountAsync()).ShouldBe(1);
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Sheet();
}
