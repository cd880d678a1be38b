using LearningCity.Dashboard.Figures.Rendering;

namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>The districts as tiles, roughly where they lie, coloured by fifths of the score rate, with rank or rate in figures.</summary>
public static class TileMapFigure
{
    public const string Name = "tile-map";

    /// <summary>More tiles than this are no map of anything.</summary>
    private const int MostTiles = 200;

    public static Figure Of(TileMapInput input, FigureContext context)
    {
        var known = input.Districts.Count(d => Value(d, input.Measure) is not null);
        var missing = input.Districts.Count - known;
        var none = known == 0 ? context.Word("EmptyRound")
            : input.Districts.Count > MostTiles && !InOutlines(input, context) ? context.Word("TilesTooMany", MostTiles) : null;
        return new(
            Name,
            context.Word(input.Measure == TileMeasure.Rank ? "TilesTitleRank" : "TilesTitleRate"),
            known == 0 ? context.Word("EmptyRound") : Description(input, context),
            context.Word(input.Measure == TileMeasure.Rank ? "UnitRank" : "UnitRate"),
            context.Word("NDistricts", known),
            context,
            frame => Draw(input, context, frame),
            Legend(input, context, missing > 0),
            Note(input, context),
            none);
    }

    private static bool InOutlines(TileMapInput input, FigureContext context) =>
        context.Outlines is { } outlines && input.Districts.Count > 0 && outlines.Covers(input.Districts.Select(d => d.District.Code));

    /// <summary>What is drawn and, where the operator's outlines are not, why.</summary>
    private static string Note(TileMapInput input, FigureContext context)
    {
        if (InOutlines(input, context)) return context.Word("NoteOutlines");
        var tiles = context.Word("NoteTiles");
        if (context.Outlines is not { } outlines) return tiles;
        var why = outlines.Fault is var (key, with)
            ? context.Word(key, with)
            : context.Word("NoteOutlinesLack", string.Join(context.Word("ListComma"), input.Districts.Where(d => !outlines.Shapes.ContainsKey(d.District.Code)).Select(d => d.District.In(context.Language))));
        return tiles + (context.Language == FigureLanguage.Zh ? "" : " ") + why;
    }

    /// <summary>The value by which a tile is coloured: more is better, so ranks count backwards.</summary>
    private static decimal? Value(DistrictTile tile, TileMeasure measure) => measure == TileMeasure.Rank ? -tile.Rank : tile.Rate;

    private static string Shown(DistrictTile tile, TileMeasure measure) =>
        measure == TileMeasure.Rank ? tile.Rank?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "—" : tile.Rate is { } rate ? FigureNumbers.Rate(rate) : "—";

    private static string Description(TileMapInput input, FigureContext context)
    {
        var ordered = input.Districts.Where(d => Value(d, input.Measure) is not null).OrderByDescending(d => Value(d, input.Measure)).ToList();
        string Name(DistrictTile tile) => tile.District.In(context.Language);
        return context.Word("TilesSays", ordered.Count, string.Join(context.Word("ListComma"), ordered.Take(3).Select(Name)), string.Join(context.Word("ListComma"), ordered.TakeLast(3).Select(Name)));
    }

    private static List<LegendKey> Legend(TileMapInput input, FigureContext context, bool missing)
    {
        var ranges = Bins.Ranges([.. input.Districts.Select(d => Value(d, input.Measure))]);
        var keys = ranges.Reverse().Select(r => new LegendKey(KeyShape.Square, FigurePalette.Bin(r.Bin), Range(r.Low, r.High, input.Measure, context))).ToList();
        if (missing) keys.Add(new(KeyShape.Square, Ink.None, context.Word("NoData")));
        return keys;
    }

    private static string Range(decimal low, decimal high, TileMeasure measure, FigureContext context)
    {
        if (measure == TileMeasure.Rank) return low == high ? context.Word("RankIs", -low) : context.Word("RanksFromTo", -high, -low);
        return low == high ? FigureNumbers.Rate(low) : $"{FigureNumbers.Rate(low).TrimEnd('%')}–{FigureNumbers.Rate(high)}";
    }

    private static FigureDrawing Draw(TileMapInput input, FigureContext context, FigureFrame frame)
    {
        if (InOutlines(input, context))
        {
            return OutlineMap.Draw(
                input.Districts, context.Outlines!, Bins.Fifths([.. input.Districts.Select(d => Value(d, input.Measure))]), frame,
                tile => Shown(tile, input.Measure), tile => Words(tile, context), context.ToDistrict);
        }

        var places = TilePositions.Of([.. input.Districts.Select(d => d.District.Code)]);
        var bins = Bins.Fifths([.. input.Districts.Select(d => Value(d, input.Measure))]);
        var (columns, rows) = (places.Max(p => p.Column) + 1, places.Max(p => p.Row) + 1);
        var wide = Math.Min(112, (frame.Width - 4.0) / columns);
        var high = Math.Max(58, Math.Round(wide * 0.66));
        var side = (frame.Width - wide * columns) / 2;
        var area = new Area(frame.Width, (int)(high * rows) + 4, side, side, 2, 2, 0, columns, rows, 0);
        var plot = area.Plot(frame);
        var labels = new List<FigureLabel>();
        var marks = new List<FigureMark>();
        var (gapX, gapY) = (1.5 / wide, 1.5 / high);
        for (var i = 0; i < input.Districts.Count; i++)
        {
            var (tile, (x, y)) = (input.Districts[i], places[i]);
            plot.Box(x + gapX, x + 1 - gapX, y + gapY, y + 1 - gapY, frame[bins[i] is { } bin ? FigurePalette.Bin(bin) : Ink.None]);
            var ink = bins[i] is { } b ? FigurePalette.BinText(b) : Ink.Text;
            labels.Add(new(new(x + 0.5, y + 0.5), Shown(tile, input.Measure), Side.Center, 0, -10, ink, input.Measure == TileMeasure.Rank ? 20 : 16, true));
            labels.Add(new(new(x + 0.5, y + 0.5), tile.District.ShortIn(frame.Language), Side.Center, 0, 14, ink, frame.Zh ? FigureFont.Label : frame.Narrow ? 10.5 : FigureFont.Small));
            marks.Add(new(new(x + gapX, y + gapY), tile.District.In(context.Language), Words(tile, context), context.ToDistrict(tile.District.Code), Opposite: new(x + 1 - gapX, y + 1 - gapY)));
        }

        return new(plot, area.Height, labels, marks);
    }

    private static string Words(DistrictTile tile, FigureContext context)
    {
        if (tile.Rank is null && tile.Rate is null) return context.Word("NoData");
        var parts = new List<string>(2);
        if (tile.Rank is { } rank) parts.Add(context.Word("RankIs", rank));
        if (tile.Rate is { } rate) parts.Add(FigureNumbers.Rate(rate));
        return string.Join(context.Language == FigureLanguage.Zh ? "，" : ", ", parts);
    }
}
