using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using LearningCity.Warehouse.Exports;

namespace LearningCity.Dashboard.Reports.Word;

/// <summary>Runs, fields and paragraphs.</summary>
internal static class WordText
{
    public static Run Run(string text, bool bold = false)
    {
        var run = new Run(new Text(Sheets.Text(text)) { Space = SpaceProcessingModeValues.Preserve });
        if (bold)
            run.RunProperties = new RunProperties(new Bold());
        return run;
    }

    public static Paragraph Paragraph(string style, params IEnumerable<OpenXmlElement> content)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(content);
        return paragraph;
    }

    /// <summary>A field with the result that it has now, so that it reads right before anything updates it.</summary>
    public static OpenXmlElement[] Field(string code, string result) =>
        [.. Begin(code), Run(result), End()];

    public static OpenXmlElement[] Begin(string code) =>
    [
        new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
        new Run(new FieldCode($" {code} ") { Space = SpaceProcessingModeValues.Preserve }),
        new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
    ];

    public static Run End() => new(new FieldChar { FieldCharType = FieldCharValues.End });
}
