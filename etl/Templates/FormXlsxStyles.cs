using DocumentFormat.OpenXml.Spreadsheet;

namespace LearningCity.Etl.Templates;

/// <summary>How a cell of the form looks; the number is its index in the stylesheet.</summary>
internal enum FormStyle : uint
{
    Plain,
    Mark,
    Title,
    Edition,
    PlaceLabel,
    PlaceFixed,
    PlaceOpen,
    DateOpen,
    Head,
    Text,
    Centre,
    Score,
    Total,
    Note,
}

/// <summary>The stylesheet of the form: what may be filled in is tinted and unlocked, everything else is locked.</summary>
internal static class FormXlsxStyles
{
    private const string DateFormat = "yyyy\"年\"m\"月\"d\"日\"";
    private const uint DateFormatId = 164;

    private enum Font : uint { Normal, Bold, Title, Mark }

    private enum Ground : uint { None, Grey125, Open, Head }

    private enum Line : uint { None, Box, Under }

    internal static Stylesheet Build()
    {
        const string songti = "宋体";
        return new Stylesheet(
            new NumberingFormats(new NumberingFormat { NumberFormatId = DateFormatId, FormatCode = DateFormat }) { Count = 1 },
            new Fonts(FontOf(songti, 11), FontOf(songti, 11, bold: true), FontOf(songti, 18, bold: true), FontOf(songti, 11, bold: true, "FFC00000")) { Count = 4 },
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                Solid("FFFFF8DC"), Solid("FFF2F2F2"))
            { Count = 4 },
            new Borders(
                new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
                new Border(
                    new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin },
                    new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder()),
                new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder()))
            { Count = 3 },
            new CellStyleFormats(new CellFormat()) { Count = 1 },
            Formats());
    }

    private static CellFormats Formats()
    {
        var left = HorizontalAlignmentValues.Left;
        var centre = HorizontalAlignmentValues.Center;
        var formats = new Dictionary<FormStyle, CellFormat>
        {
            [FormStyle.Plain] = Format(Font.Normal, Ground.None, Line.None, left),
            [FormStyle.Mark] = Format(Font.Mark, Ground.None, Line.None, left),
            [FormStyle.Title] = Format(Font.Title, Ground.None, Line.None, centre),
            [FormStyle.Edition] = Format(Font.Normal, Ground.None, Line.None, centre),
            [FormStyle.PlaceLabel] = Format(Font.Normal, Ground.None, Line.None, HorizontalAlignmentValues.Right),
            [FormStyle.PlaceFixed] = Format(Font.Normal, Ground.None, Line.Under, left),
            [FormStyle.PlaceOpen] = Format(Font.Normal, Ground.Open, Line.Under, left, open: true),
            [FormStyle.DateOpen] = Format(Font.Normal, Ground.Open, Line.Under, left, open: true, DateFormatId),
            [FormStyle.Head] = Format(Font.Bold, Ground.Head, Line.Box, centre),
            [FormStyle.Text] = Format(Font.Normal, Ground.None, Line.Box, left),
            [FormStyle.Centre] = Format(Font.Normal, Ground.None, Line.Box, centre),
            [FormStyle.Score] = Format(Font.Normal, Ground.Open, Line.Box, centre, open: true),
            [FormStyle.Total] = Format(Font.Bold, Ground.None, Line.Box, centre),
            [FormStyle.Note] = Format(Font.Normal, Ground.None, Line.None, left),
        };
        return new CellFormats(Enum.GetValues<FormStyle>().Select(s => formats[s])) { Count = (uint)formats.Count };
    }

    private static CellFormat Format(
        Font font, Ground ground, Line line, HorizontalAlignmentValues horizontal, bool open = false, uint number = 0) =>
        new(new Alignment { Horizontal = horizontal, Vertical = VerticalAlignmentValues.Center, WrapText = true }, new Protection { Locked = !open })
        {
            NumberFormatId = number,
            FontId = (uint)font,
            FillId = (uint)ground,
            BorderId = (uint)line,
            FormatId = 0,
            ApplyNumberFormat = number != 0,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyAlignment = true,
            ApplyProtection = true,
        };

    private static DocumentFormat.OpenXml.Spreadsheet.Font FontOf(string name, double size, bool bold = false, string colour = "FF000000")
    {
        var font = new DocumentFormat.OpenXml.Spreadsheet.Font();
        if (bold)
            font.Append(new Bold());
        font.Append(new FontSize { Val = size }, new Color { Rgb = colour }, new FontName { Val = name }, new FontFamilyNumbering { Val = 0 }, new FontCharSet { Val = 134 });
        return font;
    }

    private static Fill Solid(string rgb) =>
        new(new PatternFill(new ForegroundColor { Rgb = rgb }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });
}
