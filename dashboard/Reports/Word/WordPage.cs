using DocumentFormat.OpenXml.Wordprocessing;

namespace LearningCity.Dashboard.Reports.Word;

/// <summary>The page of GB/T 9704-2012: A4 with margins of 37, 35, 28 and 26 mm, page numbers — 1 — outside, the report's name in the header.</summary>
internal static class WordPage
{
    /// <summary>In twentieths of a point, as everything here.</summary>
    public const int Width = 11906;

    public const int Height = 16838;
    public const int Top = 2098;
    public const int Bottom = 1984;
    public const int Left = 1587;
    public const int Right = 1474;
    public const int TextWidth = Width - Left - Right;
    public const int TextHeight = Height - Top - Bottom;

    public static SectionProperties Cover() => new(
        new SectionType { Val = SectionMarkValues.NextPage },
        new PageSize { Width = Width, Height = Height },
        Margins());

    /// <summary>The pages after the cover, by the ids of their headers and footers.</summary>
    public static SectionProperties Inside(string header, string evenHeader, string odd, string even) => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = header },
        new HeaderReference { Type = HeaderFooterValues.Even, Id = evenHeader },
        new FooterReference { Type = HeaderFooterValues.Default, Id = odd },
        new FooterReference { Type = HeaderFooterValues.Even, Id = even },
        new SectionType { Val = SectionMarkValues.NextPage },
        new PageSize { Width = Width, Height = Height },
        Margins(),
        new PageNumberType { Start = 1 });

    public static Header Header(string words) => new(new Paragraph(
        new ParagraphProperties(
            new ParagraphStyleId { Val = WordStyles.Header },
            new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 4, Space = 3, Color = "808080" })),
        WordText.Run(words)));

    /// <summary>Odd pages have their number at the right, even ones at the left, one character in.</summary>
    public static Footer Footer(bool odd)
    {
        var paragraph = new Paragraph(new ParagraphProperties(
            new ParagraphStyleId { Val = WordStyles.Footer },
            odd ? new Indentation { Right = "280" } : new Indentation { Left = "280" },
            new Justification { Val = odd ? JustificationValues.Right : JustificationValues.Left }));
        paragraph.Append(WordText.Run("— "));
        paragraph.Append(WordText.Field("PAGE", "1"));
        paragraph.Append(WordText.Run(" —"));
        return new Footer(paragraph);
    }

    private static PageMargin Margins() => new() { Top = Top, Bottom = Bottom, Left = Left, Right = Right, Header = 1300, Footer = 1300, Gutter = 0 };
}
