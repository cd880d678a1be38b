using System.IO.Compression;
using System.Net;
using DocumentFormat.OpenXml.Packaging;
using LearningCity.Dashboard.Tests.Features;
using LearningCity.Dashboard.Tests.Hosting;

namespace LearningCity.Dashboard.Tests.Reports;

public sealed class ReportServingTests(SampleDashboard dashboard, OtherCity other)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_offer_the_reports_of_the_round_in_view_and_the_links_lead_to_them()
    {
        foreach (var (address, links) in new[] { ("/?round=2025", 3), ("/rankings?round=2025", 3), ("/data/downloads?round=2025", 3), ("/districts/110112?round=2025", 1) })
        {
            var page = await dashboard.Chinese.Page(address);
            var found = page.QuerySelectorAll("a[href^='/reports/2025']").Select(a => a.GetAttribute("href")!).ToList();
            found.Count.ShouldBe(links, address);
        }

        using var response = await dashboard.Chinese.GetAsync("/reports/2025/110112.docx", Cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        response.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("2025年评估-通州区-反馈报告-示例数据.docx");
        ReportFile.Faults(await response.Content.ReadAsByteArrayAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_language_of_a_report_is_that_of_the_request()
    {
        var bytes = await dashboard.Chinese.GetByteArrayAsync("/reports/2025/summary.docx?lang=en", Cancel);
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), false);

        document.MainDocumentPart!.Document!.InnerText.ShouldContain("Overall judgement");
    }

    [Theory]
    [InlineData("/reports/1999/110112.docx", "没有评估轮次")]
    [InlineData("/reports/2026/999999.docx", "没有代码为“999999”的区")]
    [InlineData("/reports/2023/110119.docx", "没有参加2023年评估")]
    [InlineData("/reports/..%2F..%2Fetc/summary.docx", "没有评估轮次")]
    [InlineData("/reports/1999.zip", "没有评估轮次")]
    [InlineData("/reports/2026/annex.xlsx?snapshot=none", "没有这份数据快照")]
    public async Task What_there_is_no_report_of_is_said_in_a_sentence(string address, string sentence)
    {
        using var response = await dashboard.Chinese.GetAsync(address, Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync(Cancel)).ShouldContain(sentence);
    }

    [Fact]
    public async Task Another_city_with_another_framework_has_reports_of_its_own()
    {
        var bytes = await other.Client.GetByteArrayAsync("/reports/C.zip", Cancel);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        zip.Entries.Count.ShouldBe(7 + 2);
        foreach (var entry in zip.Entries)
        {
            using var copy = new MemoryStream();
            await using (var stream = await entry.OpenAsync(Cancel))
                await stream.CopyToAsync(copy, Cancel);
            var word = entry.FullName.EndsWith(".docx", StringComparison.Ordinal);
            ReportFile.Faults(copy.ToArray(), word).ShouldBeEmpty(entry.FullName);
            if (!word)
                continue;

            using var document = WordprocessingDocument.Open(copy, false);
            var said = document.MainDocumentPart!.Document!.InnerText;
            said.Replace("北京时间", "", StringComparison.Ordinal).ShouldNotContain("北京");
            said.ShouldNotContain("示例数据");
            said.ShouldContain("全部 31 项指标");
        }
    }
}
