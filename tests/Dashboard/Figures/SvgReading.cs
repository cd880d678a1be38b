using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SkiaSharp;

namespace LearningCity.Dashboard.Tests.Figures;

/// <summary>A figure's SVG read back: boxes of its texts measured with the shipped font, its shapes and its marks.</summary>
internal sealed partial class SvgReading
{
    private static readonly SKTypeface Font =
        SKTypeface.FromFile(Path.Combine(AppContext.BaseDirectory, "wwwroot", "fonts", "NotoSansSC-Regular-GB2312.otf"));

    private SvgReading(XElement root)
    {
        Root = root;
        var box = root.Attribute("viewBox")!.Value.Split(' ').Select(Number).ToArray();
        (Width, Height) = (box[2], box[3]);
        Texts = [.. root.Descendants().Where(e => e.Name.LocalName == "text").Select(Text)];
        Marks = [.. root.Descendants().Where(e => (string?)e.Attribute("class") == "fig-mark").Select(Mark)];
        Shapes =
        [
            .. root.Descendants().Where(e => e.Name.LocalName is "ellipse" or "circle" or "rect" or "path" && e.Ancestors().All(a => (string?)a.Attribute("class") != "fig-marks"))
                .Where(e => (string?)e.Attribute("fill") is not "none" && e.Ancestors().All(a => a.Name.LocalName != "clipPath")).Select(Shape),
        ];
    }

    public XElement Root { get; }

    public double Width { get; }

    public double Height { get; }

    public IReadOnlyList<TextBox> Texts { get; }

    public IReadOnlyList<MarkBox> Marks { get; }

    /// <summary>Filled shapes: what data are drawn as.</summary>
    public IReadOnlyList<SKRect> Shapes { get; }

    public static bool Draws(string text) => text.EnumerateRunes().All(r => Font.ContainsGlyph(r.Value));

    public static SvgReading Of(string svg) => new(XDocument.Parse(svg).Root!);

    private static TextBox Text(XElement e)
    {
        var size = (float)Number(e.Attribute("font-size")!.Value);
        var (x, y) = ((float)Number(e.Attribute("x")!.Value), (float)Number(e.Attribute("y")!.Value));
        using var font = new SKFont(Font, size) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };
        var width = font.MeasureText(e.Value, out var ink);
        var left = (string?)e.Attribute("text-anchor") switch { "end" => x - width, "middle" => x - width / 2, _ => x };
        return new(e.Value, new SKRect(left, y + ink.Top, left + width, y + ink.Bottom));
    }

    private static MarkBox Mark(XElement e)
    {
        var shape = e.Elements().Single(c => c.Name.LocalName is "circle" or "rect");
        var title = e.Elements().Single(c => c.Name.LocalName == "title").Value;
        return new(title, (string?)e.Attribute("aria-label") ?? "", (string?)e.Attribute("href"), (string?)e.Attribute("tabindex"), Shape(shape));
    }

    private static SKRect Shape(XElement e)
    {
        float At(string name) => e.Attribute(name) is { } a ? (float)Number(a.Value) : 0;
        switch (e.Name.LocalName)
        {
            case "circle":
                return new(At("cx") - At("r"), At("cy") - At("r"), At("cx") + At("r"), At("cy") + At("r"));
            case "ellipse":
                return new(At("cx") - At("rx"), At("cy") - At("ry"), At("cx") + At("rx"), At("cy") + At("ry"));
            case "rect":
                return new(At("x"), At("y"), At("x") + At("width"), At("y") + At("height"));
            default:
                var numbers = Numbers().Matches(e.Attribute("d")!.Value).Select(m => (float)Number(m.Value)).ToArray();
                var (xs, ys) = (numbers.Where((_, i) => i % 2 == 0).ToArray(), numbers.Where((_, i) => i % 2 == 1).ToArray());
                return new(xs.Min(), ys.Min(), xs.Max(), ys.Max());
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"-?\d+(?:\.\d+)?")]
    private static partial Regex Numbers();
}

internal sealed record TextBox(string Text, SKRect Box)
{
    public override string ToString() => $"“{Text}” at {Box}";
}

internal sealed record MarkBox(string Title, string Label, string? Href, string? TabIndex, SKRect Box);
