using LearningCity.Tests.Support;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Warehouse.Tests.Catalogs;

public sealed class CatalogImportTests
{
    [Fact]
    public void A_full_set_replaces_the_built_in_catalog_while_there_is_no_score()
    {
        using var test = new TestStore();
        var result = CatalogImport.Import(test.Store, TestFiles.SecondCity);
        result.Faults.ShouldBeEmpty();
        result.Replaced.ShouldBeTrue();
        test.Store.Catalog.Frameworks.Select(f => f.Code).ShouldBe(["LJ1"]);
        test.Store.Catalog.Districts.Count.ShouldBe(7);
        test.Store.Catalog.Indicators.Count.ShouldBe(31);
    }

    [Fact]
    public void A_revision_adds_to_the_catalog_that_scores_stand_on()
    {
        using var test = new TestStore();
        test.Load("2023 110101 F1 expert 5");
        var result = CatalogImport.Import(test.Store, TestFiles.Framework2027);
        result.Faults.ShouldBeEmpty();
        result.Replaced.ShouldBeFalse();
        test.Store.Catalog.Frameworks.Select(f => f.Code).ShouldBe(["2023", "2027"]);
        test.Store.Catalog.Rounds.Select(r => r.Code).ShouldBe(["2023", "2024", "2025", "2026", "2027", "2027R", "2028"]);
        result.Added[CatalogFiles.Indicators].ShouldBe(22);
        CatalogImport.Import(test.Store, TestFiles.Framework2027).Differs.ShouldBeFalse();
    }

    [Fact]
    public void All_faults_are_named_at_once_and_nothing_is_changed()
    {
        using var test = new TestStore();
        var before = test.Store.Catalog;
        using var folder = Files(
            ("frameworks.csv", "framework,name_zh,name_en,effective_from\nN,新,New,2030-01-01\nN,又新,Newer,2031-01-01\nM,旧,Old,when\n"),
            ("dimensions.csv", "framework,dimension,position,name_zh,name_en,max_points\nN,A,1,甲,A,10\nN,total,2,乙,B,5\n"),
            ("indicators.csv", """
                framework,indicator,dimension,position,max_points,hearing,documents,interviews,site_visit,text_zh,label_zh,label_en
                N,A1,A,1,6,1,0,0,0,文,签,label
                N,A2,A,1,3,1,0,0,0,文,签,label
                N,A3,Q,2,3,1,0,2,0,文,签,label
                """),
            ("rounds.csv", "round,framework,name_zh,name_en,date\n2030,Q,轮,Round,2030-06-01\n"),
            ("districts.csv", "district,name_zh\n1,区\n"));
        var result = CatalogImport.Import(test.Store, folder.Path);
        result.Faults.Select(f => (f.File, f.Row, f.Rule)).ShouldBe(
            [
                ("frameworks.csv", 3, "duplicate"),
                ("frameworks.csv", 4, "not_a_date"),
                ("dimensions.csv", 3, "bad_code"),
                ("dimensions.csv", 2, "sum_differs"),
                ("indicators.csv", null, "dimension_empty"),
                ("indicators.csv", 3, "duplicate"),
                ("indicators.csv", 4, "not_a_tick"),
                ("rounds.csv", 2, "unknown_framework"),
                ("districts.csv", 1, "column_missing"),
            ],
            ignoreOrder: true);
        result.Faults.ShouldAllBe(f => f.MessageZh != "" && f.MessageEn != "");
        test.Store.RefreshCatalog();
        test.Store.Catalog.Frameworks.ShouldBe(before.Frameworks);
        test.Store.Catalog.Rounds.ShouldBe(before.Rounds);
    }

    [Fact]
    public void A_lineage_whose_shares_do_not_add_up_is_refused_with_each_indicator_named()
    {
        var lineage = File.ReadAllText(Path.Combine(TestFiles.Framework2027, "lineage.csv"))
            .Replace("2023,F2,2027,F8,0.4", "2023,F2,2027,F8,0.3")
            .Replace("2023,D9,2027,,1\n", "")
            .Replace("2023,,2027,D12,1\n", "");
        var faults = WithLineage(lineage).Faults;
        faults.Select(f => f.Rule).ShouldBe(["shares_differ", "lineage_incomplete", "lineage_incomplete"]);
        faults[0].MessageEn.ShouldContain("F2");
        faults[0].MessageEn.ShouldContain("0.9");
        faults[1].MessageEn.ShouldContain("D9");
        faults[2].MessageEn.ShouldContain("D12");
    }

    [Fact]
    public void A_lineage_that_leads_back_is_a_cycle()
    {
        var lineage = File.ReadAllText(Path.Combine(TestFiles.Framework2027, "lineage.csv"));
        var back = string.Join('\n', lineage.Trim().Split('\n').Skip(1).Where(l => l.EndsWith(",1", StringComparison.Ordinal) && !l.Contains(",,"))
            .Select(l => l.Split(',')).Select(p => $"{p[2]},{p[3]},{p[0]},{p[1]},1"));
        var rules = WithLineage(lineage + back + "\n").Faults.Select(f => f.Rule).ToHashSet();
        rules.ShouldContain("lineage_cycle");
        rules.ShouldContain("lineage_backwards");
    }

    [Fact]
    public void What_scores_stand_on_keeps_its_meaning()
    {
        using var test = new TestStore();
        test.Load("2023 110101 F1 expert 5");
        using var folder = Files(("rounds.csv", "round,framework,name_zh,name_en,date\n2023,2027,轮,Round,2023-11-01\n"));
        foreach (var file in Directory.EnumerateFiles(TestFiles.Framework2027).Where(f => !f.EndsWith("rounds.csv", StringComparison.Ordinal)))
            File.Copy(file, folder.File(Path.GetFileName(file)));
        CatalogImport.Import(test.Store, folder.Path).Faults.Select(f => f.Rule).ShouldBe(["round_in_use"]);
    }

    [Fact]
    public void A_framework_code_that_scores_stand_on_cannot_be_used_for_something_else()
    {
        using var test = new TestStore();
        test.Load("2023 110101 F1 expert 5");
        using var folder = new TempFolder();
        foreach (var name in new[] { "frameworks.csv", "dimensions.csv", "indicators.csv" })
            File.WriteAllText(folder.File(name), File.ReadAllText(Path.Combine(TestFiles.Framework2027, name)).Replace("\n2027,", "\n2023,"));
        CatalogImport.Import(test.Store, folder.Path).Faults.Select(f => f.Rule).ShouldContain("framework_in_use");
        test.Store.Catalog.Indicator("2023", "F8").ShouldBeNull();
    }

    [Fact]
    public void A_round_is_registered_on_a_known_framework_only()
    {
        using var test = new TestStore();
        CatalogImport.AddRound(test.Store, new("2030", "nowhere", "轮", "Round", new(2030, 1, 1))).Faults.Single().Rule.ShouldBe("unknown_framework");
        CatalogImport.AddRound(test.Store, new("2030", "2023", "轮", "Round", new(2030, 1, 1))).Accepted.ShouldBeTrue();
        test.Store.Catalog.Rounds[^1].Code.ShouldBe("2030");
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused_and_not_misread()
    {
        using var test = new TestStore();
        using var folder = new TempFolder();
        File.WriteAllBytes(folder.File("rounds.csv"), [.. "round,framework,name_zh,name_en,date\n2030,2023,"u8, 0xC6, 0xC0, 0xB9, 0xC0, .. ",Round,2030-01-01\n"u8]);
        CatalogImport.Import(test.Store, folder.Path).Faults.Single().Rule.ShouldBe("not_utf8");
    }

    [Fact]
    public void An_empty_folder_is_a_fault()
    {
        using var test = new TestStore();
        using var folder = new TempFolder();
        CatalogImport.Check(test.Store, folder.Path).Faults.Single().Rule.ShouldBe("nothing_found");
    }

    private static CatalogImportResult WithLineage(string lineage)
    {
        using var test = new TestStore();
        using var folder = Files(("lineage.csv", lineage));
        foreach (var file in Directory.EnumerateFiles(TestFiles.Framework2027).Where(f => !f.EndsWith("lineage.csv", StringComparison.Ordinal)))
            File.Copy(file, folder.File(Path.GetFileName(file)));
        var result = CatalogImport.Import(test.Store, folder.Path);
        test.Store.Catalog.Framework("2027").ShouldBeNull();
        return result;
    }

    private static TempFolder Files(params (string Name, string Text)[] files)
    {
        var folder = new TempFolder();
        foreach (var (name, text) in files)
            File.WriteAllText(folder.File(name), text);
        return folder;
    }
}
