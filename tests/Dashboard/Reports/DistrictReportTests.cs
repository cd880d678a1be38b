using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using LearningCity.Dashboard.Tests.Api;
using LearningCity.Dashboard.Tests.Hosting;
using Format = LearningCity.Dashboard.Components.Format;
using Text = LearningCity.Dashboard.Resources.Text;

namespace LearningCity.Dashboard.Tests.Reports;

public sealed class DistrictReportTests(SampleDashboard dashboard)
{
    private const string District = "110112";

    private static readonly Lazy<byte[]> Chinese = new(() => ReportFile.Entry("通州区"));

    private static readonly Lazy<byte[]> English = new(() => ReportFile.Sample(Text.English, (reports, stream) => reports.WriteDistrict(District, stream)));

    [Fact]
    public void A_report_breaks_no_rule_of_the_file_format()
    {
        ReportFile.Faults(Chinese.Value).ShouldBeEmpty();
        ReportFile.Faults(English.Value).ShouldBeEmpty();
    }

    [Fact]
    public void The_page_is_that_of_official_documents()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Chinese.Value), false);
        var main = document.MainDocumentPart!;
        foreach (var section in main.Document!.Descendants<SectionProperties>())
        {
            var (size, margin) = (section.GetFirstChild<PageSize>()!, section.GetFirstChild<PageMargin>()!);
            (size.Width!.Value, size.Height!.Value).ShouldBe((11906u, 16838u));
            Millimetres(margin.Top!.Value).ShouldBe(37, 0.1);
            Millimetres(margin.Bottom!.Value).ShouldBe(35, 0.1);
            Millimetres((int)margin.Left!.Value).ShouldBe(28, 0.1);
            Millimetres((int)margin.Right!.Value).ShouldBe(26, 0.1);
        }

        var styles = main.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(s => s.StyleId!.Value!);
        Look(styles["BodyText"]).ShouldBe(("仿宋", "32"));
        Look(styles["Title"]).ShouldBe(("方正小标宋简体", "44"));
        Look(styles["Heading1"]).ShouldBe(("黑体", "32"));
        Look(styles["Heading2"]).ShouldBe(("楷体", "32"));
        var spacing = styles["BodyText"].StyleParagraphProperties!.SpacingBetweenLines!;
        (spacing.Line!.Value, spacing.LineRule!.Value).ShouldBe(("560", LineSpacingRuleValues.Exact));
        main.FontTablePart!.Fonts!.Elements<Font>().Where(f => f.Name!.Value != "Times New Roman").ShouldAllBe(f => f.AltName != null);
    }

    [Fact]
    public void The_contents_list_the_headings_as_they_are_numbered_and_lead_to_them()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Chinese.Value), false);
        var body = document.MainDocumentPart!.Document!.Body!;
        var headings = body.Elements<Paragraph>().Where(p => StyleOf(p) is "Heading1" or "Heading2").ToList();
        var entries = body.Descendants<Hyperlink>().Where(h => h.Anchor?.Value?.StartsWith("_Toc", StringComparison.Ordinal) == true).ToList();

        entries.Count.ShouldBe(headings.Count);
        entries.Zip(headings).ShouldAllBe(pair => pair.First.InnerText.EndsWith(pair.Second.InnerText));
        entries.Zip(headings).ShouldAllBe(pair => pair.Second.Descendants<BookmarkStart>().Any(b => b.Name!.Value == pair.First.Anchor!.Value));
        entries[0].InnerText.ShouldBe("一、总体评价");
        entries.Select(e => e.InnerText).ShouldContain("（二）自评与专家评分的差异");
        entries[^1].InnerText.ShouldBe("附件2　文字判断的依据");
        body.Descendants<FieldCode>().Select(f => f.Text.Trim().Split(' ')[0]).Distinct().ShouldBe(["TOC", "SEQ"], ignoreOrder: true);
    }

    [Fact]
    public void Nothing_is_torn_apart_at_the_end_of_a_page()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Chinese.Value), false);
        var body = document.MainDocumentPart!.Document!.Body!;
        foreach (var row in body.Descendants<TableRow>())
            row.TableRowProperties!.Elements<CantSplit>().Count().ShouldBe(1);
        foreach (var table in body.Elements<Table>())
        {
            table.Elements<TableRow>().First().TableRowProperties!.Elements<TableHeader>().Count().ShouldBe(1);
            StyleOf(table.PreviousSibling<Paragraph>()!).ShouldBe("Caption");
        }

        var styles = document.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(s => s.StyleId!.Value!);
        foreach (var kept in new[] { "Heading1", "Heading2", "Heading3", "Caption", "ReportPicture" })
            styles[kept].StyleParagraphProperties!.KeepNext.ShouldNotBeNull(kept);
    }

    [Fact]
    public void Pictures_describe_themselves_and_pages_say_that_the_scores_are_the_sample()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Chinese.Value), false);
        var main = document.MainDocumentPart!;
        var pictures = main.Document!.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().ToList();

        pictures.Count.ShouldBe(3);
        pictures.ShouldAllBe(p => p.Description!.Value!.Length > 20 && p.Title!.Value!.Length > 3);
        main.HeaderParts.ShouldAllBe(h => h.Header!.InnerText.Contains("示例数据"));
        main.Document.InnerText.ShouldContain("【示例数据】");
        using var core = new StreamReader(document.CoreFilePropertiesPart!.GetStream());
        core.ReadToEnd().ShouldContain("通州区2026年评估反馈报告（示例数据）");
    }

    [Fact]
    public async Task The_numbers_of_the_tables_are_those_of_the_api()
    {
        var tables = ReportFile.Tables(Chinese.Value);
        var results = await dashboard.Chinese.Rows($"results?round={ReportFile.Round}&district={District}");
        var written = tables.Single(t => t.Key.Contains("全部", StringComparison.Ordinal)).Value.Skip(1).ToList();
        written.Count.ShouldBe(results.Length);
        foreach (var (cells, row) in written.Zip(results))
        {
            cells[0].ShouldBe($"{row["numberZh"]} {row["labelZh"]}");
            cells[2].ShouldBe(Format.Points(Number(row, "selfPoints")));
            cells[3].ShouldBe(Format.Points(Number(row, "expertPoints")));
            cells[4].ShouldBe(Format.Rate(Number(row, "expertRate")));
            cells[6].ShouldBe(row["rank"]!.ToString());
            cells[7].ShouldBe(Format.SignedRate(Number(row, "gapRate")));
            cells[8].ShouldBe(Format.SignedRate(Number(row, "changeRate")));
        }

        var ranking = (await dashboard.Chinese.Rows($"rankings?round={ReportFile.Round}")).Single(r => r["district"]!.ToString() == District);
        var total = tables.Single(t => t.Key.Contains("一级指标", StringComparison.Ordinal)).Value[^1];
        total[2].ShouldBe(Format.Points(Number(ranking, "points")));
        total[5].ShouldBe(ranking["rank"]!.ToString());
        total[7].ShouldBe(Format.SignedPoints(Number(ranking, "gapPoints")));
        var first = ReportFile.Sentences(Chinese.Value)[0].Sentence;
        first.ShouldContain(Format.Points(Number(ranking, "points")));
        first.ShouldContain($"第 {ranking["rank"]}");
    }

    [Fact]
    public void Every_sentence_carries_its_rule_and_the_rules_are_listed_with_their_conditions()
    {
        var sentences = ReportFile.Sentences(Chinese.Value);
        var listed = ReportFile.Tables(Chinese.Value).Single(t => t.Key == "本报告用到的规则").Value.Skip(1).ToDictionary(r => r[0], r => int.Parse(r[2], null));

        sentences.Count.ShouldBeGreaterThan(15);
        sentences.CountBy(s => s.Rule).ToDictionary().ShouldBe(listed, ignoreOrder: true);
    }

    [Fact]
    public void The_English_report_is_English_throughout()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(English.Value), false);
        var said = document.MainDocumentPart!.Document!.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Text>().Select(t => t.Text);

        said.Where(t => t.Any(c => c is >= '\u3400' and <= '\u9fff' or '。' or '，')).ShouldBeEmpty();
        ReportFile.Sentences(English.Value).Select(s => s.Rule).ShouldBe(ReportFile.Sentences(Chinese.Value).Select(s => s.Rule));
    }

    [Fact]
    public void The_same_snapshot_gives_the_same_bytes() =>
        ReportFile.Sample(Text.English, (reports, stream) => reports.WriteDistrict(District, stream)).ShouldBe(English.Value);

    private static decimal? Number(JsonObject row, string field) => row[field]?.GetValue<decimal>();

    private static double Millimetres(int twips) => twips / 1440.0 * 25.4;

    private static string? StyleOf(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;

    private static (string? Font, string? Size) Look(Style style) =>
        (style.StyleRunProperties!.RunFonts!.EastAsia?.Value, style.StyleRunProperties.FontSize!.Val?.Value);
}
