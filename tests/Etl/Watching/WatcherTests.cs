using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using LearningCity.Etl.Templates;
using LearningCity.Etl.Tests.Templates;
using LearningCity.Etl.Watching;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Etl.Tests.Watching;

public sealed class WatcherTests : IDisposable
{
    private readonly Bench _bench = new();
    private readonly string _inbox;

    public WatcherTests() => _inbox = Directory.CreateDirectory(Path.Combine(_bench.Inbox, "来件")).FullName;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_good_form_is_loaded_published_and_put_away()
    {
        Form("东城区.xlsx", "110101");
        var pass = Once();

        var file = pass.Files.ShouldHaveSingleItem();
        (file.Outcome, file.Added, file.MovedTo, file.Reasons).ShouldBe(("accepted", 44, "done/东城区.xlsx", null));
        pass.Load!.Snapshot.ShouldNotBeNull();
        Files().ShouldBe(["done/东城区.xlsx"]);
        _bench.Stored().Count.ShouldBe(44);

        // The same once more changes nothing and overwrites nothing.
        Form("东城区.xlsx", "110101");
        var again = Once().Files.ShouldHaveSingleItem();
        (again.Outcome, again.MovedTo).ShouldBe(("unchanged", "done/东城区 (2).xlsx"));
        _bench.Loads().ShouldBe(1);
    }

    [Fact]
    public void A_faulty_form_goes_back_with_its_reasons_beside_it_and_does_not_hold_up_the_others()
    {
        Form("东城区.xlsx", "110101", wrong: true);
        Form("西城区.xlsx", "110102");
        var pass = Once();

        pass.Files.Select(f => (f.Path, f.Outcome, f.Rejected)).ShouldBe([("东城区.xlsx", "rejected", 1), ("西城区.xlsx", "accepted", 0)]);
        Files().ShouldBe(["done/西城区.xlsx", "returned/东城区.xlsx", "returned/东城区.xlsx.退回原因.xlsx"]);
        using var reasons = SpreadsheetDocument.Open(Path.Combine(_inbox, "returned", "东城区.xlsx.退回原因.xlsx"), false);
        reasons.WorkbookPart!.WorksheetParts.Select(p => p.WorksheetCommentsPart).Single(p => p is not null)!
            .Comments!.CommentList!.Elements<Comment>().Single().Reference!.Value.ShouldBe("H7");
    }

    [Fact]
    public void The_marked_copy_mended_and_sent_again_is_accepted()
    {
        Form("东城区.xlsx", "110101", wrong: true);
        Once();
        var mended = Path.Combine(_inbox, "东城区（已改）.xlsx");
        File.Copy(Path.Combine(_inbox, "returned", "东城区.xlsx.退回原因.xlsx"), mended);
        using (var document = SpreadsheetDocument.Open(mended, isEditable: true))
        {
            var cells = document.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<Cell>()).Where(c => c.CellReference! == "H7" || c.CellReference! == "H29").ToList();
            cells.First(c => c.CellReference! == "H7").CellValue = new CellValue("6");
            cells.First(c => c.CellReference! == "H29").CellValue = new CellValue("100");
        }

        var file = Once().Files.ShouldHaveSingleItem();
        (file.Outcome, file.Added).ShouldBe(("accepted", 44));
    }

    [Fact]
    public void A_list_that_is_right_in_part_is_taken_in_part_and_goes_back_for_the_rest()
    {
        Put("得分.csv", """
            round,district,indicator,rater,expert,points
            2024,110101,F1,self,,5
            2024,110102,F1,self,,7
            """);
        var file = Once().Files.ShouldHaveSingleItem();
        (file.Outcome, file.Added, file.Rejected).ShouldBe(("partial", 1, 1));
        Files().ShouldBe(["returned/得分.csv", "returned/得分.csv.退回原因.xlsx"]);
        _bench.Stored().Select(s => s.District).ShouldBe(["110101"]);
    }

    [Fact]
    public void What_is_still_being_written_waits_until_it_lies_still()
    {
        Put("得分.csv", "round,district,indicator,rater,expert,points\n2024,110101,F1,self,,1\n");
        using var watcher = Open();
        var first = watcher.Look();
        File.AppendAllText(Path.Combine(_inbox, "得分.csv"), "2024,110101,F2,self,,1\n");
        var second = watcher.Look();
        (first.Arriving, first.Load, second.Arriving, second.Load).ShouldBe((1, null, 1, null));

        watcher.Look().Files.ShouldHaveSingleItem().Added.ShouldBe(2);
        watcher.Look().ShouldSatisfyAllConditions(p => p.Files.ShouldBeEmpty(), p => p.Arriving.ShouldBe(0));
    }

    [Fact]
    public void A_file_that_a_program_holds_open_for_writing_waits()
    {
        Form("东城区.xlsx", "110101", wrong: true);
        using var watcher = Open();
        watcher.Look();
        using (File.Open(Path.Combine(_inbox, "东城区.xlsx"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            watcher.Look().Files.ShouldBeEmpty();
        watcher.Look().Files.ShouldHaveSingleItem().Outcome.ShouldBe("rejected");
    }

    [Fact]
    public void Lock_files_half_downloaded_files_and_its_own_folders_are_left_alone()
    {
        foreach (var name in new[] { "~$东城区.xlsx", ".~lock.东城区.xlsx#", "东城区.xlsx.tmp", "东城区.xlsx.crdownload", "东城区.xlsx.part", "Thumbs.db", "done/旧.csv", "returned/旧.csv", ".git/x.csv" })
            Put(name, "x");
        var before = Files();
        var pass = Once();
        pass.Files.ShouldBeEmpty();
        pass.Load.ShouldBeNull();
        Files().ShouldBe(before);
    }

    [Fact]
    public void Folders_say_the_place_and_are_kept()
    {
        var scores = string.Concat(Cities.BuiltIn.IndicatorsOf("2023").Select(i => $"{i.Code},{i.MaxPoints}\n"));
        Put("2024/东城区/自评.csv", "指标,自评分\n" + scores);
        var file = Once().Files.ShouldHaveSingleItem();
        file.Outcome.ShouldBe("accepted");
        Files().ShouldBe(["done/2024/东城区/自评.csv"]);
        _bench.Stored().Select(s => (s.Round, s.District)).Distinct().ShouldBe([("2024", "110101")]);
    }

    [Fact]
    public void A_file_that_was_loaded_but_not_yet_moved_when_the_watcher_was_killed_is_moved_by_the_next()
    {
        Form("东城区.xlsx", "110101");
        _bench.Load(Path.Combine(_inbox, "东城区.xlsx"));

        var file = Once().Files.ShouldHaveSingleItem();
        (file.Outcome, file.MovedTo).ShouldBe(("unchanged", "done/东城区.xlsx"));
        _bench.Loads().ShouldBe(1);
    }

    [Fact]
    public void Reasons_left_by_a_watcher_that_was_killed_before_it_moved_the_file_are_written_again()
    {
        Form("东城区.xlsx", "110101", wrong: true);
        Put("returned/东城区.xlsx.退回原因.xlsx", "cut off");
        Once();
        Files().ShouldBe(["returned/东城区.xlsx", "returned/东城区.xlsx.退回原因.xlsx"]);
        using var reasons = SpreadsheetDocument.Open(Path.Combine(_inbox, "returned", "东城区.xlsx.退回原因.xlsx"), false);
        reasons.WorkbookPart!.WorksheetParts.Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public void While_another_writer_has_the_store_the_files_wait()
    {
        Form("东城区.xlsx", "110101", wrong: true);
        using (WorkingStore.Open(_bench.Data, TimeProvider.System))
            Once().StoreInUse.ShouldBeTrue();
        Files().ShouldBe(["东城区.xlsx"]);
        Once().Files.ShouldHaveSingleItem().Outcome.ShouldBe("rejected");
    }

    [Fact]
    public void A_folder_has_one_watcher()
    {
        using var first = Open();
        Should.Throw<WatchedAlreadyException>(() => Open().Dispose());
    }

    private Watcher Open() => Watcher.Open(_bench.Data, _inbox, TimeProvider.System);

    private WatchPass Once()
    {
        using var watcher = Open();
        watcher.Look();
        return watcher.Look();
    }

    private void Form(string name, string district, bool wrong = false)
    {
        var city = Cities.BuiltIn;
        var scores = city.IndicatorsOf("2023").ToDictionary(i => i.Code, i => i.MaxPoints);
        var self = new Dictionary<string, decimal>(scores);
        if (wrong)
            self["F1"] = 7;
        using var stream = File.Create(Path.Combine(_inbox, name));
        FormXlsx.Write(OfficialForm.Of(city, city.Round("2024")!, city.District(district)).With(self, scores), stream);
    }

    private void Put(string name, string text)
    {
        var path = Path.Combine(_inbox, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private List<string> Files() =>
        [.. Directory.EnumerateFiles(_inbox, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_inbox, f)).Where(f => f != ".watch.lock").Order(StringComparer.Ordinal)];
}
