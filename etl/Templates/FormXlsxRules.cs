using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using static LearningCity.Etl.Templates.FormXlsxLayout;

namespace LearningCity.Etl.Templates;

/// <summary>What the sheet allows and how it prints: protection, validation, frozen heads, A4.</summary>
internal static class FormXlsxRules
{
    // As many points of height as still print legibly on one page; a longer form runs over several.
    private const double OnePage = 1_500;

    /// <summary>Puts the parts of a worksheet in the order that the format demands.</summary>
    internal static Worksheet Frame(OfficialForm form, FormXlsxLayout at, Columns columns, SheetData data, IReadOnlyList<string> merges) =>
        new(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetDimension { Reference = $"A1:J{at.NoteRow}" },
            new SheetViews(new SheetView(
                new Pane
                {
                    VerticalSplit = FirstRow - 1,
                    TopLeftCell = $"A{FirstRow}",
                    ActivePane = PaneValues.BottomLeft,
                    State = PaneStateValues.Frozen,
                },
                new Selection
                {
                    Pane = PaneValues.BottomLeft,
                    ActiveCell = $"H{FirstRow}",
                    SequenceOfReferences = new ListValue<StringValue> { InnerText = $"H{FirstRow}" },
                })
            { ShowGridLines = false, TabSelected = true, WorkbookViewId = 0 }),
            new SheetFormatProperties { DefaultRowHeight = 20 },
            columns,
            data,
            // No password: it guards against slips, not against people.
            new SheetProtection { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false },
            new MergeCells(merges.Select(m => new MergeCell { Reference = m })) { Count = (uint)merges.Count },
            Validations(form),
            new PrintOptions { HorizontalCentered = true },
            new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.7, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Portrait, FitToWidth = 1, FitToHeight = data.Elements<Row>().Sum(r => r.Height?.Value ?? 0) <= OnePage ? 1u : 0u },
            new HeaderFooter(new OddFooter("&C第 &P 页，共 &N 页")));

    private static DataValidations Validations(OfficialForm form)
    {
        var rules = form.Indicators
            .Select((indicator, i) => (indicator.MaxPoints, Row: FirstRow + (uint)i))
            .GroupBy(i => i.MaxPoints)
            .Select(g => Points(g.Key, g.Select(i => i.Row)))
            .Append(Date());
        if (form.Districts.Count > 0)
            rules = rules.Append(District());
        var list = rules.ToList();
        return new DataValidations(list) { Count = (uint)list.Count };
    }

    private static DataValidation Points(decimal most, IEnumerable<uint> rows)
    {
        var max = FormIndicator.Plain(most);
        return new DataValidation(new Formula1("0"), new Formula2(max))
        {
            Type = DataValidationValues.Decimal,
            Operator = DataValidationOperatorValues.Between,
            AllowBlank = true,
            ShowErrorMessage = true,
            ErrorStyle = DataValidationErrorStyleValues.Stop,
            ErrorTitle = "分数不在范围内",
            Error = $"请填写 0 至 {max} 之间的数，最多两位小数；没有分数请留空。",
            ShowInputMessage = true,
            PromptTitle = $"分值 {max} 分",
            Prompt = $"0 至 {max}，最多两位小数；没有分数请留空，不要填 0。",
            SequenceOfReferences = new ListValue<StringValue> { InnerText = string.Join(' ', rows.Select(r => $"H{r}:I{r}")) },
        };
    }

    private static DataValidation District() =>
        new(new Formula1(FormXlsx.DistrictList))
        {
            Type = DataValidationValues.List,
            AllowBlank = true,
            ShowErrorMessage = true,
            ErrorStyle = DataValidationErrorStyleValues.Stop,
            ErrorTitle = "区名不在名单内",
            Error = "请从下拉列表中选择被评区。",
            ShowInputMessage = true,
            PromptTitle = "被评区",
            Prompt = "请从下拉列表中选择。",
            SequenceOfReferences = new ListValue<StringValue> { InnerText = $"B{PlaceRow}" },
        };

    private static DataValidation Date() =>
        new(new Formula1("36526"))
        {
            Type = DataValidationValues.Date,
            Operator = DataValidationOperatorValues.GreaterThanOrEqual,
            AllowBlank = true,
            ShowErrorMessage = true,
            ErrorStyle = DataValidationErrorStyleValues.Warning,
            ErrorTitle = "填表日期",
            Error = "请填写日期，如 2026-10-14。",
            SequenceOfReferences = new ListValue<StringValue> { InnerText = $"H{PlaceRow}" },
        };
}
