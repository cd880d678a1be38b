using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace LearningCity.Etl.Watching;

/// <summary>Adds comments to a sheet that may have some already. A comment is two things: its text, and a shape in a drawing of an older kind (VML).</summary>
internal static class CellComments
{
    private const string Author = "退回原因";

    private static readonly XNamespace V = "urn:schemas-microsoft-com:vml";
    private static readonly XNamespace O = "urn:schemas-microsoft-com:office:office";
    private static readonly XNamespace X = "urn:schemas-microsoft-com:office:excel";

    internal static void Add(WorksheetPart part, IReadOnlyList<(string Reference, string Sentence)> cells)
    {
        var commentsPart = part.WorksheetCommentsPart ?? part.AddNewPart<WorksheetCommentsPart>();
        var comments = commentsPart.Comments ??= new Comments();
        comments.Authors ??= new Authors();
        comments.CommentList ??= new CommentList();
        var author = AuthorId(comments.Authors);
        var known = comments.CommentList.Elements<Comment>().Where(c => c.Reference?.Value is not null).ToDictionary(c => c.Reference!.Value!);
        var shapes = new List<CellPlace>();
        foreach (var (reference, sentence) in cells)
        {
            var text = new Run(new Text(sentence) { Space = SpaceProcessingModeValues.Preserve });
            if (known.TryGetValue(reference, out var comment))
            {
                // What the office itself noted there stays, below the reason; an earlier reason goes.
                if (comment.AuthorId?.Value == author)
                    comment.CommentText = new CommentText(text);
                else
                    (comment.CommentText ??= new CommentText()).PrependChild(new Run(new Text(sentence + "\n") { Space = SpaceProcessingModeValues.Preserve }));
                continue;
            }
            comments.CommentList.Append(new Comment(new CommentText(text)) { Reference = reference, AuthorId = author });
            if (CellPlace.TryParse(reference, out var place))
                shapes.Add(place);
        }
        if (shapes.Count > 0)
            Draw(part, shapes);
    }

    private static uint AuthorId(Authors authors)
    {
        var names = authors.Elements<Author>().Select(a => a.Text).ToList();
        if (names.IndexOf(Author) is >= 0 and var at)
            return (uint)at;
        authors.Append(new Author(Author));
        return (uint)names.Count;
    }

    private static void Draw(WorksheetPart part, List<CellPlace> places)
    {
        var legacy = part.Worksheet!.GetFirstChild<LegacyDrawing>();
        var drawing = legacy?.Id?.Value is { } id && part.GetPartById(id) is VmlDrawingPart known ? known : null;
        var root = drawing is null ? NewDrawing() : Load(drawing);
        var shapeIds = root.Descendants(V + "shape").Select(s => (string?)s.Attribute("id")).ToHashSet();
        var number = 1025;
        foreach (var place in places)
        {
            while (!shapeIds.Add(ShapeId(number)))
                number++;
            root.Add(Shape(ShapeId(number), place));
        }
        if (drawing is null)
        {
            drawing = part.AddNewPart<VmlDrawingPart>();
            var reference = new LegacyDrawing { Id = part.GetIdOfPart(drawing) };
            legacy?.Remove();
            Insert(part.Worksheet!, reference);
        }
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting)));
        drawing.FeedData(bytes);
    }

    private static XElement Load(VmlDrawingPart drawing)
    {
        using var stream = drawing.GetStream(FileMode.Open, FileAccess.Read);
        return XElement.Load(stream);
    }

    private static string ShapeId(int number) => $"_x0000_s{number.ToString(CultureInfo.InvariantCulture)}";

    // A worksheet's parts have a fixed order; these are the ones that follow the drawing of comments.
    private static void Insert(Worksheet worksheet, LegacyDrawing drawing)
    {
        var after = worksheet.ChildElements.FirstOrDefault(e => e is
            LegacyDrawingHeaderFooter or DrawingHeaderFooter or Picture or OleObjects or Controls or WebPublishItems or TableParts or WorksheetExtensionList);
        if (after is null)
            worksheet.Append(drawing);
        else
            worksheet.InsertBefore(drawing, after);
    }

    private static XElement NewDrawing() => new(
        "xml",
        new XAttribute(XNamespace.Xmlns + "v", V), new XAttribute(XNamespace.Xmlns + "o", O), new XAttribute(XNamespace.Xmlns + "x", X),
        new XElement(O + "shapelayout", new XAttribute(V + "ext", "edit"),
            new XElement(O + "idmap", new XAttribute(V + "ext", "edit"), new XAttribute("data", "1"))),
        new XElement(V + "shapetype",
            new XAttribute("id", "_x0000_t202"), new XAttribute("coordsize", "21600,21600"), new XAttribute(O + "spt", "202"),
            new XAttribute("path", "m,l,21600r21600,l21600,xe"),
            new XElement(V + "stroke", new XAttribute("joinstyle", "miter")),
            new XElement(V + "path", new XAttribute("gradientshapeok", "t"), new XAttribute(O + "connecttype", "rect"))));

    private static XElement Shape(string id, CellPlace place)
    {
        // Left column and offset, top row and offset, right column and offset, bottom row and offset.
        var anchor = string.Create(CultureInfo.InvariantCulture, $"{place.Column}, 15, {Math.Max(0, (int)place.Row - 2)}, 4, {place.Column + 4}, 60, {place.Row + 2}, 10");
        return new XElement(
            V + "shape",
            new XAttribute("id", id), new XAttribute("type", "#_x0000_t202"), new XAttribute("style", "position:absolute;width:260pt;height:90pt;visibility:hidden"),
            new XAttribute("fillcolor", "#ffffe1"), new XAttribute(O + "insetmode", "auto"),
            new XElement(V + "fill", new XAttribute("color2", "#ffffe1")),
            new XElement(V + "path", new XAttribute(O + "connecttype", "none")),
            new XElement(V + "textbox", new XAttribute("style", "mso-direction-alt:auto")),
            new XElement(X + "ClientData", new XAttribute("ObjectType", "Note"),
                new XElement(X + "MoveWithCells"), new XElement(X + "SizeWithCells"),
                new XElement(X + "Anchor", anchor), new XElement(X + "AutoFill", "False"),
                new XElement(X + "Row", place.Row - 1), new XElement(X + "Column", place.Column - 1)));
    }
}
