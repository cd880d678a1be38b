using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LearningCity.Dashboard.Figures.Rendering;

/// <summary>Turns what Skia writes into small, repeatable markup: no grounds, one clip per area under a name of its own,
/// coordinates to a tenth of a pixel, and colours by ink.</summary>
internal static partial class SvgCleaner
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly string GroundHex = FigurePalette.Numbered.Hex(Ink.Ground);

    /// <param name="paint">What to write for an ink: a token or a colour.</param>
    /// <param name="prefix">Put before every id, so that two figures can share a page.</param>
    /// <returns>The children of the svg element.</returns>
    public static string Clean(byte[] skia, Func<Ink, string> paint, string prefix)
    {
        var root = XDocument.Parse(Encoding.UTF8.GetString(skia)).Root!;
        var clips = new Dictionary<string, string>();
        var renamed = new Dictionary<string, string>();
        foreach (var clip in root.Descendants(Svg + "clipPath").ToList())
        {
            var id = (string)clip.Attribute("id")!;
            clip.SetAttributeValue("id", null);
            var shape = clip.ToString(SaveOptions.DisableFormatting);
            if (clips.TryGetValue(shape, out var known)) clip.Remove();
            else clip.SetAttributeValue("id", known = clips[shape] = $"{prefix}c{clips.Count}");
            renamed[id] = known;
        }

        foreach (var element in root.Descendants().ToList())
        {
            if (element.Name.LocalName == "rect" && element.Parent == root && IsGround(element))
            {
                element.Remove();
                continue;
            }

            foreach (var attribute in element.Attributes().ToList()) Attribute(attribute, paint, renamed);
        }

        return string.Concat(root.Elements().Select(e => e.ToString(SaveOptions.DisableFormatting).Replace(" xmlns=\"http://www.w3.org/2000/svg\"", "", StringComparison.Ordinal)));
    }

    /// <summary>A coordinate as it is written: a tenth of a pixel is finer than the eye.</summary>
    public static string Number(double value) => (Math.Round(value, 1, MidpointRounding.AwayFromZero) + 0.0).ToString("0.#", CultureInfo.InvariantCulture);

    private static bool IsGround(XElement rect) => (string?)rect.Attribute("fill") is var fill && (fill is null || fill.Equals(GroundHex, StringComparison.OrdinalIgnoreCase));

    private static void Attribute(XAttribute attribute, Func<Ink, string> paint, Dictionary<string, string> renamed)
    {
        switch (attribute.Name.LocalName)
        {
            case "fill" or "stroke" when attribute.Value.StartsWith("#7e01", StringComparison.OrdinalIgnoreCase):
                attribute.Value = paint((Ink)Convert.ToInt32(attribute.Value[5..7], 16));
                break;
            case "clip-path":
                attribute.Value = $"url(#{renamed[attribute.Value[5..^1]]})";
                break;
            case "stroke-miterlimit":
                attribute.Remove();
                break;
            case "d" or "x" or "y" or "x1" or "x2" or "y1" or "y2" or "cx" or "cy" or "r" or "rx" or "ry" or "width" or "height" or "transform" or "points" or "stroke-width":
                attribute.Value = Decimals().Replace(attribute.Value, m => Number(double.Parse(m.Value, CultureInfo.InvariantCulture)));
                break;
        }
    }

    [GeneratedRegex(@"-?\d*\.\d+(?:e-?\d+)?")]
    private static partial Regex Decimals();
}
