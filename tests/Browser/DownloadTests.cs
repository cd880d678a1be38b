using System.Text;
using ExcelDataReader;
using Microsoft.Playwright;

namespace LearningCity.Browser.Tests;

/// <summary>What one downloads is opened and read back.</summary>
public sealed class DownloadTests(DashboardProcess dashboard)
{
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task A_table_is_downloaded_as_csv_and_as_a_workbook_with_the_rows_of_the_page(string language)
    {
        await using var tab = await dashboard.OpenAsync();
        var page = tab.Page;
        await page.GotoAsync(Addresses.In("/gaps?round=2026", language));
        var shown = await page.Locator("[data-table=largest] tbody tr").CountAsync();

        var csv = await Bytes(page, page.Locator("a[download][href*='table=largest&as=csv']"));
        csv.AsSpan(0, 3).SequenceEqual(Encoding.UTF8.Preamble).ShouldBeTrue("Excel needs the byte order mark");
        Encoding.UTF8.GetString(csv).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(shown + 1);

        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var workbook = ExcelReaderFactory.CreateReader(new MemoryStream(await Bytes(page, page.Locator("a[download][href*='table=largest&as=xlsx']"))));
        workbook.Name.ShouldBe("largest");
        workbook.RowCount.ShouldBe(shown + 1);
        workbook.NextResult();
        workbook.Name.ShouldBe("about");
    }

    [Fact]
    public async Task A_figure_is_downloaded_as_png_and_svg_with_title_round_and_snapshot_in_it()
    {
        await using var tab = await dashboard.OpenAsync();
        var page = tab.Page;
        await page.GotoAsync("/gaps?round=2025");
        var snapshot = await page.Locator("footer code").InnerTextAsync();

        var svg = Encoding.UTF8.GetString(await Bytes(page, page.Locator("#fig-gaps a[download][href*='.svg']")));
        svg.ShouldContain("自评与专评");
        svg.ShouldContain("2025年评估");
        svg.ShouldContain(snapshot);
        var png = await Bytes(page, page.Locator("#fig-gaps a[download][href*='.png']"));
        png.AsSpan(1, 3).SequenceEqual("PNG"u8).ShouldBeTrue();
    }

    private static async Task<byte[]> Bytes(IPage page, ILocator link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => link.First.ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }
}
