using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Dashboard.Components;

/// <summary>Districts picked by a form: pick=code for those picked out in a figure, up to four.</summary>
public static class Picks
{
    public const string Parameter = "pick";
    public const int Most = 4;

    /// <summary>Those asked for, the first four of them; without any, <paramref name="otherwise"/>.</summary>
    public static IReadOnlyList<string> Read(PageReading reading, IEnumerable<string> otherwise)
    {
        var asked = reading.Url.All(Parameter).Select(reading.District).OfType<District>().Select(d => d.Code).Distinct().ToList();
        return asked.Count == 0 ? [.. otherwise.Distinct().Take(Most)] : [.. asked.Take(Most)];
    }

    /// <summary>Districts in <paramref name="parameter"/> beside <paramref name="self"/>, by code, so that one choice is one page; more than a page shows are left to it.</summary>
    public static IReadOnlyList<District> Others(PageReading reading, string parameter, string self) =>
        [.. reading.Url.All(parameter).Select(reading.District).OfType<District>().DistinctBy(d => d.Code).Where(d => d.Code != self).OrderBy(d => d.Code, StringComparer.Ordinal)];
}
