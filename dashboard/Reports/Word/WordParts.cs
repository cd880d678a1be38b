using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using LearningCity.Dashboard.Resources;
using Text = LearningCity.Dashboard.Resources.Text;

namespace LearningCity.Dashboard.Reports.Word;

/// <summary>Everything of a Word file beside its text: styles, fonts, numbering, settings, headers and footers, properties, pictures.</summary>
internal static class WordParts
{
    private const string HeaderId = "header1";
    private const string EvenHeaderId = "header2";
    private const string OddId = "footer1";
    private const string EvenId = "footer2";

    public static void Fill(WordprocessingDocument document, WordHead head, Text text, ReportWords words, IReadOnlyList<(string Id, byte[] Png)> pictures)
    {
        var zh = text.IsChinese;
        var main = document.AddMainDocumentPart();
        main.AddNewPart<StyleDefinitionsPart>("styles").Styles = WordStyles.Build(zh);
        main.AddNewPart<FontTablePart>("fonts").Fonts = WordFonts.Table(zh);
        main.AddNewPart<NumberingDefinitionsPart>("numbering").Numbering = WordNumbering.Build(zh, words["annex"]);
        main.AddNewPart<DocumentSettingsPart>("settings").Settings = new Settings(
            new Zoom { Percent = "100" },
            new EvenAndOddHeaders(),
            new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation },
            new Compatibility(new CompatibilitySetting
            {
                Name = CompatSettingNameValues.CompatibilityMode,
                Uri = "http://schemas.microsoft.com/office/word",
                Val = "15",
            }),
            new ThemeFontLanguages { Val = zh ? "en-US" : "en-GB", EastAsia = "zh-CN" });
        main.AddNewPart<HeaderPart>(HeaderId).Header = WordPage.Header(head.Header);
        main.AddNewPart<HeaderPart>(EvenHeaderId).Header = WordPage.Header(head.Header);
        main.AddNewPart<FooterPart>(OddId).Footer = WordPage.Footer(odd: true);
        main.AddNewPart<FooterPart>(EvenId).Footer = WordPage.Footer(odd: false);
        foreach (var (id, png) in pictures)
        {
            using var stream = new MemoryStream(png, writable: false);
            main.AddImagePart(ImagePartType.Png, id).FeedData(stream);
        }

        Properties(document, head, text, words);
    }

    public static SectionProperties LastSection() => WordPage.Inside(HeaderId, EvenHeaderId, OddId, EvenId);

    /// <summary>Title, subject, language and date, written out so that the file's bytes follow from its content.</summary>
    private static void Properties(WordprocessingDocument document, WordHead head, Text text, ReportWords words)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace xsi = "http://www.w3.org/2001/XMLSchema-instance";
        var date = head.Date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        XElement Date(string name) => new(terms + name, new XAttribute(xsi + "type", "dcterms:W3CDTF"), date);
        var properties = new XElement(
            core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", core), new XAttribute(XNamespace.Xmlns + "dc", dc), new XAttribute(XNamespace.Xmlns + "dcterms", terms),
            new XAttribute(XNamespace.Xmlns + "xsi", xsi),
            new XElement(dc + "title", head.Title), new XElement(dc + "subject", head.Subject), new XElement(dc + "creator", words["creator"]),
            new XElement(dc + "language", text.Html), Date("created"), Date("modified"));
        using var stream = document.AddNewPart<CoreFilePropertiesPart>("core").GetStream(FileMode.Create, FileAccess.Write);
        properties.Save(stream);
    }
}
