using System.Globalization;
using System.Security.Cryptography;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using LearningCity.Etl.Templates;

namespace LearningCity.Etl.Tests.Templates;

public sealed class FormXlsxTests
{
    [Theory]
    [MemberData(nameof(Cities.Names), MemberType = typeof(Cities))]
    public void A_form_breaks_no_rule_of_the_file_format(string city)
    {
        var catalog = Cities.Named(city);
        foreach (var district in new[] { null, catalog.Districts[0] })
        {
            using var document = Written(OfficialForm.Of(catalog, catalog.Rounds[0], district));
            new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Cities.Names), MemberType = typeof(Cities))]
    public void Only_scores_date_and_an_open_district_can_be_filled_in(string city)
    {
        var catalog = Cities.Named(city);
        var indicators = catalog.IndicatorsOf(catalog.Rounds[0].Framework).Count();
        using var open = Written(OfficialForm.Of(catalog, catalog.Rounds[0], null));
        using var set = Written(OfficialForm.Of(catalog, catalog.Rounds[0], catalog.Districts[0]));

        Sheet(open).GetFirstChild<SheetProtection>()!.Sheet!.Value.ShouldBeTrue();
        open.WorkbookPart!.Workbook!.WorkbookProtection!.LockStructure!.Value.ShouldBeTrue();
        // The date's cell is two cells merged.
        Unlocked(open).Count.ShouldBe((2 * indicators) + 3);
        Unlocked(set).Count.ShouldBe((2 * indicators) + 2);
        Unlocked(open).Except(Unlocked(set)).ShouldBe(["B4"]);
    }

    [Theory]
    [MemberData(nameof(Cities.Names), MemberType = typeof(Cities))]
    public void Every_score_is_held_between_zero_and_its_max_points_with_a_message_in_Chinese(string city)
    {
        var catalog = Cities.Named(city);
        using var document = Written(OfficialForm.Of(catalog, catalog.Rounds[0], null));
        var cells = Cells(document);
        var expected = catalog.IndicatorsOf(catalog.Rounds[0].Framework).ToDictionary(i => i.Code, i => i.MaxPoints);
        var limits = new Dictionary<string, decimal>();
        foreach (var rule in Sheet(document).Descendants<DataValidation>().Where(v => v.Type! == DataValidationValues.Decimal))
        {
            rule.Formula1!.Text.ShouldBe("0");
            rule.ShowErrorMessage!.Value.ShouldBeTrue();
            rule.Error!.Value!.ShouldContain($"0 至 {rule.Formula2!.Text} 之间");
            foreach (var range in rule.SequenceOfReferences!.InnerText!.Split(' '))
            {
                var row = range.Split(':')[0][1..];
                range.ShouldBe($"H{row}:I{row}");
                limits.Add(cells["J" + row], decimal.Parse(rule.Formula2.Text, CultureInfo.InvariantCulture));
            }
        }
        limits.ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public void The_hidden_column_carries_the_codes_and_reads_back()
    {
        var city = Cities.BuiltIn;
        using var open = Written(OfficialForm.Of(city, city.Rounds[1], null));
        using var set = Written(OfficialForm.Of(city, city.Rounds[1], city.Districts[3]));

        FormCodes.FromCells(Cells(open).Values).ShouldBe(new FormCodes(1, city.Rounds[1].Code, "2023", null));
        FormCodes.FromCells(Cells(set).Values).ShouldBe(new FormCodes(1, city.Rounds[1].Code, "2023", city.Districts[3].Code));
        Sheet(open).Descendants<Column>().Single(c => c.Min! == 10u).Hidden!.Value.ShouldBeTrue();
        Cells(open).Where(c => c.Key.StartsWith('J')).Select(c => c.Value).Skip(5).ShouldBe(city.IndicatorsOf("2023").Select(i => i.Code));
    }

    [Fact]
    public void Cells_that_say_nothing_of_a_form_are_no_codes()
    {
        FormCodes.FromCells([]).ShouldBeNull();
        FormCodes.FromCells(["LearningCity:form=1", "LearningCity:framework=2023"]).ShouldBeNull();
        FormCodes.FromCells(["LearningCity:form=x", "LearningCity:round=1", "LearningCity:framework=2023"]).ShouldBeNull();
    }

    [Fact]
    public void The_list_of_districts_is_the_catalogs()
    {
        using var document = Written(OfficialForm.Of(Cities.Other, Cities.Other.Rounds[0], null));
        var book = document.WorkbookPart!;
        var list = book.Workbook!.Descendants<Sheet>().Single(s => s.Name! == FormXlsx.DistrictSheet);
        list.State!.Value.ShouldBe(SheetStateValues.VeryHidden);
        ((WorksheetPart)book.GetPartById(list.Id!.Value!)).Worksheet!.Descendants<Text>().Select(t => t.Text).ShouldBe(["江北区", "江南区", "新区"]);
        book.Workbook.Descendants<DefinedName>().Single(n => n.Name! == FormXlsx.DistrictList).Text.ShouldBe("'区'!$A$1:$A$3");
        Sheet(document).Descendants<DataValidation>().Single(v => v.Type! == DataValidationValues.List).Formula1!.Text.ShouldBe(FormXlsx.DistrictList);
    }

    [Fact]
    public void A_total_adds_up_what_is_there_and_is_blank_when_nothing_is()
    {
        var city = Cities.Other;
        var empty = OfficialForm.Of(city, city.Rounds[0], null);
        using (var document = Written(empty))
        {
            Value(document, "C10").ShouldBe("20");
            Value(document, "H10").ShouldBe("");
        }
        using (var document = Written(empty.With(new Dictionary<string, decimal> { ["P1"] = 9.25m, ["Q1"] = 0 }, new Dictionary<string, decimal>())))
        {
            Value(document, "H7").ShouldBe("9.25");
            Value(document, "H8").ShouldBe("");
            Value(document, "H9").ShouldBe("0");
            Value(document, "H10").ShouldBe("9.25");
            Value(document, "I10").ShouldBe("");
        }
    }

    [Fact]
    public void The_same_form_gives_the_same_bytes()
    {
        var form = OfficialForm.Of(Cities.BuiltIn, Cities.BuiltIn.Rounds[0], null);
        Convert.ToHexString(SHA256.HashData(Bytes(form))).ShouldBe(Convert.ToHexString(SHA256.HashData(Bytes(form))));
    }

    [Fact]
    public void The_official_form_keeps_its_words()
    {
        using var document = Written(OfficialForm.Of(Cities.BuiltIn, Cities.BuiltIn.Rounds[0], Cities.BuiltIn.District("110101")));
        var cells = Cells(document);
        cells["A2"].ShouldBe("北京市建设学习型城市示范区评估指标体系");
        cells["A3"].ShouldBe("（2023年修订）");
        cells["B4"].ShouldBe("东城区");
        cells["C4"].ShouldStartWith("评估轮次：2023年评估");
        cells["A7"].ShouldBe("一.建设基础\n（共40分）");
        cells["B24"].ShouldStartWith("11.立足新发展理念");
        cells["A29"].ShouldBe("合计");
        cells["A30"].ShouldBe("注：本指标体系一级指标3项；二级指标22项。");
    }

    private static byte[] Bytes(OfficialForm form)
    {
        using var stream = new MemoryStream();
        FormXlsx.Write(form, stream);
        return stream.ToArray();
    }

    private static SpreadsheetDocument Written(OfficialForm form) => SpreadsheetDocument.Open(new MemoryStream(Bytes(form)), isEditable: false);

    private static Worksheet Sheet(SpreadsheetDocument document) => ((WorksheetPart)document.WorkbookPart!.GetPartById("form")).Worksheet!;

    private static Dictionary<string, string> Cells(SpreadsheetDocument document) =>
        Sheet(document).Descendants<Cell>().Where(c => c.InlineString is not null).ToDictionary(c => c.CellReference!.Value!, c => c.InlineString!.InnerText);

    private static string Value(SpreadsheetDocument document, string reference) =>
        Sheet(document).Descendants<Cell>().Single(c => c.CellReference! == reference).CellValue?.Text ?? "";

    private static List<string> Unlocked(SpreadsheetDocument document)
    {
        var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        return [.. Sheet(document).Descendants<Cell>()
            .Where(c => formats[(int)(c.StyleIndex?.Value ?? 0)].Protection?.Locked?.Value == false)
            .Select(c => c.CellReference!.Value!)];
    }
}
