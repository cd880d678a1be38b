using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace LearningCity.Dashboard.Reports.Word;

/// <summary>The styles of a report. Chinese ones follow GB/T 9704-2012: body 仿宋 3号 on lines of 28 points, title 方正小标宋 2号, headings
/// 黑体, 楷体, 仿宋; English ones are those of an English report.</summary>
internal static class WordStyles
{
    public const string Title = "Title";
    public const string Subtitle = "Subtitle";
    public const string Heading = "Heading";
    public const string Body = "BodyText";
    public const string Caption = "Caption";
    public const string Note = "ReportNote";
    public const string Mark = "ReportMark";
    public const string Cover = "ReportCover";
    public const string ContentsTitle = "TOCHeading";
    public const string Contents = "TOC";
    public const string Picture = "ReportPicture";
    public const string CellText = "ReportCell";
    public const string CellHead = "ReportCellHead";

    /// <summary>For the table of all indicators, so that a framework of usual size stands on one page.</summary>
    public const string DenseCell = "ReportDenseCell";
    public const string Header = "Header";
    public const string Footer = "Footer";
    public const string Link = "Hyperlink";

    // Half points: 3号 is 16 pt, 2号 22 pt, 4号 14 pt, 5号 10.5 pt, 小5号 9 pt.
    private const int Size3 = 32;
    private const int Size2 = 44;
    private const int Size4 = 28;
    private const int Size5 = 21;
    private const int SizeSmall5 = 18;

    /// <summary>Two characters of the body, in twentieths of a point.</summary>
    public const int TwoCharacters = 640;

    private const int Pitch = 560;

    public static Styles Build(bool zh)
    {
        var styles = new Styles(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(
                    WordFonts.Of(WordFonts.Body, zh), Size(zh ? Size3 : 23), SizeCs(zh ? Size3 : 23),
                    new Languages { Val = zh ? "en-US" : "en-GB", EastAsia = "zh-CN" })),
                new ParagraphPropertiesDefault()),
            Style("Normal", "Normal", null, WordFonts.Body, zh, zh ? Size3 : 23, Line(zh), isDefault: true));
        styles.Append(
            Style(Title, "Title", "Normal", WordFonts.Title, zh, Size2, [Spacing(line: 720, before: 240, after: 240), Centred()], bold: !zh),
            Style(Subtitle, "Subtitle", "Normal", WordFonts.SubHeading, zh, zh ? Size3 : 28, [Spacing(line: Pitch, after: 120), Centred()]),
            Style(
                Body, "Body Text", "Normal", WordFonts.Body, zh, zh ? Size3 : 23,
                zh ? [Spacing(line: Pitch), new Indentation { FirstLine = Twips(TwoCharacters), FirstLineChars = 200 }, Both()] : Line(zh)));
        for (var level = 1; level <= 3; level++)
            styles.Append(HeadingOf(level, zh));
        styles.Append(
            Style(Caption, "caption", "Normal", WordFonts.Heading, zh, Size5, [Keep(), new KeepLines(), Auto(before: 120, after: 60), Centred()], bold: !zh),
            Style(Note, "Report Note", "Normal", WordFonts.Body, zh, SizeSmall5, [Auto(before: 40, after: 160)]),
            Style(Mark, "Report Mark", "Normal", WordFonts.Heading, zh, Size3, [Auto(before: 0, after: 0), Centred()], bold: true, colour: "C00000"),
            Style(Cover, "Report Cover", "Normal", WordFonts.Body, zh, zh ? Size3 : 24, [Spacing(line: Pitch), Centred()]),
            Style(ContentsTitle, "TOC Heading", "Normal", WordFonts.Heading, zh, Size3, [Keep(), Spacing(line: Pitch, after: 120), Centred()], bold: !zh),
            Style(Contents + "1", "toc 1", "Normal", WordFonts.Body, zh, zh ? Size4 : 23, [Tab(), Auto(before: 60, after: 20)]),
            Style(Contents + "2", "toc 2", "Normal", WordFonts.Body, zh, zh ? Size4 : 23, [Tab(), Auto(before: 20, after: 20), new Indentation { Left = Twips(TwoCharacters / 2) }]),
            Style(Picture, "Report Picture", "Normal", WordFonts.Body, zh, Size5, [Keep(), Auto(before: 120, after: 0), Centred()]),
            Style(CellText, "Report Cell", "Normal", WordFonts.Body, zh, zh ? Size5 : SizeSmall5, [Auto(before: 20, after: 20)]),
            Style(DenseCell, "Report Dense Cell", CellText, WordFonts.Body, zh, zh ? SizeSmall5 : SizeSmall5 - 2, [Auto(before: 20, after: 20)]),
            Style(CellHead, "Report Cell Head", CellText, WordFonts.Heading, zh, zh ? Size5 : SizeSmall5 - 1, [Keep(), Auto(before: 20, after: 20), Centred()], bold: !zh),
            Style(Header, "header", "Normal", WordFonts.Song, zh, SizeSmall5, [Auto(before: 0, after: 0), Centred()]),
            Style(Footer, "footer", "Normal", WordFonts.Song, zh, zh ? Size4 : 20, [Auto(before: 0, after: 0)]),
            new Style(new StyleName { Val = "Hyperlink" }, new UIPriority { Val = 99 }) { Type = StyleValues.Character, StyleId = Link });
        return styles;
    }

    private static Style HeadingOf(int level, bool zh)
    {
        var font = level switch { 1 => WordFonts.Heading, 2 => WordFonts.SubHeading, _ => WordFonts.Body };
        var size = zh ? Size3 : level switch { 1 => 32, 2 => 26, _ => 23 };
        OpenXmlElement[] paragraph =
        [
            Keep(), new KeepLines(), Numbered(level), zh ? Spacing(line: Pitch) : Auto(before: level == 1 ? 360 : 240, after: 120), new OutlineLevel { Val = level - 1 },
        ];
        return Style(Heading + level.ToString(CultureInfo.InvariantCulture), "heading " + level.ToString(CultureInfo.InvariantCulture), "Normal", font, zh, size, paragraph, bold: !zh, next: Body);
    }

    private static Style Style(
        string id, string name, string? basedOn, string font, bool zh, int size, OpenXmlElement[] paragraph,
        bool isDefault = false, bool bold = false, string? colour = null, string? next = null)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };
        if (isDefault)
            style.Default = true;
        if (basedOn is not null)
            style.Append(new BasedOn { Val = basedOn });
        if (next is not null)
            style.Append(new NextParagraphStyle { Val = next });
        style.Append(new PrimaryStyle(), new StyleParagraphProperties(paragraph));
        var run = new StyleRunProperties(WordFonts.Of(font, zh));
        if (bold)
            run.Append(new Bold());
        if (colour is not null)
            run.Append(new Color { Val = colour });
        run.Append(Size(size), SizeCs(size));
        style.Append(run);
        return style;
    }

    private static OpenXmlElement[] Line(bool zh) =>
        zh ? [Spacing(line: Pitch), Both()] : [Auto(before: 0, after: 140, line: 288)];

    private static NumberingProperties Numbered(int level) =>
        new(new NumberingLevelReference { Val = level - 1 }, new NumberingId { Val = WordNumbering.Headings });

    private static SpacingBetweenLines Spacing(int line, int before = 0, int after = 0) =>
        new() { Before = Twips(before), After = Twips(after), Line = Twips(line), LineRule = LineSpacingRuleValues.Exact };

    /// <summary>As high as the text or picture needs.</summary>
    private static SpacingBetweenLines Auto(int before, int after, int line = 240) =>
        new() { Before = Twips(before), After = Twips(after), Line = Twips(line), LineRule = LineSpacingRuleValues.Auto };

    private static Tabs Tab() => new(new TabStop { Val = TabStopValues.Right, Leader = TabStopLeaderCharValues.Dot, Position = WordPage.TextWidth });

    private static KeepNext Keep() => new();

    private static Justification Both() => new() { Val = JustificationValues.Both };

    private static Justification Centred() => new() { Val = JustificationValues.Center };

    private static FontSize Size(int halfPoints) => new() { Val = Twips(halfPoints) };

    private static FontSizeComplexScript SizeCs(int halfPoints) => new() { Val = Twips(halfPoints) };

    private static string Twips(int number) => number.ToString(CultureInfo.InvariantCulture);
}
