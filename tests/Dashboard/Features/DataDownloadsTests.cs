using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LearningCity.Tests.Support;

namespace LearningCity.Dashboard.Tests.Features;

public sealed class DataDownloadsTests(DataDashboard dashboard)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("xlsx", "learning-city.xlsx")]
    [InlineData("csv", "rpt_ranking.csv")]
    [InlineData("parquet", "rpt_ranking.parquet")]
    [InlineData("duckdb", "learning-city-{0}.duckdb")]
    public async Task A_package_holds_the_data_with_descriptions_and_true_checksums_and_no_expert(string format, string file)
    {
        var bytes = await dashboard.Client.GetByteArrayAsync($"/data/downloads/{format}.zip", Cancel);
        using var folder = new TempFolder();
        await ZipFile.ExtractToDirectoryAsync(new MemoryStream(bytes), folder.Path, Cancel);

        File.Exists(folder.File(string.Format(System.Globalization.CultureInfo.InvariantCulture, file, dashboard.After.Id))).ShouldBeTrue();
        foreach (var line in File.ReadLines(folder.File("SHA256SUMS")))
            Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(folder.File(line.Split("  ")[1]), Cancel))).ShouldBe(line.Split("  ")[0]);
        var package = JsonNode.Parse(await File.ReadAllTextAsync(folder.File("datapackage.json"), Cancel))!;
        package["version"]!.GetValue<string>().ShouldBe(dashboard.After.Id);
        package["resources"]!.AsArray().ShouldAllBe(r => File.Exists(folder.File(r!["path"]!.GetValue<string>())));
        (await File.ReadAllTextAsync(folder.File("README.md"), Cancel)).ShouldContain("化名");
        foreach (var path in Directory.EnumerateFiles(folder.Path))
        {
            var held = await File.ReadAllBytesAsync(path, Cancel);
            held.AsSpan().IndexOf(Encoding.UTF8.GetBytes(DataDashboard.Expert)).ShouldBe(-1, path);
            held.AsSpan().IndexOf("甲区 评估表"u8).ShouldBe(-1, path);
        }

        if (format == "csv")
            (await File.ReadAllTextAsync(folder.File("fct_score.csv"), Cancel)).ShouldMatch("P-[0-9a-f]{12}");
    }

    [Fact]
    public async Task The_page_names_size_and_checksum_of_each_package_as_it_is_downloaded()
    {
        var page = await dashboard.Client.Page("/data/downloads");
        for (var i = 0; page.QuerySelectorAll("main tbody td.hash").Length < 4 && i < 50; i++)
        {
            // The sum of sizes is said once all are known.
            page.QuerySelector("main")!.Said().ShouldNotContain("合计");
            page = await dashboard.Client.Page("/data/downloads");
        }

        page.QuerySelector("main")!.Said().ShouldContain("四种格式合计");
        foreach (var link in page.QuerySelectorAll("main tbody a[download]"))
        {
            var bytes = await dashboard.Client.GetByteArrayAsync(link.GetAttribute("href"), Cancel);
            link.Closest("tr")!.QuerySelector("td.hash")!.Said().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }

        page.QuerySelectorAll("figcaption").Select(f => f.Said()).Distinct().ShouldBe(["R", "Python", "DuckDB 命令行", "C#"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_pinned_snapshot_is_downloaded_as_it_was()
    {
        using var response = await dashboard.Client.GetAsync($"/data/downloads/csv.zip?snapshot={dashboard.Before.Id}", Cancel);

        response.Content.Headers.ContentDisposition!.FileName.ShouldBe($"learning-city-{dashboard.Before.Id}-csv.zip");
        using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync(Cancel));
        using var ranking = new StreamReader(zip.GetEntry("rpt_ranking.csv")!.Open());
        (await ranking.ReadToEndAsync(Cancel)).ShouldNotContain("17.50");
    }
}
