using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using LearningCity.Dashboard.Figures;
using LearningCity.Dashboard.Reports.Rules;
using LearningCity.Dashboard.Resources;
using LearningCity.Etl.Templates;
using Text = LearningCity.Dashboard.Resources.Text;

namespace LearningCity.Dashboard.Reports.Word;

/// <summary>What a report is called and belongs to.</summary>
/// <param name="Header">What stands at the top of every page.</param>
/// <param name="Date">Of the snapshot: the same data give the same file.</param>
internal sealed record WordHead(string Title, string Subject, string Header, DateTimeOffset Date);

/// <summary>A report as it is being written: cover, contents, then headings, sentences, tables and figures in order.</summary>
internal sealed class WordFile(WordHead head, Text text) : IDisposable
{
    private readonly ReportWords words = new(text);
    private readonly List<OpenXmlElement> cover = [];
    private readonly List<OpenXmlElement> body = [];
    private readonly List<(string Id, byte[] Png)> pictures = [];
    private readonly List<(int Level, string Text, string Bookmark)> headings = [];
    private readonly List<Finding> said = [];
    private readonly int[] numbers = new int[3];
    private int annexes;
    private int tables;
    private int figures;
    private int bookmarks;

    /// <summary>The sentences said so far, in order.</summary>
    public IReadOnlyList<Finding> Said => said;

    public void Cover(string style, string line) => cover.Add(WordText.Paragraph(style, [WordText.Run(line)]));

    /// <summary>Ends the cover's page.</summary>
    public void CoverEnds() => cover.Add(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Note }), new Run(new Break { Type = BreakValues.Page })));

    public void Heading(int level, string title)
    {
        numbers[level - 1]++;
        Array.Clear(numbers, level, numbers.Length - level);
        Heading(level, WordNumbering.Of(text.IsChinese, numbers[..level]) + title, title, []);
    }

    /// <summary>A part after the report's own, on a page of its own.</summary>
    public void Annex(string title) => Heading(
        1, $"{words["annex"]}{++annexes}{words["annex.between"]}{title}", title,
        [new PageBreakBefore(), new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = WordNumbering.Annexes })]);

    /// <summary>Sentences as one paragraph. Each is a bookmark named by its rule, so that one can ask why it stands there.</summary>
    public void Say(params IEnumerable<Finding> findings)
    {
        var all = findings.ToList();
        if (all.Count == 0)
            return;

        var paragraph = WordText.Paragraph(WordStyles.Body);
        for (var i = 0; i < all.Count; i++)
        {
            if (i > 0 && text["sentence.between"].Length > 0)
                paragraph.Append(WordText.Run(text["sentence.between"]));
            paragraph.Append(Marked(BookmarkOf(all[i].Rule), WordText.Run(all[i].Sentence)));
            said.Add(all[i]);
        }

        body.Add(paragraph);
    }

    /// <summary>Sentences as a paragraph each.</summary>
    public void SayEach(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
            Say(finding);
    }

    /// <summary>Fixed words: method, data.</summary>
    /// <param name="loose">Not justified: a long code in it would tear the line apart.</param>
    public void Paragraph(string words, bool loose = false)
    {
        var paragraph = WordText.Paragraph(WordStyles.Body, [WordText.Run(words)]);
        if (loose)
            paragraph.ParagraphProperties!.Append(new Justification { Val = JustificationValues.Left });
        body.Add(paragraph);
    }

    public void Note(string note) => body.Add(WordText.Paragraph(WordStyles.Note, [WordText.Run(note)]));

    public void Table(string caption, WordTable table, string? note = null)
    {
        var label = $"{words["table"]}{words["caption.between"]}";
        body.Add(Caption(label, words["table.seq"], ++tables, caption, keep: true));
        body.Add(table.Build(caption));
        Note(note ?? "");
    }

    public void Figure(Figure figure)
    {
        var png = WordPicture.Png(figure);
        var id = "figure" + (++figures).ToString(CultureInfo.InvariantCulture);
        pictures.Add((id, png));
        body.Add(WordText.Paragraph(WordStyles.Picture, [new Run(WordPicture.Build(figure, png, id, (uint)figures))]));
        body.Add(Caption($"{words["figure"]}{words["caption.between"]}", words["figure.seq"], figures, figure.Title, keep: true));
        Note(string.Join(text["sentence.between"], new[] { figure.Note, FigureFoot.Source(figure) }.Where(n => !string.IsNullOrEmpty(n))));
    }

    public void Save(Stream target)
    {
        using var buffer = new MemoryStream();
        using (var document = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.Document))
        {
            WordParts.Fill(document, head, text, words, pictures);
            document.MainDocumentPart!.Document = new Document(new Body([.. cover, .. Contents(), .. body, WordParts.LastSection()]));
            StableZip.NameParts(document);
        }

        buffer.Position = 0;
        StableZip.Copy(buffer, target);
    }

    public void Dispose() => pictures.Clear();

    private void Heading(int level, string numbered, string title, OpenXmlElement[] properties)
    {
        var bookmark = "_Toc" + (headings.Count + 1).ToString("000000", CultureInfo.InvariantCulture);
        headings.Add((level, numbered, bookmark));
        var paragraph = new Paragraph(new ParagraphProperties([new ParagraphStyleId { Val = $"{WordStyles.Heading}{level}" }, .. properties]));
        paragraph.Append(Marked(bookmark, WordText.Run(title)));
        body.Add(paragraph);
    }

    private static Paragraph Caption(string label, string sequence, int number, string caption, bool keep)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Caption }));
        if (keep)
            paragraph.ParagraphProperties!.Append(new KeepNext());
        paragraph.Append(WordText.Run(label));
        paragraph.Append(WordText.Field($@"SEQ {sequence} \* ARABIC", number.ToString(CultureInfo.InvariantCulture)));
        paragraph.Append(WordText.Run("\u3000" + caption));
        return paragraph;
    }

    /// <summary>The contents: linked headings of the first two levels, without page numbers. Only the program that breaks the lines knows those: it has
    /// the fonts, we do not, and a number written here would be wrong on most machines. Asking for an update on opening would greet every reader
    /// with a question. It is a real table of contents: whoever wants the numbers updates it once (F9 in Word).</summary>
    private IEnumerable<OpenXmlElement> Contents()
    {
        yield return WordText.Paragraph(WordStyles.ContentsTitle, [WordText.Run(words["contents"])]);
        var listed = headings.Where(h => h.Level <= 2).ToList();
        for (var i = 0; i < listed.Count; i++)
        {
            var entry = WordText.Paragraph(WordStyles.Contents + listed[i].Level.ToString(CultureInfo.InvariantCulture));
            if (i == 0)
                entry.Append(WordText.Begin(@"TOC \o ""1-2"" \h \z \u"));
            entry.Append(new Hyperlink(WordText.Run(listed[i].Text)) { Anchor = listed[i].Bookmark, History = true });
            if (i == listed.Count - 1)
                entry.Append(WordText.End());
            yield return entry;
        }

        yield return new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Note }, WordPage.Cover()));
    }

    private OpenXmlElement[] Marked(string name, Run run)
    {
        var id = (++bookmarks).ToString(CultureInfo.InvariantCulture);
        return [new BookmarkStart { Id = id, Name = name }, run, new BookmarkEnd { Id = id }];
    }

    /// <summary>rule_gap_over_3: the third time that the rule speaks in this report.</summary>
    private string BookmarkOf(Rule rule) => string.Create(
        CultureInfo.InvariantCulture, $"rule_{rule.Code.Replace('.', '_')}_{1 + said.Count(f => f.Rule.Code == rule.Code)}");
}
