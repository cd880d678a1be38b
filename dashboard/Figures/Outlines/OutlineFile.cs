using System.Globalization;
using System.Text.Json;
using LearningCity.Warehouse.Storage;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace LearningCity.Dashboard.Figures.Outlines;

/// <summary>The outlines of districts that an operator may put into the data folder; none are shipped. The file comes from outside: its
/// size, depth, points and coordinates are checked before anything is drawn from it, and one that cannot be used is refused in words.
/// It is read once, at the first map after a start.</summary>
public sealed class OutlineFile(DataFolder folder)
{
    public const string Name = "boundaries.geojson";
    public const int MostMegabytes = 16;
    public const int MostPoints = 400_000;

    private const int Depth = 16;

    /// <summary>Properties that may hold a district's code, the first one found counts.</summary>
    private static readonly string[] CodeProperties = ["district", "adcode", "code"];

    private static readonly JsonSerializerOptions Options = new() { MaxDepth = Depth, Converters = { new GeoJsonConverterFactory() } };

    private readonly Lazy<OutlineSet?> read = new(() => Read(Path.Combine(folder.Root, Name)));

    /// <summary>Null where there is no such file.</summary>
    public OutlineSet? Outlines => read.Value;

    public static OutlineSet? Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return file.Length > MostMegabytes << 20 ? OutlineSet.Refused("OutlinesTooLarge", MostMegabytes) : Read(file);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return OutlineSet.Refused("OutlinesUnread");
        }
    }

    private static OutlineSet Read(Stream json)
    {
        FeatureCollection? collection;
        try
        {
            collection = JsonSerializer.Deserialize<FeatureCollection>(json, Options);
        }
        // The reader of shapes throws what its parts throw: a ring that does not close, a number out of range, a member of another kind.
        catch (Exception fault) when (fault is JsonException or ArgumentException or InvalidOperationException or NotSupportedException
            or FormatException or NetTopologySuite.IO.ParseException or InvalidCastException or IndexOutOfRangeException or OverflowException
            or NullReferenceException)
        {
            return OutlineSet.Refused("OutlinesUnread");
        }

        if (collection is null || collection.Count == 0)
            return OutlineSet.Refused("OutlinesUnread");

        var shapes = collection.Select(feature => (Code: Code(feature), Shape: feature?.Geometry)).Where(f => f.Code is not null && f.Shape is Polygon or MultiPolygon && !f.Shape.IsEmpty).ToList();
        return shapes.Count == 0 ? OutlineSet.Refused("OutlinesNoDistrict")
            : shapes.Sum(f => (long)f.Shape!.NumPoints) > MostPoints ? OutlineSet.Refused("OutlinesTooMany", MostPoints)
            : shapes.Exists(f => !InDegrees(f.Shape!)) ? OutlineSet.Refused("OutlinesNotDegrees")
            : new OutlineSet(shapes.GroupBy(f => f.Code!).ToDictionary(same => same.Key, same => same.First().Shape!), null);
    }

    private static string? Code(IFeature? feature)
    {
        foreach (var name in CodeProperties)
        {
            if (feature?.Attributes is { } attributes && attributes.Exists(name) && Convert.ToString(attributes[name], CultureInfo.InvariantCulture) is { Length: > 0 } code)
                return code;
        }

        return null;
    }

    private static bool InDegrees(Geometry shape) => shape.Coordinates.All(c => c.X is >= -180 and <= 180 && c.Y is >= -90 and <= 90);
}
