using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Dashboard.Components;

/// <summary>How a reader names a district.</summary>
public static class DistrictNames
{
    /// <summary>Of more districts than this no list is offered: they are asked for by code or name.</summary>
    public const int Listed = 150;

    /// <summary>By code, else by a name that one district alone has, in full or in short; null when there is none.</summary>
    public static District? Find(CityCatalog catalog, string asked) => catalog.District(asked)
        ?? (catalog.Districts.Where(d => d.NameZh == asked || d.ShortZh == asked || string.Equals(d.NameEn, asked, StringComparison.OrdinalIgnoreCase)).Take(2).ToList() is [var only]
            ? only : null);

    /// <summary>What to offer instead of one that does not exist: all, or of very many those that hold some of what was asked.</summary>
    public static IEnumerable<District> Near(CityCatalog catalog, string asked) => catalog.Districts.Count <= Listed
        ? catalog.Districts
        : catalog.Districts.Where(d => d.Code.StartsWith(asked, StringComparison.Ordinal) || d.NameZh.Contains(asked, StringComparison.Ordinal)
            || d.NameEn.Contains(asked, StringComparison.OrdinalIgnoreCase)).Take(Listed);
}
