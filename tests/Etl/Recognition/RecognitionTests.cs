using LearningCity.Etl.Loading;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Etl.Tests.Recognition;

public sealed class RecognitionTests : IDisposable
{
    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("sheets.xlsx")]
    [InlineData("one-sheet.xlsx")]
    [InlineData("document.docx")]
    public void Several_forms_in_one_file_are_units_of_their_own(string file)
    {
        var result = bench.Load(bench.Write(file, File.ReadAllBytes(CaseFiles.Of("several", file))));

        result.Faults.Select(f => $"{f.Rule} {f.Place} {f.MessageZh}").ShouldBeEmpty();
        result.Units.Select(u => $"{u.Kind} {u.Round} {u.DistrictName} {u.Added}").ShouldBe(["Form 2024 通州区 44", "Form 2024 海淀区 44"]);
        var expected = File.ReadLines(TestFiles.SampleScores)
            .Where(l => l.StartsWith("2024,110112,", StringComparison.Ordinal) || l.StartsWith("2024,110108,", StringComparison.Ordinal))
            .Where(l => l.Split(',')[4].Length == 0).Select(l => l.Replace(",,", ",-,").Replace(',', ' '));
        bench.Scores().Order(StringComparer.Ordinal).ShouldBe(expected.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_hidden_score_is_named_by_its_cell()
    {
        var result = bench.Look(CaseFiles.Of("rules", "hidden-score", "fault-column.xlsx"));

        result.Faults.Where(f => f.Rule == "hidden-score").Select(f => (f.Cell, f.Row)).ShouldBe(Enumerable.Range(7, 22).Select(row => ((string?)$"H{row}", (long?)row)));
    }

    [Fact]
    public void All_faults_of_a_unit_are_told_at_once()
    {
        var path = bench.Write("a.csv", "评估轮次,区,指标,专家,得分\n2024,通州区,F1,E01,约5\n2024,通州区,F2,E01,7\n2024,通州区,F9,E01,1\n2024,通州区,F3,,1\n2024,通州区,F4,E01,1.234\n");

        bench.Look(path).Faults.Select(f => $"{f.Row} {f.Rule}").ShouldBe(["2 not-a-number", "3 above-max", "4 indicator-unknown", "5 expert-missing", "6 too-many-decimals"]);
    }

    [Theory]
    [InlineData("headless-rest.docx", "（在“表2”中，请把两张表接成一张）", "(it stands in '表2': join the two tables into one)")]
    [InlineData("rows-left-out.docx", "", "")]
    public void Rows_that_went_on_in_a_table_of_their_own_are_missing_and_the_report_says_where_they_are(string file, string zh, string en)
    {
        var faults = bench.Look(CaseFiles.Of("several", file)).Faults.Where(f => f.Rule == "indicator-missing").ToList();

        faults.Select(f => f.Indicator).ShouldBe(["D5", "D6", "D7", "D8", "D9", "D10", "D11", "O1", "O2", "O3", "O4"], ignoreOrder: true);
        faults.ShouldAllBe(f => f.MessageZh.Contains($"{zh} 一行。", StringComparison.Ordinal) && f.MessageEn.Contains($"{en} is missing.", StringComparison.Ordinal));
        faults.ShouldAllBe(f => f.MessageZh.Contains("接成一张", StringComparison.Ordinal) == (zh.Length > 0));
    }

    [Fact]
    public void A_form_in_two_tables_that_both_have_the_head_is_told_as_one_that_was_cut()
    {
        var faults = bench.Look(CaseFiles.Of("several", "head-repeated-rest.docx")).Faults.Where(f => f.Rule == "indicator-missing").ToList();

        faults.Count.ShouldBe(22);
        faults.ShouldAllBe(f => f.MessageZh.Contains(f.Sheet == "表1" ? "（在“表2”中，请把两张表接成一张）" : "（在“表1”中，请把两张表接成一张）", StringComparison.Ordinal));
        // Forms of two districts are two forms, whatever is missing in one of them.
        bench.Look(CaseFiles.Of("several", "two-districts-rows-left-out.docx")).Faults.Where(f => f.Rule == "indicator-missing").ShouldAllBe(f => !f.MessageZh.Contains("接成一张", StringComparison.Ordinal));
    }

    [Fact]
    public void A_form_of_another_framework_is_told_as_that_and_not_row_by_row()
    {
        using (var store = WorkingStore.Open(bench.Data, TimeProvider.System))
            CatalogImport.Import(store, TestFiles.Framework2027).Faults.ShouldBeEmpty();
        var round = bench.Query<string>("select round from dim_round where framework <> '2023' order by date limit 1").Single();

        var result = bench.Load(new LoadRequest([CaseFiles.Of("layouts", "codes.xlsx")]) { Round = round, DryRun = true });
        var form = bench.Load(new LoadRequest([bench.Write("form.csv", File.ReadAllText(CaseFiles.Of("layouts", "csv-utf8.csv")).Replace("2024年", round))]) { DryRun = true });

        result.Faults.Select(f => f.Rule).ShouldBe(["place-disagrees"]);
        form.Faults.Select(f => f.Rule).ShouldBe(["wrong-framework"]);
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_reported_and_the_others_go_in()
    {
        var locked = bench.Write("locked.csv", "x");
        var good = bench.Write("good.csv", "round,district,indicator,rater,expert,points\n2024,通州区,F1,self,,5\n");
        using var hold = new FileStream(locked, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var result = bench.Load(locked, good);

        result.Faults.ShouldHaveSingleItem().Rule.ShouldBe("file-unreadable");
        result.Counts.Added.ShouldBe(1);
        result.ExitCode.ShouldBe(1);
    }

    [Fact]
    public void Lock_files_of_office_programs_are_passed_over_and_counted()
    {
        bench.Write("~$通州区.xlsx", "x");
        bench.Write(".~lock.通州区.xlsx#", "x");
        bench.Write("sub/.DS_Store", "x");
        bench.Write("good.csv", "round,district,indicator,rater,expert,points\n2024,通州区,F1,self,,5\n");

        var result = bench.Load(bench.Inbox);

        (result.Counts.Files, result.Skipped.Count, result.ExitCode).ShouldBe((1, 3, 0));
    }

    [Fact]
    public void An_experts_name_above_the_table_counts_and_a_list_of_names_does_not()
    {
        string Form(string line) => $"{line}\n指标,专家评分\n" + string.Concat(CatalogFiles.BuiltIn().ToCatalog().IndicatorsOf("2023").Select(i => $"{i.Code},1\n"));

        bench.Load(bench.Write("one.csv", Form("被评区：通州区 评估轮次：2024年 专家：张三")), bench.Write("all.csv", Form("被评区：海淀区 评估轮次：2024年 专家：张三、李四")));

        bench.Query<string>("select distinct concat_ws(' ', district, expert) from fct_score order by all").ShouldBe(["110108 ", "110112 张三"]);
    }
}
