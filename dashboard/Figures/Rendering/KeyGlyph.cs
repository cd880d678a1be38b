using System.Text;
using ScottPlot;
using SkiaSharp;
using static LearningCity.Dashboard.Figures.Rendering.SvgCleaner;

namespace LearningCity.Dashboard.Figures.Rendering;

/// <summary>The small shape of a legend entry, 16 pixels wide.</summary>
internal static class KeyGlyph
{
    public const double Width = 16;

    public static void Svg(StringBuilder svg, KeyShape shape, double x, double middle, string color)
    {
        var c = x + Width / 2;
        svg.Append(shape switch
        {
            KeyShape.Circle => $"<circle cx=\"{Number(c)}\" cy=\"{Number(middle)}\" r=\"5\" fill=\"{color}\"/>",
            KeyShape.Ring => $"<circle cx=\"{Number(c)}\" cy=\"{Number(middle)}\" r=\"4.5\" fill=\"none\" stroke=\"{color}\" stroke-width=\"2\"/>",
            KeyShape.Diamond => $"<path d=\"M{Number(c)} {Number(middle - 6)}l6 6l-6 6l-6-6z\" fill=\"{color}\"/>",
            KeyShape.Square => $"<rect x=\"{Number(c - 6)}\" y=\"{Number(middle - 6)}\" width=\"12\" height=\"12\" fill=\"{color}\"/>",
            KeyShape.Triangle => $"<path d=\"M{Number(c)} {Number(middle - 5.5)}l6 11h-12z\" fill=\"{color}\"/>",
            KeyShape.TriangleDown => $"<path d=\"M{Number(c)} {Number(middle + 5.5)}l6-11h-12z\" fill=\"{color}\"/>",
            KeyShape.Tick => $"<path d=\"M{Number(c)} {Number(middle - 7)}v14\" stroke=\"{color}\" stroke-width=\"2\"/>",
            KeyShape.Dash => $"<path d=\"M{Number(x)} {Number(middle)}h16\" stroke=\"{color}\" stroke-width=\"1.5\" stroke-dasharray=\"4 3\"/>",
            _ => $"<path d=\"M{Number(x)} {Number(middle)}h16\" stroke=\"{color}\" stroke-width=\"2.5\"/>",
        });
    }

    public static void Draw(SKCanvas canvas, KeyShape shape, double left, double middle, Color color)
    {
        var (x, y, c) = ((float)left, (float)middle, (float)(left + Width / 2));
        using var fill = new SKPaint { Color = new SKColor(color.R, color.G, color.B), IsAntialias = true };
        using var stroke = fill.Clone();
        stroke.IsStroke = true;
        stroke.StrokeWidth = 2;
        switch (shape)
        {
            case KeyShape.Circle:
                canvas.DrawCircle(c, y, 5, fill);
                break;
            case KeyShape.Ring:
                canvas.DrawCircle(c, y, 4.5f, stroke);
                break;
            case KeyShape.Diamond:
                using (var path = SKPath.ParseSvgPathData(FormattableString.Invariant($"M{c} {y - 6}l6 6l-6 6l-6-6z"))) canvas.DrawPath(path, fill);
                break;
            case KeyShape.Square:
                canvas.DrawRect(c - 6, y - 6, 12, 12, fill);
                break;
            case KeyShape.Triangle:
                using (var path = SKPath.ParseSvgPathData(FormattableString.Invariant($"M{c} {y - 5.5}l6 11h-12z"))) canvas.DrawPath(path, fill);
                break;
            case KeyShape.TriangleDown:
                using (var path = SKPath.ParseSvgPathData(FormattableString.Invariant($"M{c} {y + 5.5}l6-11h-12z"))) canvas.DrawPath(path, fill);
                break;
            case KeyShape.Tick:
                canvas.DrawLine(c, y - 7, c, y + 7, stroke);
                break;
            case KeyShape.Dash:
                using (stroke.PathEffect = SKPathEffect.CreateDash([4, 3], 0)) canvas.DrawLine(x, y, x + 16, y, stroke);
                break;
            default:
                canvas.DrawLine(x, y, x + 16, y, stroke);
                break;
        }
    }
}
