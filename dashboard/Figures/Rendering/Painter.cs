using ScottPlot;
using SkiaSharp;

namespace LearningCity.Dashboard.Figures.Rendering;

/// <summary>Lays a drawing on a canvas and tells where its coordinates came to lie.</summary>
internal static class Painter
{
    /// <summary>From the middle of a line of text down to its baseline, as a share of its size: half the height of a capital.</summary>
    public const double BaselineDrop = 0.366;

    public const float HaloWidth = 3;

    /// <summary>Draws the plot below <paramref name="top"/>; labels and marks are the caller's.</summary>
    /// <param name="clip">Whether the plot clears a canvas that others have drawn on: a picture, but not an SVG.</param>
    public static void Plot(SKCanvas canvas, FigureDrawing drawing, int width, double top, bool clip)
    {
        _ = FigureFont.Typeface;
        drawing.Plot.Font.Set(FigureFont.Family);
        var place = new PixelRect(0, width, (float)(top + drawing.Height), (float)top);
        canvas.Save();
        if (clip) canvas.ClipRect(new SKRect(place.Left, place.Top, place.Right, place.Bottom));
        drawing.Plot.Render(canvas, place);
        canvas.Restore();
    }

    public static void Labels(SKCanvas canvas, FigureDrawing drawing, FigurePalette palette)
    {
        foreach (var label in drawing.Labels)
        {
            var at = drawing.Plot.GetPixel(label.At);
            Text(canvas, label.Text, at.X + label.Dx, at.Y + label.Dy, label.Side, label.Size, palette[label.Ink], label.Strong, label.Halo ? palette[Ink.Ground] : null);
        }
    }

    public static void Text(SKCanvas canvas, string text, double x, double middle, Side side, double size, Color color, bool strong = false, Color? halo = null)
    {
        using var font = FigureFont.Font(size, strong);
        using var paint = new SKPaint { Color = new SKColor(color.R, color.G, color.B, color.A), IsAntialias = true };
        var align = side switch { Side.Left => SKTextAlign.Right, Side.Right => SKTextAlign.Left, _ => SKTextAlign.Center };
        var baseline = (float)(middle + BaselineDrop * size);
        if (halo is { } ground)
        {
            using var around = new SKPaint { Color = new SKColor(ground.R, ground.G, ground.B), IsAntialias = true, IsStroke = true, StrokeWidth = HaloWidth, StrokeJoin = SKStrokeJoin.Round };
            canvas.DrawText(text, (float)x, baseline, align, font, around);
        }

        canvas.DrawText(text, (float)x, baseline, align, font, paint);
    }
}
