using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using LearningCity.Dashboard.Figures.Rendering;

namespace LearningCity.Dashboard.Reports.Workbooks;

/// <summary>The stylesheet of the annex and its colour scales, in the colours of the figures.</summary>
internal static class AnnexStyles
{
    /// <summary>Style of the head's cells.</summary>
    public const uint Head = 0;

    private const uint FirstCustom = 164;

    public static uint Of(AnnexFormat format) => 1 + (uint)format;

    public static Stylesheet Build()
    {
        var formats = Enum.GetValues<AnnexFormat>();
        var codes = formats.Where(f => AnnexFormats.Code(f) is not null).Select(f => new NumberingFormat { NumberFormatId = Id(f), FormatCode = AnnexFormats.Code(f) }).ToList();
        var cells = new CellFormats(new CellFormat(new Alignment { Horizontal = HorizontalAlignmentValues.Center, Vertical = VerticalAlignmentValues.Center, WrapText = true })
        {
            FontId = 1,
            FillId = 2,
            BorderId = 1,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyAlignment = true,
        });
        foreach (var format in formats)
        {
            cells.Append(new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Center, WrapText = format == AnnexFormat.Text })
            {
                NumberFormatId = AnnexFormats.Code(format) is null ? 0 : Id(format),
                FontId = 0,
                FillId = 0,
                BorderId = 1,
                ApplyNumberFormat = true,
                ApplyBorder = true,
                ApplyAlignment = true,
            });
        }

        cells.Count = (uint)formats.Length + 1;
        return new Stylesheet(
            new NumberingFormats(codes) { Count = (uint)codes.Count },
            new Fonts(FontOf(bold: false), FontOf(bold: true)) { Count = 2 },
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(new PatternFill(new ForegroundColor { Rgb = "FFEDEFF2" }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid }))
            { Count = 3 },
            new Borders(
                new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
                new Border(
                    Line(new LeftBorder()), Line(new RightBorder()), Line(new TopBorder()), Line(new BottomBorder()), new DiagonalBorder()))
            { Count = 2 },
            new CellStyleFormats(new CellFormat()) { Count = 1 },
            cells);
    }

    /// <summary>One scale over neighbouring columns of the same kind, so that one shade means one value all over a heat table.</summary>
    public static IEnumerable<ConditionalFormatting> Scales(AnnexSheet sheet, string last)
    {
        var priority = 1;
        for (var c = 0; c < sheet.Columns.Count && sheet.Rows.Count > 0; c++)
        {
            var (from, kind) = (c, sheet.Columns[c].Colours);
            if (kind == AnnexColours.None)
                continue;

            while (c + 1 < sheet.Columns.Count && sheet.Columns[c + 1].Colours == kind)
                c++;
            yield return new ConditionalFormatting(new ConditionalFormattingRule(kind == AnnexColours.Sequential ? Sequential() : Diverging()) { Type = ConditionalFormatValues.ColorScale, Priority = priority++ })
            {
                SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{AnnexWriter.Letters(from)}2:{AnnexWriter.Letters(c)}{last}" },
            };
        }
    }

    private static ColorScale Sequential() => new(
        new ConditionalFormatValueObject { Type = ConditionalFormatValueObjectValues.Min }, new ConditionalFormatValueObject { Type = ConditionalFormatValueObjectValues.Max },
        Colour("ffffff"), Colour(FigurePalette.Print.Hex(Ink.Bin3)[1..]));

    /// <summary>Dark enough to be told, light enough to be read on.</summary>
    private static ColorScale Diverging() => new(
        new ConditionalFormatValueObject { Type = ConditionalFormatValueObjectValues.Number, Val = "-0.2" },
        new ConditionalFormatValueObject { Type = ConditionalFormatValueObjectValues.Number, Val = "0" },
        new ConditionalFormatValueObject { Type = ConditionalFormatValueObjectValues.Number, Val = "0.2" },
        Colour(FigurePalette.Print.Hex(Ink.Bin3)[1..]), Colour("ffffff"), Colour("d08fb3"));

    private static Color Colour(string hex) => new() { Rgb = "FF" + hex.ToUpperInvariant() };

    private static uint Id(AnnexFormat format) => FirstCustom + (uint)format;

    private static Font FontOf(bool bold)
    {
        var font = new Font();
        if (bold)
            font.Append(new Bold());
        font.Append(new FontSize { Val = 11 }, new FontName { Val = "宋体" }, new FontFamilyNumbering { Val = 0 }, new FontCharSet { Val = 134 });
        return font;
    }

    private static T Line<T>(T border)
        where T : BorderPropertiesType
    {
        border.Style = BorderStyleValues.Thin;
        border.Append(new Color { Rgb = "FFC9CED4" });
        return border;
    }
}
