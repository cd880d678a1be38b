using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace LearningCity.Etl.Templates;

/// <summary>The small pieces of the Word form: paragraphs, cells, rows, styles.</summary>
internal static class FormDocxParts
{
    internal enum Merge { None, Start, Continue }

    internal static string Twips(int width) => width.ToString(CultureInfo.InvariantCulture);

    internal static Paragraph Paragraph(JustificationValues justification, params OpenXmlElement?[] content)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new Justification { Val = justification }));
        foreach (var element in content)
        {
            if (element is not null)
                paragraph.Append(element);
        }
        return paragraph;
    }

    internal static Paragraph Centred(string text, bool bold = false) => Paragraph(JustificationValues.Center, Run(text, bold));

    internal static Run Run(string text, bool bold = false, int? halfPoints = null, string? colour = null)
    {
        var properties = new RunProperties();
        if (bold)
            properties.Append(new Bold());
        if (colour is not null)
            properties.Append(new Color { Val = colour });
        if (halfPoints is { } size)
            properties.Append(new FontSize { Val = Twips(size) });
        var run = properties.HasChildren ? new Run(properties) : new Run();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                run.Append(new Break());
            run.Append(new Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }

    internal static TableCell Cell(int width, Merge merge, Paragraph content, int span = 1, bool open = false)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = Twips(width), Type = TableWidthUnitValues.Dxa });
        if (span > 1)
            properties.Append(new GridSpan { Val = span });
        if (merge != Merge.None)
            properties.Append(new VerticalMerge { Val = merge == Merge.Start ? MergedCellValues.Restart : MergedCellValues.Continue });
        if (open)
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "FFF8DC" });
        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return new TableCell(properties, content);
    }

    /// <summary>A row that is repeated at the head of every page.</summary>
    internal static TableRowProperties Repeated() => new(new CantSplit(), new TableHeader());

    /// <summary>A row that is not broken over two pages.</summary>
    internal static TableRowProperties Unbroken() => new(new CantSplit());

    internal static TableBorders Borders() => new(
        new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 },
        new BottomBorder { Val = BorderValues.Single, Size = 4 }, new RightBorder { Val = BorderValues.Single, Size = 4 },
        new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 });

    internal static Paragraph PageNumbers() => Paragraph(
        JustificationValues.Center,
        Run("第 "), new SimpleField(Run("1")) { Instruction = " PAGE " }, Run(" 页，共 "), new SimpleField(Run("1")) { Instruction = " NUMPAGES " }, Run(" 页"));

    internal static Styles DocumentStyles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = "宋体" },
                new FontSize { Val = "21" },
                new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { Before = "20", After = "20" }))),
        new Style(new StyleName { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true });
}

/// <summary>Makes the content controls of one document, each with an id of its own, counted from 1.</summary>
internal sealed class ControlIds
{
    // Two blanks of full width: room to click, nothing to read.
    private const string Empty = "　　";
    private int _last;

    internal SdtRun Text(string title, string tag, string? text) => Control(title, tag, text, Empty, new SdtContentText());

    internal SdtRun Choice(string title, string tag, IReadOnlyList<string> choices, string prompt) =>
        Control(title, tag, null, prompt, new SdtContentDropDownList(choices.Select(c => new ListItem { DisplayText = c, Value = c })));

    internal SdtRun Date(string title, string tag, DateOnly? date, string prompt)
    {
        var content = new SdtContentDate(
            new DateFormat { Val = "yyyy年M月d日" }, new LanguageId { Val = "zh-CN" },
            new SdtDateMappingType { Val = DateFormatValues.DateTime }, new DocumentFormat.OpenXml.Wordprocessing.Calendar { Val = CalendarValues.Gregorian });
        if (date is { } day)
            content.FullDate = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return Control(title, tag, date?.ToString("yyyy年M月d日", CultureInfo.InvariantCulture), prompt, content);
    }

    private SdtRun Control(string title, string tag, string? text, string prompt, OpenXmlElement kind)
    {
        var properties = new SdtProperties(
            new SdtAlias { Val = title }, new Tag { Val = tag }, new SdtId { Val = ++_last }, new DocumentFormat.OpenXml.Wordprocessing.Lock { Val = LockingValues.SdtLocked });
        if (text is null)
            properties.Append(new ShowingPlaceholder());
        properties.Append(kind);
        return new SdtRun(properties, new SdtContentRun(text is null ? FormDocxParts.Run(prompt, colour: "808080") : FormDocxParts.Run(text)));
    }
}
