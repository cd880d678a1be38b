using ScottPlot;
using SkiaSharp;

namespace LearningCity.Dashboard.Figures.Rendering;

/// <summary>How a line is drawn.</summary>
public enum Stroke
{
    Solid,
    Dashed,
    Dotted,
}

/// <summary>The shape of a datum.</summary>
public enum DotShape
{
    Circle,
    Square,
    Diamond,
    TriangleUp,
    TriangleDown,
}

/// <summary>All lines, dots and boxes of a figure as one thing to plot. ScottPlot's own plottables write several elements
/// with path effects each, which an SVG cannot hold; these write one plain element for each shape.</summary>
internal sealed class FigureShapes : IPlottable
{
    private readonly List<Action<SKCanvas, SKPaint>> _shapes = [];
    private Lines? _open;

    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
        using var paint = new SKPaint { IsAntialias = true };
        foreach (var shape in _shapes) shape(rp.Canvas, paint);
    }

    public void Line(Coordinates from, Coordinates to, Color color, double width, Stroke stroke) =>
        Open(color, width).Add(path => Dashes(path, Pixel(from), Pixel(to), stroke));

    /// <summary>From point to point, leaving and arriving level.</summary>
    public void Curve(Coordinates from, Coordinates to, Color color, double width) => Open(color, width).Add(path =>
    {
        var (a, b) = (Pixel(from), Pixel(to));
        var middle = (a.X + b.X) / 2;
        path.MoveTo(a);
        path.CubicTo(middle, a.Y, middle, b.Y, b.X, b.Y);
    });

    public void Dot(Coordinates at, Color color, double size, DotShape shape, Color? outline) => Add((canvas, paint) =>
    {
        var (p, r) = (Pixel(at), (float)size / 2);
        if (outline is { } edge) Fill(canvas, paint, p, r + 1.5f, shape, edge);
        Fill(canvas, paint, p, r, shape, color);
    });

    public void Box(Coordinates corner, Coordinates opposite, Color fill) => Add((canvas, paint) =>
    {
        var (a, b) = (Pixel(corner), Pixel(opposite));
        Filled(paint, fill);
        canvas.DrawRect(new SKRect(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Max(a.X, b.X), Math.Max(a.Y, b.Y)), paint);
    });

    public void Rings(IReadOnlyList<IReadOnlyList<Coordinates>> rings, Color fill, Color rim) => Add((canvas, paint) =>
    {
        using var path = new SKPath { FillType = SKPathFillType.EvenOdd };
        foreach (var ring in rings) path.AddPoly([.. ring.Select(Pixel)]);
        Filled(paint, fill);
        canvas.DrawPath(path, paint);
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = 1;
        paint.Color = new SKColor(rim.R, rim.G, rim.B);
        canvas.DrawPath(path, paint);
    });

    private SKPoint Pixel(Coordinates at)
    {
        var pixel = Axes.GetPixel(at);
        return new(pixel.X, pixel.Y);
    }

    private void Add(Action<SKCanvas, SKPaint> shape)
    {
        _open = null;
        _shapes.Add(shape);
    }

    /// <summary>Lines of one look that follow each other are one path.</summary>
    private Lines Open(Color color, double width)
    {
        if (_open is { } open && open.Color == color && open.Width == width) return open;
        var lines = new Lines(color, width);
        Add(lines.Draw);
        return _open = lines;
    }

    private static void Filled(SKPaint paint, Color color)
    {
        paint.Style = SKPaintStyle.Fill;
        paint.Color = new SKColor(color.R, color.G, color.B);
    }

    private static void Fill(SKCanvas canvas, SKPaint paint, SKPoint p, float r, DotShape shape, Color color)
    {
        Filled(paint, color);
        switch (shape)
        {
            case DotShape.Circle:
                canvas.DrawCircle(p, r, paint);
                return;
            case DotShape.Square:
                canvas.DrawRect(new SKRect(p.X - 0.9f * r, p.Y - 0.9f * r, p.X + 0.9f * r, p.Y + 0.9f * r), paint);
                return;
        }

        SKPoint[] corners = shape switch
        {
            DotShape.Diamond => [new(p.X, p.Y - 1.15f * r), new(p.X + 1.15f * r, p.Y), new(p.X, p.Y + 1.15f * r), new(p.X - 1.15f * r, p.Y)],
            DotShape.TriangleUp => [new(p.X, p.Y - r), new(p.X + 1.05f * r, p.Y + 0.85f * r), new(p.X - 1.05f * r, p.Y + 0.85f * r)],
            _ => [new(p.X, p.Y + r), new(p.X + 1.05f * r, p.Y - 0.85f * r), new(p.X - 1.05f * r, p.Y - 0.85f * r)],
        };
        using var path = new SKPath();
        path.AddPoly(corners);
        canvas.DrawPath(path, paint);
    }

    /// <summary>Dashes as strokes of one path: an SVG written by Skia holds no dash pattern.</summary>
    private static void Dashes(SKPath path, SKPoint from, SKPoint to, Stroke stroke)
    {
        var (on, off) = stroke switch { Stroke.Dashed => (6f, 4f), Stroke.Dotted => (2f, 3f), _ => (float.MaxValue, 1f) };
        var length = SKPoint.Distance(from, to);
        for (var at = 0f; at < length; at += on + off)
        {
            path.MoveTo(Along(from, to, at / length));
            path.LineTo(Along(from, to, Math.Min(1, (at + on) / length)));
            if (stroke == Stroke.Solid) break;
        }
    }

    private static SKPoint Along(SKPoint from, SKPoint to, float share) => new(from.X + share * (to.X - from.X), from.Y + share * (to.Y - from.Y));

    private sealed class Lines(Color color, double width)
    {
        private readonly List<Action<SKPath>> _parts = [];

        public Color Color { get; } = color;

        public double Width { get; } = width;

        public void Add(Action<SKPath> part) => _parts.Add(part);

        public void Draw(SKCanvas canvas, SKPaint paint)
        {
            using var path = new SKPath();
            foreach (var part in _parts) part(path);
            paint.Style = SKPaintStyle.Stroke;
            paint.StrokeWidth = (float)Width;
            paint.Color = new SKColor(Color.R, Color.G, Color.B);
            canvas.DrawPath(path, paint);
        }
    }
}
