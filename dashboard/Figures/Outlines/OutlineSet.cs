using NetTopologySuite.Geometries;

namespace LearningCity.Dashboard.Figures.Outlines;

/// <summary>Shapes of districts by code, in degrees; or why there are none.</summary>
/// <param name="Fault">Word of the figures that says what is wrong with the file, and what fills it; null when nothing is.</param>
public sealed record OutlineSet(IReadOnlyDictionary<string, Geometry> Shapes, (string Key, object[] With)? Fault)
{
    public static OutlineSet Refused(string key, params object[] with) => new(new Dictionary<string, Geometry>(), (key, with));

    /// <summary>Whether there is a shape for each of <paramref name="districts"/>: a map with holes would say that they are not part of the city.</summary>
    public bool Covers(IEnumerable<string> districts) => Fault is null && districts.All(Shapes.ContainsKey);
}
