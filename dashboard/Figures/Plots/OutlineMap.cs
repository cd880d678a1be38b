using LearningCity.Dashboard.Figures.Outlines;
using LearningCity.Dashboard.Figures.Rendering;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Simplify;

namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>The districts in their outlines instead of tiles: the same colours, numbers and marks.</summary>
internal static class OutlineMap
{
    /// <summary>Detail finer than this many pixels is left out: nobody sees it and a page would carry it.</summary>
    private const double Detail = 0.9;

    private const int MostHigh = 620;
    private const double Edge = 4;

    /// <param name="shown">What stands in a district: its rank or rate.</param>
    /// <param name="words">What its mark says.</param>
    public static FigureDrawing Draw(
        IReadOnlyList<DistrictTile> districts, OutlineSet outlines, IReadOnlyList<int?> bins, FigureFrame frame,
        Func<DistrictTile, string> shown, Func<DistrictTile, string> words, Func<string, string> link)
    {
        var shapes = Pixels([.. districts.Select(d => outlines.Shapes[d.District.Code])], frame.Width, out var height);
        var area = new Area(frame.Width, height, 0, 0, 0, 0, 0, frame.Width, height, 0);
        var plot = area.Plot(frame);
        var labels = new List<FigureLabel>();
        var marks = new List<FigureMark>();
        for (var i = 0; i < districts.Count; i++)
        {
            foreach (var polygon in Polygons(shapes[i]))
                plot.Shape([.. Rings(polygon).Select(r => r.Coordinates.Select(c => new ScottPlot.Coordinates(c.X, c.Y)).ToList())], frame[bins[i] is { } bin ? FigurePalette.Bin(bin) : Ink.None], frame[Ink.Ground]);
        }

        foreach (var i in Enumerable.Range(0, districts.Count).OrderBy(i => shapes[i].Area))
        {
            var at = shapes[i].InteriorPoint.Coordinate;
            var ink = bins[i] is { } bin ? FigurePalette.BinText(bin) : Ink.Text;
            Label(labels, shapes[i], districts[i], at, shown(districts[i]), ink, frame);
            marks.Add(new(new(at.X, at.Y), districts[i].District.In(frame.Language), words(districts[i]), link(districts[i].District.Code), 11));
            plot.Dot(at.X, at.Y, frame[bins[i] is { } under ? FigurePalette.Bin(under) : Ink.None], 2);
        }

        return new(plot, height, labels, marks);
    }

    /// <summary>Number and name where both lie within the outline, else the number alone, else neither: the mark and the table say it.</summary>
    private static void Label(List<FigureLabel> labels, Geometry shape, DistrictTile tile, Coordinate at, string number, Ink ink, FigureFrame frame)
    {
        var small = frame.Narrow ? 10.5 : FigureFont.Small;
        FigureLabel Of(string text, double dy, double size, bool strong) => new(new ScottPlot.Coordinates(at.X, at.Y), text, Side.Center, 0, dy, ink, size, strong);
        FigureLabel[][] wishes =
        [
            [Of(number, -8, 15, true), Of(tile.District.ShortIn(frame.Language), 9, small, false)],
            [Of(number, 0, 14, true)],
            [Of(number, 0, 11, true)],
        ];
        if (wishes.FirstOrDefault(wish => wish.All(l => Within(shape, l.BoxAt(at.X, at.Y)))) is { } fits)
            labels.AddRange(fits);
    }

    private static bool Within(Geometry shape, PixelBox box) =>
        shape.Covers(shape.Factory.ToGeometry(new Envelope(box.Left, box.Right, box.Top, box.Bottom)));

    /// <summary>From degrees to pixels of the figure: north up, a degree of longitude as wide as it is at the middle of the city.</summary>
    private static List<Geometry> Pixels(IReadOnlyList<Geometry> shapes, int width, out int height)
    {
        var all = new Envelope();
        foreach (var shape in shapes) all.ExpandToInclude(shape.EnvelopeInternal);
        var narrowing = Math.Cos((all.MinY + all.MaxY) / 2 * Math.PI / 180);
        var (wide, high) = (Math.Max(all.Width * narrowing, 1e-9), Math.Max(all.Height, 1e-9));
        var scale = Math.Min((width - 2 * Edge) / wide, (MostHigh - 2 * Edge) / high);
        height = (int)Math.Clamp(Math.Ceiling(high * scale + 2 * Edge), 80, MostHigh);
        var left = (width - wide * scale) / 2;
        var change = new AffineTransformation(scale * narrowing, 0, left - all.MinX * narrowing * scale, 0, -scale, Edge + all.MaxY * scale);
        return [.. shapes.Select(change.Transform).Select(Simpler)];
    }

    /// <summary>A shape that crosses itself is mended, one that would vanish is kept as it was.</summary>
    private static Geometry Simpler(Geometry shape)
    {
        var sound = shape.IsValid ? shape : GeometryFixer.Fix(shape);
        var simpler = TopologyPreservingSimplifier.Simplify(sound, Detail);
        return simpler.IsEmpty ? shape : simpler;
    }

    private static IEnumerable<Polygon> Polygons(Geometry shape) => Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN).OfType<Polygon>();

    private static IEnumerable<LineString> Rings(Polygon polygon) => polygon.InteriorRings.Prepend(polygon.ExteriorRing);
}
