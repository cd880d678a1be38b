using System.Globalization;
using System.Text;
using ScottPlot;
using SkiaSharp;
using static LearningCity.Dashboard.Figures.Rendering.SvgCleaner;

namespace LearningCity.Dashboard.Figures.Rendering;

/// <summary>A figure as SVG: on a page with colours from CSS tokens and marks over its data, or as a file that stands alone.</summary>
public static class FigureSvg
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>For a page. The picture is an image with title and description; the marks stand beside it in the same
    /// coordinates, because what is inside an image is not reached by a keyboard.</summary>
    /// <param name="id">Unique on the page.</param>
    public static string Inline(Figure figure, int width, string id)
    {
        var drawing = EmptyDrawing.OrData(figure, new FigureFrame(figure.Context.Language, width, FigurePalette.Numbered));
        var picture = Picture(drawing, width, 0, drawing.Height, Token, id + "-");
        var svg = new StringBuilder(picture.Length + 4000);
        svg.Append(Invariant, $"<svg class=\"fig-svg\" viewBox=\"0 0 {width} {drawing.Height}\" width=\"{width}\" height=\"{drawing.Height}\" font-family=\"{FigureFont.Stack}\">");
        svg.Append(Invariant, $"<svg role=\"img\" aria-labelledby=\"{id}-t {id}-d\"><title id=\"{id}-t\">{Encode(figure.Title)}</title><desc id=\"{id}-d\">{Encode(figure.Description)}</desc>");
        svg.Append(picture).Append("</svg>");
        if (drawing.Marks.Count > 0)
        {
            svg.Append(Invariant, $"<g class=\"fig-marks\" role=\"group\" aria-label=\"{Encode(FigureWords.Get(figure.Context.Language, "Marks", drawing.Marks.Count))}\">");
            foreach (var mark in drawing.Marks) Mark(svg, drawing.Plot, mark);
            svg.Append("</g>");
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>As a file: title above, note and source below, colours written out.</summary>
    public static string Standalone(Figure figure, int width, FigurePalette palette)
    {
        var drawing = EmptyDrawing.OrData(figure, new FigureFrame(figure.Context.Language, width, FigurePalette.Numbered));
        var sheet = Sheet.Around(figure, width);
        var height = sheet.Top + drawing.Height + sheet.Bottom;
        var svg = new StringBuilder();
        svg.Append(Invariant, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" font-family=\"{FigureFont.Stack}\" role=\"img\" aria-labelledby=\"t d\">");
        svg.Append(Invariant, $"<title id=\"t\">{Encode(figure.Title)}</title><desc id=\"d\">{Encode(figure.Description)}</desc>");
        svg.Append(Invariant, $"<rect width=\"{width}\" height=\"{height}\" fill=\"{palette.Hex(Ink.Ground)}\"/>");
        svg.Append(Picture(drawing, width, sheet.Top, height, palette.Hex, "f"));
        foreach (var line in sheet.Lines(drawing.Height))
            Text(svg, line.Text, line.X, line.Middle, Side.Right, line.Size, palette.Hex(line.Ink), line.Strong);
        foreach (var key in sheet.Keys) KeyGlyph.Svg(svg, key.Key.Shape, key.X, key.Middle, palette.Hex(key.Key.Ink));
        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>An ink as a page writes it: its token, and the light colour where there is no such token.</summary>
    public static string Token(Ink ink) => $"var({FigurePalette.Token(ink)},{FigurePalette.Light.Hex(ink)})";

    private static string Picture(FigureDrawing drawing, int width, double top, int height, Func<Ink, string> paint, string prefix)
    {
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, width, height), stream)) Painter.Plot(canvas, drawing, width, top, clip: false);
        var svg = new StringBuilder(Clean(stream.ToArray(), paint, prefix));
        foreach (var label in drawing.Labels)
        {
            var at = drawing.Plot.GetPixel(label.At);
            Text(svg, label.Text, at.X + label.Dx, at.Y + label.Dy, label.Side, label.Size, paint(label.Ink), label.Strong, label.Halo ? paint(Ink.Ground) : null);
        }

        return svg.ToString();
    }

    private static void Text(StringBuilder svg, string text, double x, double middle, Side side, double size, string fill, bool strong, string? halo = null)
    {
        var anchor = side switch { Side.Left => " text-anchor=\"end\"", Side.Center => " text-anchor=\"middle\"", _ => "" };
        var weight = strong ? " font-weight=\"700\"" : "";
        var around = halo is null ? "" : $" stroke=\"{halo}\" stroke-width=\"{Painter.HaloWidth}\" stroke-linejoin=\"round\" paint-order=\"stroke\"";
        svg.Append(Invariant, $"<text x=\"{Number(x)}\" y=\"{Number(middle + Painter.BaselineDrop * size)}\" font-size=\"{Number(size)}\" fill=\"{fill}\"{anchor}{weight}{around}>{Encode(text)}</text>");
    }

    private static void Mark(StringBuilder svg, Plot plot, FigureMark mark)
    {
        var at = plot.GetPixel(mark.At);
        var words = Encode($"{mark.Name} {mark.Value}");
        svg.Append(mark.Href is null
            ? $"<g class=\"fig-mark\" tabindex=\"0\" role=\"img\" aria-label=\"{words}\">"
            : $"<a class=\"fig-mark\" href=\"{Encode(mark.Href)}\" aria-label=\"{words}\">");
        svg.Append(Invariant, $"<title>{words}</title>");
        if (mark.Opposite is { } corner)
        {
            var to = plot.GetPixel(corner);
            svg.Append(Invariant, $"<rect x=\"{Number(Math.Min(at.X, to.X))}\" y=\"{Number(Math.Min(at.Y, to.Y))}\" width=\"{Number(Math.Abs(to.X - at.X))}\" height=\"{Number(Math.Abs(to.Y - at.Y))}\"/>");
        }
        else
        {
            svg.Append(Invariant, $"<circle cx=\"{Number(at.X)}\" cy=\"{Number(at.Y)}\" r=\"{Number(mark.Radius)}\"/>");
        }

        svg.Append(mark.Href is null ? "</g>" : "</a>");
    }

    private static string Encode(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");
}
