using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using LearningCity.Etl.Loading;
using LearningCity.Etl.Templates;
using LearningCity.Etl.Tests.Templates;
using LearningCity.Etl.Watching;

namespace LearningCity.Etl.Tests.Watching;

public sealed class ReturnFileTests
{
    private static readonly FaultFound TooHigh = Fault("评估表", "H7", 7, "7", "above-max", "reject", "7 超过该指标的分值 6", "7 is above the indicator's max points, 6");
    private static readonly FaultFound Remark = Fault("评估表", "I8", 8, "５", "text-slip", "warn", "略有出入", "differs slightly");

    [Fact]
    public void A_workbook_comes_back_as_itself_with_the_faulty_cells_coloured_and_commented()
    {
        using var returned = Returned(Form(), [TooHigh, Remark]);

        Errors(returned).ShouldBeEmpty();
        var part = Part(returned, "评估表");
        var comments = part.WorksheetCommentsPart!.Comments!.CommentList!.Elements<Comment>().ToDictionary(c => c.Reference!.Value!, c => c.InnerText);
        comments.Keys.ShouldBe(["H7", "I8"], ignoreOrder: true);
        comments["H7"].ShouldBe("7 超过该指标的分值 6\n7 is above the indicator's max points, 6");
        Ground(returned, part, "H7").ShouldBe("FFFFC7CE");
        Ground(returned, part, "I8").ShouldBe("FFFFEB9C");
        Ground(returned, part, "H8").ShouldNotBe("FFFFC7CE");
        part.VmlDrawingParts.Count().ShouldBe(1);
        // Still a form that can be filled in: the coloured cell stays unlocked.
        Format(returned, part, "H7").Protection!.Locked!.Value.ShouldBeFalse();
    }

    [Fact]
    public void The_list_of_reasons_is_the_sheet_that_opens_and_the_only_selected_one()
    {
        using var returned = Returned(Form(), [TooHigh]);
        var sheets = returned.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(s => s.Name!.Value!).ToList();
        sheets[^1].ShouldBe("退回原因");
        returned.WorkbookPart.Workbook.Descendants<WorkbookView>().Single().ActiveTab!.Value.ShouldBe((uint)sheets.Count - 1);
        returned.WorkbookPart.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<SheetView>()).Count(v => v.TabSelected?.Value == true).ShouldBe(1);

        var words = Part(returned, "退回原因").Worksheet!.Descendants<Text>().Select(t => t.Text).ToList();
        words.ShouldContain("表.xlsx");
        words.ShouldContain("评估表!H7");
        words.ShouldContain("above-max");
        words.ShouldContain("7 超过该指标的分值 6");
    }

    [Fact]
    public void A_file_that_comes_back_twice_carries_only_the_latest_reasons()
    {
        var once = Write(Form(), [TooHigh]);
        using var twice = Open(Write(once, [TooHigh with { MessageZh = "仍然太高", MessageEn = "still too high" }]));

        Errors(twice).ShouldBeEmpty();
        twice.WorkbookPart!.Workbook!.Descendants<Sheet>().Count(s => s.Name!.Value!.StartsWith("退回原因", StringComparison.Ordinal)).ShouldBe(1);
        Part(twice, "评估表").WorksheetCommentsPart!.Comments!.CommentList!.Elements<Comment>().Single().InnerText.ShouldBe("仍然太高\nstill too high");
        Part(twice, "退回原因").Worksheet!.Descendants<Text>().Select(t => t.Text).ShouldNotContain("7 超过该指标的分值 6");
    }

    [Fact]
    public void What_the_office_noted_on_a_cell_stays_below_the_reason()
    {
        var source = Edited(Form(), document =>
        {
            var part = (WorksheetPart)document.WorkbookPart!.GetPartById("form");
            part.AddNewPart<WorksheetCommentsPart>().Comments = new Comments(
                new Authors(new Author("张三")), new CommentList(new Comment(new CommentText(new Run(new Text("请李四核对")))) { Reference = "H7", AuthorId = 0 }));
        });
        using var returned = Returned(source, [TooHigh]);
        var text = Part(returned, "评估表").WorksheetCommentsPart!.Comments!.CommentList!.Elements<Comment>().Single().InnerText;
        text.ShouldStartWith("7 超过");
        text.ShouldEndWith("请李四核对");
    }

    [Fact]
    public void A_cell_that_the_file_does_not_store_is_made_in_its_place()
    {
        using var returned = Returned(Form(), [TooHigh with { Cell = "K9" }, TooHigh with { Cell = "B60" }]);
        Errors(returned).ShouldBeEmpty();
        var part = Part(returned, "评估表");
        Ground(returned, part, "K9").ShouldBe("FFFFC7CE");
        Ground(returned, part, "B60").ShouldBe("FFFFC7CE");
        part.Worksheet!.Descendants<Row>().Select(r => r.RowIndex!.Value).ShouldBeInOrder();
    }

    [Fact]
    public void Of_anything_but_a_workbook_a_list_is_made()
    {
        var reason = Fault(null, null, 12, "5-6", "not-a-number", "reject", "“5-6”不是一个确定的分数", "'5-6' is not one definite score");
        using var returned = Returned("评估轮次,区,指标,专家,得分\n"u8.ToArray(), [reason, TooHigh]);
        Errors(returned).ShouldBeEmpty();
        var words = returned.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Text>().Select(t => t.Text).ToList();
        words.ShouldContain("第 12 行");
        words.ShouldContain("5-6");
        words.ShouldContain("'5-6' is not one definite score");
    }

    [Fact]
    public void A_file_refused_as_a_whole_is_not_opened()
    {
        using var returned = Returned(Form(), [Fault(null, null, null, "", "file-encrypted", "reject", "文件已加密", "The file is encrypted")]);
        returned.WorkbookPart!.Workbook!.Descendants<Sheet>().Single().Name!.Value.ShouldBe("退回原因");
        returned.WorkbookPart.WorksheetParts.Single().Worksheet!.Descendants<Text>().Select(t => t.Text).ShouldContain("整个文件");
    }

    [Fact]
    public void Notes_are_left_out()
    {
        using var returned = Returned(Form(), [TooHigh, TooHigh with { Cell = "H8", Severity = "note", Rule = "blank-keeps-value" }]);
        Part(returned, "评估表").WorksheetCommentsPart!.Comments!.CommentList!.Elements<Comment>().Select(c => c.Reference!.Value!).ShouldBe(["H7"]);
        Part(returned, "退回原因").Worksheet!.Descendants<Text>().Select(t => t.Text).ShouldNotContain("blank-keeps-value");
    }

    [Fact]
    public void Text_that_XML_cannot_carry_and_formulas_in_a_value_do_no_harm()
    {
        using var returned = Returned(Form(), [TooHigh with { Value = "a\u0000b\uD800c", MessageZh = "坏\u0001值" }, TooHigh with { Cell = "H9", Value = "=HYPERLINK(\"http://x\")" }]);
        Errors(returned).ShouldBeEmpty();
        var list = Part(returned, "退回原因").Worksheet!;
        list.Descendants<CellFormula>().ShouldBeEmpty();
        list.Descendants<Text>().Select(t => t.Text).ShouldContain("a\uFFFDb\uFFFDc");
    }

    [Fact]
    public void Reasons_beyond_the_most_are_counted_and_said()
    {
        var reasons = Enumerable.Range(1, ReturnFile.MostReasons + 5).Select(i => TooHigh with { Sheet = null, Cell = null, Row = i }).ToList();
        using var returned = Returned([], reasons);
        var sheet = returned.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        sheet.Descendants<Text>().Select(t => t.Text).ShouldContain("另有 5 处未列出。 | 5 more are not listed.");
        sheet.Descendants<Row>().Count().ShouldBe(ReturnFile.MostReasons + 4);
    }

    [Fact]
    public void A_marked_form_opens_in_LibreOffice()
    {
        Office.Require();
        var folder = Directory.CreateTempSubdirectory("return-").FullName;
        try
        {
            var path = Path.Combine(folder, "退回.xlsx");
            File.WriteAllBytes(path, Write(Form(), [TooHigh, Remark]));
            using var saved = SpreadsheetDocument.Open(Office.Convert(path, "xlsx:Calc MS Excel 2007 XML", Directory.CreateDirectory(Path.Combine(folder, "out")).FullName), false);
            Part(saved, "评估表").WorksheetCommentsPart!.Comments!.CommentList!.Elements<Comment>().Select(c => c.Reference!.Value!).ShouldBe(["H7", "I8"], ignoreOrder: true);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static FaultFound Fault(string? sheet, string? cell, long? row, string value, string rule, string severity, string zh, string en) =>
        new(1, 1, "表.xlsx", sheet, cell, row, "2023", "110101", "F1", "self", "", value, rule, severity, zh, en);

    private static byte[] Form()
    {
        var scores = new Dictionary<string, decimal> { ["F1"] = 7 };
        using var stream = new MemoryStream();
        FormXlsx.Write(OfficialForm.Of(Cities.BuiltIn, Cities.BuiltIn.Rounds[0], Cities.BuiltIn.Districts[0]).With(scores, scores), stream);
        return stream.ToArray();
    }

    private static byte[] Edited(byte[] source, Action<SpreadsheetDocument> edit)
    {
        using var stream = new MemoryStream();
        stream.Write(source);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
            edit(document);
        return stream.ToArray();
    }

    private static byte[] Write(byte[] source, IReadOnlyList<FaultFound> faults)
    {
        using var stream = new MemoryStream();
        ReturnFile.Write(source, "表.xlsx", faults, stream);
        return stream.ToArray();
    }

    private static SpreadsheetDocument Returned(byte[] source, IReadOnlyList<FaultFound> faults) => Open(Write(source, faults));

    private static SpreadsheetDocument Open(byte[] bytes) => SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static List<string> Errors(SpreadsheetDocument document) =>
        [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")];

    private static WorksheetPart Part(SpreadsheetDocument document, string sheet) =>
        (WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook!.Descendants<Sheet>().Single(s => s.Name! == sheet).Id!.Value!);

    private static CellFormat Format(SpreadsheetDocument document, WorksheetPart part, string cell) =>
        document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>()
            .ElementAt((int)part.Worksheet!.Descendants<Cell>().Single(c => c.CellReference! == cell).StyleIndex!.Value);

    private static string? Ground(SpreadsheetDocument document, WorksheetPart part, string cell) =>
        document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.Fills!.Elements<Fill>().ElementAt((int)Format(document, part, cell).FillId!.Value)
            .PatternFill?.ForegroundColor?.Rgb?.Value;
}
