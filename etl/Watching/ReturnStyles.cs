using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace LearningCity.Etl.Watching;

/// <summary>Adds to a workbook's stylesheet what a returned file needs, and leaves what is there as it is.</summary>
internal sealed class ReturnStyles
{
    private const string RedGround = "FFFFC7CE";
    private const string YellowGround = "FFFFEB9C";

    private readonly Stylesheet _sheet;
    private readonly Dictionary<(uint Style, bool Red), uint> _tinted = [];
    private readonly uint _red;
    private readonly uint _yellow;

    internal ReturnStyles(WorkbookStylesPart part)
    {
        _sheet = part.Stylesheet ??= new Stylesheet();
        _sheet.Fonts ??= new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "宋体" }));
        _sheet.Fills ??= new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }));
        _sheet.Borders ??= new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()));
        _sheet.CellStyleFormats ??= new CellStyleFormats(new CellFormat());
        _sheet.CellFormats ??= new CellFormats(new CellFormat());
        _red = Add(_sheet.Fills, Ground(RedGround));
        _yellow = Add(_sheet.Fills, Ground(YellowGround));
        Count();
    }

    /// <summary>The same look on a coloured ground: red for what must be mended, yellow for a remark.</summary>
    internal uint Tinted(uint style, bool red)
    {
        if (_tinted.TryGetValue((style, red), out var known))
            return known;
        var format = (CellFormat?)_sheet.CellFormats!.Elements<CellFormat>().ElementAtOrDefault((int)style)?.CloneNode(true) ?? new CellFormat();
        format.FillId = red ? _red : _yellow;
        format.ApplyFill = true;
        return _tinted[(style, red)] = Append(format);
    }

    internal ReasonList.Styles ForList()
    {
        var bold = Add(_sheet.Fonts!, new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "宋体" }));
        var normal = Add(_sheet.Fonts!, new Font(new FontSize { Val = 11 }, new FontName { Val = "宋体" }));
        return new ReasonList.Styles(
            Append(Wrapped(normal, 0, wrap: true)), Append(Wrapped(normal, 0, wrap: false)), Append(Wrapped(bold, 0, wrap: false)), Append(Wrapped(bold, _red, wrap: true)), Append(Wrapped(normal, _yellow, wrap: true)));
    }

    private static CellFormat Wrapped(uint font, uint fill, bool wrap) =>
        new(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = wrap })
        {
            NumberFormatId = 0,
            FontId = font,
            FillId = fill,
            BorderId = 0,
            FormatId = 0,
            ApplyFont = true,
            ApplyFill = fill != 0,
            ApplyAlignment = true,
        };

    private static Fill Ground(string rgb) =>
        new(new PatternFill(new ForegroundColor { Rgb = rgb }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private uint Append(CellFormat format)
    {
        var index = Add(_sheet.CellFormats!, format);
        Count();
        return index;
    }

    private static uint Add(OpenXmlCompositeElement list, OpenXmlElement element)
    {
        var index = (uint)list.ChildElements.Count;
        list.Append(element);
        return index;
    }

    private void Count()
    {
        _sheet.Fonts!.Count = (uint)_sheet.Fonts.ChildElements.Count;
        _sheet.Fills!.Count = (uint)_sheet.Fills.ChildElements.Count;
        _sheet.CellFormats!.Count = (uint)_sheet.CellFormats.ChildElements.Count;
    }
}
