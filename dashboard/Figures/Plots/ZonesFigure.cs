using LearningCity.Dashboard.Figures.Rendering;
using ScottPlot;

namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>The districts of each zone as dots, the zone's mean as a tick, the city's mean as a line through all.</summary>
public static class ZonesFigure
{
    public const string Name = "zones";

    public static Figure Of(ZonesInput input, FigureContext context)
    {
        var zones = input.Zones.Where(z => z.Districts.Any(d => d.Rate is not null)).OrderByDescending(z => z.Mean).ToList();
        var count = zones.Sum(z => z.Districts.Count(d => d.Rate is not null));
        var missing = input.Zones.Sum(z => z.Districts.Count) - count;
        var drawn = Thinned(zones, count);
        var dots = drawn.Sum(z => z.Districts.Count(d => d.Rate is not null));
        return new(
            Name,
            context.Word("ZonesTitle", input.Subject.In(context.Language)),
            count == 0 ? context.Word("EmptyRound") : context.Word(
                "ZonesSays", string.Join(context.Word("ListComma"), zones.Where(z => z.Mean is not null).Select(z => $"{z.Zone.In(context.Language)} {FigureNumbers.Rate(z.Mean!.Value)}"))),
            context.Word("UnitRate"),
            context.Word("NDistricts", count),
            context,
            frame => Draw(drawn, input.CityMean, context, frame),
            [new(KeyShape.Circle, Ink.Accent, context.Word("KeyDistrict")), new(KeyShape.Tick, Ink.Series3, context.Word("KeyZoneMean"))],
            Thinning.Note(context, dots, count, context.Word("NoteZones"), missing == 0 ? null : context.Word("NoteIncomplete", missing)),
            count == 0 ? context.Word("EmptyRound") : null);
    }

    /// <summary>Each zone keeps its share of the dots, two at least.</summary>
    private static List<ZoneRates> Thinned(List<ZoneRates> zones, int count) => count <= Thinning.MostDots ? zones : zones.ConvertAll(z =>
    {
        var known = z.Districts.Where(d => d.Rate is not null).OrderByDescending(d => d.Rate).ThenBy(d => d.District.Code, StringComparer.Ordinal).ToList();
        return z with { Districts = Thinning.Of(known, Math.Max(2, Thinning.MostDots * known.Count / count)) };
    });

    private static FigureDrawing Draw(List<ZoneRates> zones, decimal? city, FigureContext context, FigureFrame frame)
    {
        const double pitch = 64;
        // On a phone the zone's name stands above its line, elsewhere beside it.
        var names = frame.Narrow ? 0 : zones.Max(z => FigureFont.Width(z.Zone.In(frame.Language), FigureFont.Label));
        var ruler = Ticks.Around(
            zones.SelectMany(z => z.Districts).Where(d => d.Rate is not null).Select(d => (double)d.Rate!.Value * 100), frame.Narrow ? 4 : 7, 0, 100, 5);
        var height = (int)(zones.Count * pitch) + 34 + 30;
        var area = new Area(frame.Width, height, frame.Narrow ? 22 : names + 26, 66, 30, 34, ruler.Low, ruler.High, zones.Count - 0.5, -0.5);
        var plot = area.Plot(frame);
        var labels = new List<FigureLabel>();
        var marks = new List<FigureMark>();
        area.XRuler(plot, frame, labels, ruler.At, t => Ticks.Show(t) + "%");
        if (city is { } mean)
        {
            plot.Line((double)mean * 100, area.YMin, (double)mean * 100, area.YMax, frame[Ink.Axis], 1.5, Stroke.Dashed);
            labels.Add(new FigureLabel(new((double)mean * 100, area.YMax), context.Word("CityMeanIs", FigureNumbers.Rate(mean)), Side.Center, 0, -14, Ink.Muted, FigureFont.Small).Within(area, frame));
        }

        for (var y = 0; y < zones.Count; y++)
        {
            var zone = zones[y];
            labels.Add(frame.Narrow
                ? new(new(ruler.Low, y), zone.Zone.In(frame.Language), Side.Right, -18, -20, Ink.Text, FigureFont.Small)
                : new(new(ruler.Low, y), zone.Zone.In(frame.Language), Side.Left, -16, 0, Ink.Text));
            plot.Line(ruler.Low, y, ruler.High, y, frame[Ink.Rule]);
            if (zone.Mean is { } own)
            {
                plot.Line((double)own * 100, y - 11 / pitch, (double)own * 100, y + 11 / pitch, frame[Ink.Series3], 3);
                labels.Add(new(new(ruler.High, y), FigureNumbers.Rate(own), Side.Left, 62, 0, Ink.Series3Text, FigureFont.Label, true));
            }

            Districts(plot, area, zone, y, city, context, frame, labels, marks);
        }

        return new(plot, height, labels, marks);
    }

    private static void Districts(Plot plot, Area area, ZoneRates zone, int y, decimal? city, FigureContext context, FigureFrame frame, List<FigureLabel> labels, List<FigureMark> marks)
    {
        var known = zone.Districts.Where(d => d.Rate is not null).ToList();
        var wishes = known.Select(d => new LabelWish(area.Px((double)d.Rate!.Value * 100), area.Py(y), 5.5, [d.District.ShortIn(frame.Language)])).ToList();
        var taken = new List<PixelBox>();
        if (zone.Mean is { } mean) taken.Add(new(area.Px((double)mean * 100) - 2, area.Py(y) - 11, area.Px((double)mean * 100) + 2, area.Py(y) + 11));
        if (city is { } line) taken.Add(new(area.Px((double)line * 100) - 1, area.Top, area.Px((double)line * 100) + 1, area.Height - area.Bottom));
        if (frame.Narrow) taken.Add(PixelBox.OfText(zone.Zone.In(frame.Language), area.Left - 18, area.Py(y) - 20, Side.Right, FigureFont.Small));
        var placed = LabelPlacement.Place(wishes, new PixelBox(4, area.Py(y) - 31, frame.Width - area.Right + 16, area.Py(y) + 31), FigureFont.Small, taken);
        for (var i = 0; i < known.Count; i++)
        {
            Coordinates at = new((double)known[i].Rate!.Value * 100, y);
            plot.Dot(at.X, at.Y, frame[Ink.Accent], 10, outline: frame[Ink.Ground]);
            if (placed[i] is { } label) labels.Add(new(at, label.Text, label.Side, label.Dx, label.Dy, Ink.Muted, FigureFont.Small, Halo: true));
            marks.Add(new(at, known[i].District.In(context.Language), FigureNumbers.Rate(known[i].Rate!.Value), context.ToDistrict(known[i].District.Code)));
        }
    }
}
