using LearningCity.Etl.Loading;

namespace LearningCity.Etl.Tests.Loading;

public sealed class CorrectionTests : IDisposable
{
    private const string Head = "round,district,indicator,rater,expert,points\n";

    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void A_later_load_supersedes_cell_by_cell_and_the_history_keeps_the_earlier_value_with_its_place()
    {
        Load("first.csv", "2024,通州区,F1,self,,5", "2024,通州区,F2,self,,4");
        var second = Load("second.csv", "2024,通州区,F1,self,,5.5");

        second.Counts.ShouldBe(new LoadCounts(1, 0, 1, 0, 0, 1, 0, 0));
        bench.Scores().ShouldBe(["2024 110112 F1 self - 5.50", "2024 110112 F2 self - 4.00"]);
        bench.Query<string>("""
            select concat_ws(' ', file_name, cell, points, h.load, ended_by, reason)
            from hst_score h join log_source_file using (load, source_file)
            """).ShouldBe(["first.csv F2 5.00 1 2 superseded"]);
    }

    [Fact]
    public void A_blank_leaves_what_was_there_and_says_so()
    {
        Load("first.csv", "2024,通州区,F1,self,,5", "2024,通州区,F2,self,,4");
        var second = Load("second.csv", "2024,通州区,F1,self,,", "2024,通州区,F2,self,,4.5");

        bench.Scores().ShouldBe(["2024 110112 F1 self - 5.00", "2024 110112 F2 self - 4.50"]);
        var said = second.Faults.ShouldHaveSingleItem();
        said.Rule.ShouldBe("blank-keeps-value");
        said.Place.ShouldBe("F2");
        said.MessageZh.ShouldContain("5");
        second.ExitCode.ShouldBe(0);
    }

    [Fact]
    public void A_blank_where_nothing_was_says_nothing() =>
        Load("first.csv", "2024,通州区,F1,self,,", "2024,通州区,F2,self,,4").Faults.ShouldBeEmpty();

    [Fact]
    public void A_faulty_correction_changes_nothing()
    {
        Load("first.csv", "2024,通州区,F1,self,,5", "2024,通州区,F2,self,,4");
        var second = Load("second.csv", "2024,通州区,F1,self,,3", "2024,通州区,F2,self,,约4");

        second.ExitCode.ShouldBe(3);
        bench.Scores().ShouldBe(["2024 110112 F1 self - 5.00", "2024 110112 F2 self - 4.00"]);
        bench.Query<long>("select count(*) from hst_score").ShouldBe([0]);
        bench.Query<string>("select concat_ws(' ', load, rule, file_name, cell, value) from log_rejected_row").ShouldBe(["2 not-a-number second.csv F3 约4"]);
    }

    [Fact]
    public void With_partial_the_good_cells_of_a_faulty_unit_go_in()
    {
        var result = bench.Load(new LoadRequest([bench.Write("a.csv", Head + "2024,通州区,F1,self,,3\n2024,通州区,F2,self,,约4\n2024,通州区,F3,self,,5.5\n")]) { Partial = true, NoPublish = true });

        result.ExitCode.ShouldBe(1);
        result.Units.ShouldHaveSingleItem().Outcome.ShouldBe("partial");
        bench.Scores().ShouldBe(["2024 110112 F1 self - 3.00"]);
    }

    [Fact]
    public void An_older_file_that_is_loaded_again_is_warned_of()
    {
        Load("first.csv", "2024,通州区,F1,self,,5");
        Load("second.csv", "2024,通州区,F1,self,,5.5");
        var third = Load("first.csv", "2024,通州区,F1,self,,5");

        third.Faults.ShouldHaveSingleItem().Rule.ShouldBe("older-file-again");
        bench.Scores().ShouldBe(["2024 110112 F1 self - 5.00"]);
    }

    [Fact]
    public void Two_files_that_give_one_cell_different_values_both_come_back_and_a_third_goes_in()
    {
        var result = bench.Load(
            bench.Write("a.csv", Head + "2024,通州区,F1,self,,5\n"), bench.Write("b.csv", Head + "2024,通州区,F1,self,,4\n"), bench.Write("c.csv", Head + "2024,海淀区,F1,self,,4\n"));

        result.Faults.Select(f => $"{f.FileName} {f.Rule}").ShouldBe(["a.csv conflicting-units", "b.csv conflicting-units"]);
        result.Faults[0].MessageZh.ShouldContain("b.csv");
        bench.Scores().ShouldBe(["2024 110108 F1 self - 4.00"]);
        result.ExitCode.ShouldBe(1);
    }

    [Fact]
    public void A_faulty_unit_takes_no_right_one_with_it()
    {
        var result = bench.Load(CaseFiles.Of("rules", "conflicting-units", "mixed.xlsx"));

        result.Units.Select(u => u.Outcome).ShouldBe(["accepted", "rejected"]);
        result.Faults.ShouldAllBe(f => f.Rule != "conflicting-units");
        result.Counts.Added.ShouldBe(44);
    }

    [Fact]
    public void A_form_of_self_scores_and_one_of_expert_scores_complete_each_other()
    {
        var result = bench.Load(CaseFiles.Of("rules", "conflicting-units", "twin.xlsx"));

        result.Rejected.ShouldBeFalse();
        bench.Query<string>("select concat(rater, ' ', count(*)) from fct_score group by rater order by rater").ShouldBe(["expert 22", "self 22"]);
    }

    [Fact]
    public void A_retracted_load_leaves_what_was_before_it()
    {
        Load("first.csv", "2024,通州区,F1,self,,5");
        Load("second.csv", "2024,通州区,F1,self,,5.5", "2024,通州区,F2,self,,4");

        var result = Retraction.Retract(bench.Data, 2, publish: false, TimeProvider.System).ShouldNotBeNull();

        (result.Removed, result.Restored).ShouldBe((2, 1));
        bench.Scores().ShouldBe(["2024 110112 F1 self - 5.00"]);
        bench.Query<string>("select concat_ws(' ', load, command, retracted_by) from log_load order by load").ShouldBe(["1 load", "2 load 3", "3 retract"]);
        bench.Query<long>("select count(*) from hst_score where reason = 'retracted'").ShouldBe([2]);
        Retraction.Retract(bench.Data, 2, publish: false, TimeProvider.System).ShouldBeNull();
        Retraction.Retract(bench.Data, 3, publish: false, TimeProvider.System).ShouldBeNull();
        Retraction.Retract(bench.Data, 9, publish: false, TimeProvider.System).ShouldBeNull();
    }

    [Fact]
    public void A_retraction_never_brings_back_a_value_of_a_load_that_is_retracted_itself()
    {
        Load("first.csv", "2024,通州区,F1,self,,5");
        Load("second.csv", "2024,通州区,F1,self,,5.5");
        Load("third.csv", "2024,通州区,F1,self,,6");

        Retraction.Retract(bench.Data, 2, publish: false, TimeProvider.System)!.Removed.ShouldBe(0);
        bench.Scores().ShouldBe(["2024 110112 F1 self - 6.00"]);
        Retraction.Retract(bench.Data, 3, publish: false, TimeProvider.System);
        bench.Scores().ShouldBe(["2024 110112 F1 self - 5.00"]);
    }

    [Fact]
    public void A_value_that_another_file_confirmed_survives_the_retraction_of_the_first()
    {
        Load("first.csv", "2024,通州区,F1,self,,5", "2024,通州区,F2,self,,4");
        var second = Load("second.csv", "2024,通州区,F1,self,,5", "2024,通州区,F3,self,,4");
        second.Counts.Unchanged.ShouldBe(1);

        Retraction.Retract(bench.Data, 1, publish: false, TimeProvider.System);

        bench.Scores().ShouldBe(["2024 110112 F1 self - 5.00", "2024 110112 F3 self - 4.00"]);
        bench.Query<int>("select load from fct_score where indicator = 'F1'").ShouldBe([2]);
    }

    [Fact]
    public void Loading_what_is_there_already_changes_nothing_even_from_another_file()
    {
        Load("first.csv", "2024,通州区,F1,self,,5");
        Load("second.csv", "2024,通州区,F1,self,, 5.0");
        var loads = bench.Query<long>("select count(*) from log_load").Single();

        var again = Load("second.csv", "2024,通州区,F1,self,, 5.0");

        (again.Load, again.ExitCode, again.Changed).ShouldBe((null, 0, false));
        bench.Query<long>("select count(*) from log_load").ShouldBe([loads]);
        bench.Query<string>("select distinct file_name from fct_score join log_source_file using (load, source_file)").ShouldBe(["first.csv"]);
    }

    [Fact]
    public void A_dry_run_says_all_and_writes_nothing()
    {
        Load("first.csv", "2024,通州区,F1,self,,5");
        var before = Fingerprint();

        var result = bench.Look(bench.Write("second.csv", Head + "2024,通州区,F1,self,,5.5\n2024,海淀区,F1,self,,7\n"));

        (result.Counts.Superseded, result.Counts.UnitsRejected, result.DryRun).ShouldBe((1, 1, true));
        Fingerprint().ShouldBe(before);
    }

    [Fact]
    public void What_was_normalised_is_noted_with_the_row()
    {
        Load("a.csv", "2024,北京市密 云 县,Ｆ１,专家,E 01,５．５分");

        bench.Query<string>("select note from fct_score").Single().ShouldBe("district: 北京市密 云 县 → 密云区; indicator: Ｆ１ → F1; expert: E 01 → E01; points: ５．５分 → 5.5");
    }

    [Fact]
    public void Names_that_are_no_district_are_listed_for_review()
    {
        var result = Load("a.csv", "2024,经济技术开发区,F1,self,,5", "2024,燕山,F1,self,,5", "2024,大兴,F1,self,,5");

        result.UnknownDistricts.ShouldBe(["经济技术开发区", "燕山"]);
        bench.Scores().ShouldBe(["2024 110115 F1 self - 5.00"]);
    }

    private LoadResult Load(string name, params string[] rows) => bench.Load(bench.Write(name, Head + string.Join('\n', rows) + "\n"));

    private List<string> Fingerprint() => [.. Directory.EnumerateFiles(bench.Data.Root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(path => $"{path} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)))}")];
}
