using SkiaSharp;

namespace LearningCity.Dashboard.Figures.Rendering;

/// <summary>The one font of all figures, shipped with the program: Skia finds no system font here, and the same font everywhere gives the same picture everywhere.</summary>
public static class FigureFont
{
    /// <summary>What ScottPlot, the SVG and the page's <c>@font-face</c> call it.</summary>
    public const string Family = "Noto Sans SC";

    /// <summary>The family and what to fall back on where an SVG stands alone.</summary>
    public const string Stack = "Noto Sans SC, Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif";

    public const double Label = 13;

    public const double Small = 12;

    private static readonly Lazy<SKTypeface> Face = new(Load);

    public static SKTypeface Typeface => Face.Value;

    /// <summary>Reads the font and draws a first letter, so that the first figure does not wait for it.</summary>
    public static void Warm() => Width("学", Label);

    /// <summary>Width in pixels of a text in this font.</summary>
    public static double Width(string text, double size, bool strong = false)
    {
        using var font = Font(size, strong);
        // A browser's bold is a little wider than the regular weight that is measured here.
        return font.MeasureText(text) * (strong ? 1.05 : 1);
    }

    /// <summary>A font of the given size; strong is drawn bold by thickening, as only the regular weight is shipped.</summary>
    public static SKFont Font(double size, bool strong = false) =>
        new(Typeface, (float)size) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None, Embolden = strong };

    private static SKTypeface Load()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "wwwroot", "fonts", "NotoSansSC-Regular-GB2312.otf");
        ScottPlot.Fonts.AddFontFile(Family, path);
        return SKTypeface.FromFile(path) ?? throw new FileNotFoundException("The font of the figures is not where the program is.", path);
    }
}
