using System.Globalization;

namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>Where a district stands on the tile map: data, from <c>tiles.csv</c>. Neighbours are neighbours as far as squares allow.</summary>
internal static class TilePositions
{
    private static readonly Lazy<IReadOnlyDictionary<string, (int Column, int Row)>> Known = new(Read);

    /// <summary>A place for every district: those of the file first, others in rows below them in the order given.</summary>
    public static IReadOnlyList<(int Column, int Row)> Of(IReadOnlyList<string> districts)
    {
        var known = Known.Value;
        var placed = districts.Where(known.ContainsKey).Select(d => known[d]).ToList();
        var columns = placed.Count > 0 ? placed.Max(p => p.Column) + 1 : (int)Math.Clamp(Math.Ceiling(Math.Sqrt(districts.Count)), 1, 8);
        var next = placed.Count > 0 ? (placed.Max(p => p.Row) + 1) * columns : 0;
        return [.. districts.Select(d => known.TryGetValue(d, out var place) ? place : (next % columns, next++ / columns))];
    }

    private static Dictionary<string, (int Column, int Row)> Read()
    {
        using var stream = typeof(TilePositions).Assembly.GetManifestResourceStream("LearningCity.Dashboard.Figures.Plots.tiles.csv")
            ?? throw new InvalidOperationException("tiles.csv is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select(l => l.Split(','))
            .ToDictionary(c => c[0], c => (int.Parse(c[1], CultureInfo.InvariantCulture), int.Parse(c[2], CultureInfo.InvariantCulture)));
    }
}
