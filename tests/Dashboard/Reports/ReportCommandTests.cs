using System.IO.Compression;
using LearningCity.Dashboard.Reports.Serving;
using LearningCity.Tests.Support;

namespace LearningCity.Dashboard.Tests.Reports;

public sealed class ReportCommandTests
{
    [Fact]
    public void The_whole_round_is_one_zip_with_a_report_for_every_district_the_summary_and_the_annex()
    {
        using var folder = new TempFolder();
        var (code, _) = Run("--round", "2023年评估", "--all", "--lang", "zh", folder.File("round.zip"));

        code.ShouldBe(0);
        using var zip = ZipFile.OpenRead(folder.File("round.zip"));
        zip.Entries.Count.ShouldBe(12 + 2);
        zip.Entries.ShouldAllBe(e => e.FullName.EndsWith("-示例数据.docx") || e.FullName.EndsWith("-示例数据.xlsx"));
        Directory.GetFiles(folder.Path).ShouldBe([folder.File("round.zip")]);
    }

    [Theory]
    [InlineData(2, "没有登记", "--round", "1999", "out.docx")]
    [InlineData(2, "不是目录中的区", "--round", "2026", "--district", "火星区", "out.docx")]
    [InlineData(3, "没有参加2023年评估", "--round", "2023", "--district", "延庆区", "out.docx")]
    [InlineData(2, "只能用一个", "--round", "2026", "--district", "通州区", "--all", "out.zip")]
    [InlineData(2, ".docx", "--round", "2026", "--district", "通州区", "out.pdf")]
    [InlineData(2, "缺少选项 --round", "out.docx")]
    [InlineData(2, "无法写入", "--round", "2026", "--district", "通州区", "file/out.docx")]
    [InlineData(2, "不会覆盖", "--round", "2026", "--district", "通州区", "there.docx")]
    public void What_cannot_be_written_is_said_in_a_sentence_and_leaves_nothing_behind(int code, string sentence, params string[] arguments)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("file"), "");
        File.WriteAllText(folder.File("there.docx"), "kept");

        var (found, said) = Run([.. arguments[..^1], folder.File(arguments[^1]), "--lang", "zh"]);

        (found, said.Contains(sentence, StringComparison.Ordinal)).ShouldBe((code, true), said);
        Directory.GetFiles(folder.Path).Order().ShouldBe([folder.File("file"), folder.File("there.docx")]);
        File.ReadAllText(folder.File("there.docx")).ShouldBe("kept");
    }

    [Fact]
    public void A_round_without_a_complete_district_has_no_report()
    {
        using var city = new TestStore(TestStore.SmallCity);
        city.Load("r1 d1 A1 expert 2");
        city.Publish().Dispose();
        using var folder = new TempFolder();
        var (code, said) = RunOn(city.Folder.Root, "--round", "r1", "--lang", "en", folder.File("out.docx"));

        code.ShouldBe(3);
        said.ShouldContain("No district has complete expert scores");
        Directory.GetFiles(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public void An_incomplete_district_has_a_report_that_says_so()
    {
        using var city = new TestStore(TestStore.SmallCity);
        city.Load("r1 d1 A1 expert 2\nr1 d2 A1 expert 3\nr1 d2 A2 expert 5\nr1 d2 B1 expert 8");
        city.Publish().Dispose();
        using var folder = new TempFolder();
        var (code, said) = RunOn(city.Folder.Root, "--round", "r1", "--lang", "zh", "--district", "d1", folder.File("out.docx"));

        code.ShouldBe(0, said);
        var bytes = File.ReadAllBytes(folder.File("out.docx"));
        ReportFile.Faults(bytes).ShouldBeEmpty();
        ReportFile.Sentences(bytes).Select(s => s.Rule).ShouldContain("overall.incomplete");
        ReportFile.Sentences(bytes).Select(s => s.Rule).ShouldContain("advise.complete");
        ReportFile.Sentences(bytes).Select(s => s.Rule).ShouldContain("fall.unknown");
        ReportFile.Tables(bytes).Values.SelectMany(t => t).SelectMany(r => r).ShouldContain("—");
    }

    private static (int Code, string Said) Run(params string[] arguments) => RunOn(SampleWarehouse.Shared.Folder.Root, arguments);

    private static (int Code, string Said) RunOn(string data, params string[] arguments)
    {
        using var output = new StringWriter();
        var code = ReportCommand.Run([ReportCommand.Verb, "--data", data, .. arguments], output, output);
        return (code, output.ToString());
    }
}
