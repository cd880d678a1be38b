using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static LearningCity.Etl.Templates.FormDocxParts;

namespace LearningCity.Etl.Templates;

/// <summary>Writes the official form as a Word document in which only the content controls can be filled in.</summary>
/// <remarks>The same form gives the same bytes. Word does not add up a table by itself, so 合计 is a control of its own and may stay blank.</remarks>
public static class FormDocx
{
    // Column widths in twentieths of a point: together the text width of an A4 page with the margins below.
    private static readonly int[] Widths = [1320, 4086, 620, 570, 570, 570, 570, 950, 950];
    private const int Margin = 850;

    public static void Write(OfficialForm form, Stream target)
    {
        using var buffer = new MemoryStream();
        using (var document = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.Document))
        {
            Fill(document, form);
            StableZip.NameParts(document);
        }
        buffer.Position = 0;
        StableZip.Copy(buffer, target);
    }

    private static void Fill(WordprocessingDocument document, OfficialForm form)
    {
        var main = document.AddMainDocumentPart();
        main.AddNewPart<StyleDefinitionsPart>("styles").Styles = DocumentStyles();
        // No password: it guards against slips, not against people.
        main.AddNewPart<DocumentSettingsPart>("settings").Settings = new Settings(
            new DocumentProtection { Edit = DocumentProtectionValues.Forms, Enforcement = true });
        var footer = main.AddNewPart<FooterPart>("footer");
        footer.Footer = new Footer(PageNumbers());

        var controls = new ControlIds();
        var body = new Body();
        body.Append(Paragraph(JustificationValues.Left, Run(OfficialForm.Heading), form.Mark is null ? null : Run($"　{form.Mark}", bold: true, colour: "C00000")));
        body.Append(Paragraph(JustificationValues.Center, Run(form.Title, bold: true, halfPoints: 36)));
        if (form.Edition is not null)
            body.Append(Paragraph(JustificationValues.Center, Run(form.Edition)));
        body.Append(Place(form, controls));
        body.Append(Table(form, controls));
        body.Append(Paragraph(JustificationValues.Left, Run(form.Note)));
        body.Append(new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = "footer" },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = Margin, Bottom = Margin, Left = Margin, Right = Margin, Header = 500, Footer = 500, Gutter = 0 }));
        main.Document = new Document(body);

        var properties = form.Codes.Pairs.Select(p => (FormCodes.PropertyName(p.Name), p.Value));
        if (form.Mark is not null)
            properties = properties.Append(("备注", form.Mark));
        FormProperties.Add(document.AddNewPart<CustomFilePropertiesPart>("custom"), properties);
    }

    private static Paragraph Place(OfficialForm form, ControlIds controls)
    {
        OpenXmlElement district = form.District is { } name
            ? Run(name)
            : form.Districts.Count > 0
                ? controls.Choice("被评区", "LearningCity:district", form.Districts, "点击选择")
                : controls.Text("被评区", "LearningCity:district", null);
        return Paragraph(
            JustificationValues.Center,
            Run(OfficialForm.DistrictLabel), district,
            Run($"　　{OfficialForm.RoundLabel}{form.RoundName}　　{OfficialForm.DateLabel}"),
            controls.Date("填表日期", "LearningCity:date", form.Date, "点击填写"));
    }

    private static Table Table(OfficialForm form, ControlIds controls)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 60, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 60, Type = TableWidthValues.Dxa })),
            new TableGrid(Widths.Select(w => new GridColumn { Width = Twips(w) })));
        table.Append(HeadRow(), MethodsRow());
        foreach (var dimension in form.Dimensions)
        {
            for (var i = 0; i < dimension.Indicators.Count; i++)
                table.Append(IndicatorRow(dimension, i, controls));
        }
        table.Append(TotalRow(form, controls));
        return table;
    }

    private static TableRow HeadRow() => new(
        Repeated(),
        Cell(Widths[0], Merge.Start, Centred(OfficialForm.Dimension, bold: true)),
        Cell(Widths[1], Merge.Start, Centred(OfficialForm.Indicator, bold: true)),
        Cell(Widths[2], Merge.Start, Centred(OfficialForm.MaxPoints, bold: true)),
        Cell(Widths[3..7].Sum(), Merge.None, Centred(OfficialForm.Methods, bold: true), span: 4),
        Cell(Widths[7], Merge.Start, Centred(OfficialForm.Self, bold: true)),
        Cell(Widths[8], Merge.Start, Centred(OfficialForm.Expert, bold: true)));

    private static TableRow MethodsRow()
    {
        var row = new TableRow(Repeated());
        for (var c = 0; c < Widths.Length; c++)
        {
            row.Append(c is >= 3 and < 7
                ? Cell(Widths[c], Merge.None, Centred(OfficialForm.MethodNames[c - 3], bold: true))
                : Cell(Widths[c], Merge.Continue, new Paragraph()));
        }
        return row;
    }

    private static TableRow IndicatorRow(FormDimension dimension, int position, ControlIds controls)
    {
        var indicator = dimension.Indicators[position];
        var row = new TableRow(
            Unbroken(),
            position == 0 ? Cell(Widths[0], Merge.Start, Centred(dimension.Label)) : Cell(Widths[0], Merge.Continue, new Paragraph()),
            Cell(Widths[1], Merge.None, Paragraph(JustificationValues.Left, Run(indicator.Text))),
            Cell(Widths[2], Merge.None, Centred(FormIndicator.Plain(indicator.MaxPoints))));
        for (var m = 0; m < 4; m++)
            row.Append(Cell(Widths[3 + m], Merge.None, indicator.Methods[m] ? Centred(OfficialForm.Tick) : new Paragraph()));
        row.Append(
            Score(controls, OfficialForm.Self, FormCodes.ScoreTag(indicator.Code, self: true), indicator.Self, Widths[7]),
            Score(controls, OfficialForm.Expert, FormCodes.ScoreTag(indicator.Code, self: false), indicator.Expert, Widths[8]));
        return row;
    }

    private static TableRow TotalRow(OfficialForm form, ControlIds controls)
    {
        var row = new TableRow(
            Unbroken(),
            Cell(Widths[0] + Widths[1], Merge.None, Centred(OfficialForm.Total, bold: true), span: 2),
            Cell(Widths[2], Merge.None, Centred(FormIndicator.Plain(form.Indicators.Sum(i => i.MaxPoints)), bold: true)));
        for (var m = 0; m < 4; m++)
            row.Append(Cell(Widths[3 + m], Merge.None, new Paragraph()));
        row.Append(
            Score(controls, OfficialForm.Total, "LearningCity:total:self", Sum(form.Indicators.Select(i => i.Self)), Widths[7]),
            Score(controls, OfficialForm.Total, "LearningCity:total:expert", Sum(form.Indicators.Select(i => i.Expert)), Widths[8]));
        return row;
    }

    private static TableCell Score(ControlIds controls, string title, string tag, decimal? points, int width) =>
        Cell(width, Merge.None, Paragraph(JustificationValues.Center, controls.Text(title, tag, points is { } p ? FormIndicator.Plain(p) : null)), open: true);

    // A total of nothing is blank: zero would be a score.
    private static decimal? Sum(IEnumerable<decimal?> points)
    {
        var scored = points.Where(p => p is not null).ToList();
        return scored.Count == 0 ? null : scored.Sum();
    }
}
