using System.Text.Json;
using LearningCity.Etl.Validation;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Etl.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Of_five_files_the_good_one_is_published_and_the_others_are_reported_by_name_place_and_reason_and_logged()
    {
        var run = EtlProcess.Run("load", CaseFiles.Of("five"), "--data", folder.Path, "--lang", "zh");

        run.ExitCode.ShouldBe(1, run.Output + run.Error);
        CurrentFile.Read(folder.Data).ShouldNotBeNull().Snapshot.Rows["fct_score"].ShouldBe(44);
        run.Output.ShouldContain("2-燕山.xlsx");
        run.Output.ShouldContain("“燕山”不是目录中的区");
        run.Output.ShouldContain("海淀区!H7  “6.5”超过该指标的分值 6");
        run.Output.ShouldContain("朝阳区!H29  合计写的是“50”");
        run.Output.ShouldContain("5-扫描件.xlsx");
        run.Output.ShouldContain("这是 PDF");
        (run.Output + run.Error).ShouldNotContain("   at ");

        // The log is the process's own: one event a load, one a publication.
        var events = Directory.EnumerateFiles(folder.Data.Logs, "etl-*.json").SelectMany(File.ReadLines).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("@mt").GetString()!).ToList();
        events.Count(e => e.StartsWith("Load {Load}", StringComparison.Ordinal)).ShouldBe(1);
        events.Count(e => e.StartsWith("Published", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void The_same_for_machines()
    {
        var run = EtlRun.Of("load", CaseFiles.Of("five"), "--data", folder.Path, "--json", "--no-publish");

        run.ExitCode.ShouldBe(1);
        using var answer = JsonDocument.Parse(run.Output);
        answer.RootElement.GetProperty("counts").GetProperty("unitsRejected").GetInt32().ShouldBe(3);
        answer.RootElement.GetProperty("faults").EnumerateArray().Select(f => f.GetProperty("rule").GetString()).Order(StringComparer.Ordinal)
            .ShouldBe(["above-max", "district-unknown", "file-pdf", "total-differs", "total-missing"], ignoreOrder: true);
        answer.RootElement.GetProperty("unknownDistricts").EnumerateArray().Single().GetString().ShouldBe("燕山");
    }

    [Fact]
    public void A_form_that_no_one_has_filled_in_is_told_as_that_and_not_as_loaded_before()
    {
        EtlRun.Of("template", folder.File("空表.xlsx"), "--round", "2024", "--district", "通州", "--data", folder.File("data")).ExitCode.ShouldBe(0);

        var run = EtlRun.Of("load", folder.File("空表.xlsx"), "--data", folder.File("data"), "--lang", "en");

        run.ExitCode.ShouldBe(0, run.All);
        run.Output.ShouldContain("no scores");
        run.Output.ShouldContain("No scores were filled in; nothing was changed");
        run.Output.ShouldNotContain("in the store already");
    }

    [Fact]
    public void Nothing_acceptable_is_exit_code_3()
    {
        var run = EtlRun.Of("load", CaseFiles.Of("five", "5-扫描件.xlsx"), "--data", folder.Path);

        run.ExitCode.ShouldBe(3);
        CurrentFile.Read(folder.Data).ShouldBeNull();
    }

    [Fact]
    public void A_second_writer_gets_exit_code_4_and_a_sentence()
    {
        using var store = WorkingStore.Open(folder.Data, TimeProvider.System);

        var run = EtlRun.Of("load", CaseFiles.Of("five"), "--data", folder.Path, "--lang", "en");

        run.ExitCode.ShouldBe(4);
        run.Output.ShouldContain("in use by another writer");
        run.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public void Something_unexpected_is_one_sentence_and_a_log_file()
    {
        // The store is no database: what the writer of this file meant is unknown to the program.
        File.WriteAllText(folder.Data.Store, "this is no database");

        var run = EtlRun.Of("load", CaseFiles.Of("five"), "--data", folder.Path, "--lang", "en");

        run.ExitCode.ShouldBe(3);
        run.Output.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain(folder.Data.Logs);
        (run.Output + run.Error).ShouldNotContain("   at ");
        File.ReadAllText(Directory.EnumerateFiles(folder.Data.Logs, "failure-*").Single()).ShouldContain("   at ");
    }

    [Fact]
    public void Rules_lists_every_rule_in_both_languages()
    {
        var run = EtlRun.Of("rules", "--json", "--data", folder.Path);

        using var answer = JsonDocument.Parse(run.Output);
        answer.RootElement.EnumerateArray().Select(r => r.GetProperty("name").GetString()).ShouldBe(Rules.All.Select(r => r.Name));
        Rules.All.ShouldAllBe(r => r.MessageZh.Length > 0 && r.MessageEn.Length > 0);
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty("a verb that only tells leaves no trace");
    }

    [Fact]
    public void The_housekeeping_verbs_follow_a_load_from_publication_to_rollback()
    {
        EtlRun.Of("load", CaseFiles.Of("five", "1-通州区.xlsx"), "--data", folder.Path).ExitCode.ShouldBe(0);
        var first = CurrentFile.Read(folder.Data)!.Snapshot.Id;
        var tidy = folder.File("correction.csv");
        File.WriteAllText(tidy, "round,district,indicator,rater,expert,points\n2024,通州区,F1,self,,4.25\n");

        EtlRun.Of("load", tidy, "--data", folder.Path).ExitCode.ShouldBe(0);
        var second = CurrentFile.Read(folder.Data)!.Snapshot.Id;
        second.ShouldNotBe(first);

        var history = EtlRun.Of("history", "--round", "2024", "--district", "Tongzhou", "--indicator", "F1", "--data", folder.Path, "--json");
        using (var rows = JsonDocument.Parse(history.Output))
            rows.RootElement.EnumerateArray().Where(r => r.GetProperty("rater").GetString() == "self")
                .Select(r => $"{r.GetProperty("points").GetDecimal():0.00} {r.GetProperty("inForce").GetBoolean()} {r.GetProperty("fileName").GetString()} {r.GetProperty("cell").GetString()}")
                .ShouldBe(["4.25 True correction.csv F2", "6.00 False 1-通州区.xlsx H7"]);

        using (var difference = JsonDocument.Parse(EtlRun.Of("diff", first, second, "--data", folder.Path, "--json").Output))
            difference.RootElement.GetProperty("scores").EnumerateArray().ShouldHaveSingleItem().GetProperty("after").GetDecimal().ShouldBe(4.25m);
        var export = EtlRun.Of("export", folder.File("out"), "--format", "csv", "--data", folder.Path);
        export.ExitCode.ShouldBe(0, export.Output + export.Error);
        File.ReadAllText(folder.File("out/fct_score.csv")).ShouldContain("4.25");
        EtlRun.Of("export", folder.File("out"), "--format", "csv", "--data", folder.Path).ExitCode.ShouldBe(2);
        EtlRun.Of("export", folder.File("file"), "--format", "snapshot", "--data", folder.Path).ExitCode.ShouldBe(0);
        File.ReadAllBytes(Directory.GetFiles(folder.File("file"), "*.duckdb").ShouldHaveSingleItem()).ShouldBe(File.ReadAllBytes(folder.Data.SnapshotFile(second)));

        EtlRun.Of("check", "--data", folder.Path).ExitCode.ShouldBe(0);
        EtlRun.Of("rollback", first, "--data", folder.Path).ExitCode.ShouldBe(0);
        CurrentFile.Read(folder.Data)!.Snapshot.Id.ShouldBe(first);
        EtlRun.Of("retract", "2", "--data", folder.Path).ExitCode.ShouldBe(0);
        var status = EtlRun.Of("status", "--data", folder.Path, "--json");
        using var answer = JsonDocument.Parse(status.Output);
        answer.RootElement.GetProperty("scores").GetInt64().ShouldBe(44);
        answer.RootElement.GetProperty("publishPending").GetBoolean().ShouldBeFalse();
        answer.RootElement.GetProperty("loads").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public void A_load_without_publication_is_published_by_the_next_run_even_when_it_brings_nothing_new()
    {
        EtlRun.Of("load", CaseFiles.Of("five", "1-通州区.xlsx"), "--data", folder.Path, "--no-publish").ExitCode.ShouldBe(0);
        CurrentFile.Read(folder.Data).ShouldBeNull();

        EtlRun.Of("load", CaseFiles.Of("five", "1-通州区.xlsx"), "--data", folder.Path).ExitCode.ShouldBe(0);

        CurrentFile.Read(folder.Data).ShouldNotBeNull();
    }
}
