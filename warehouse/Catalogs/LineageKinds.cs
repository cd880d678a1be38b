namespace LearningCity.Warehouse.Catalogs;

/// <summary>A link with what it means: identical, rescaled, split, merged, new or dropped.</summary>
public sealed record KindedLink(
    string FromFramework, string? FromIndicator, string ToFramework, string? ToIndicator, decimal Share, string Kind);

/// <summary>Names the kind of each link from its shape: how many indicators it comes from and goes to, and their max points.</summary>
public static class LineageKinds
{
    public const string Identical = "identical";
    public const string Rescaled = "rescaled";
    public const string Split = "split";
    public const string Merged = "merged";
    public const string New = "new";
    public const string Dropped = "dropped";

    /// <summary>A link that both splits and merges (part of one indicator joins another) is called merged: the later indicator is no part of one.</summary>
    public static IReadOnlyList<KindedLink> Of(CityCatalog catalog)
    {
        var max = catalog.Indicators.DistinctBy(i => (i.Framework, i.Code)).ToDictionary(i => (i.Framework, i.Code), i => i.MaxPoints);
        return [.. catalog.Lineage.Select(l => new KindedLink(l.FromFramework, l.FromIndicator, l.ToFramework, l.ToIndicator, l.Share, Kind(l)))];

        string Kind(LineageLink link)
        {
            if (link.FromIndicator is null)
                return New;
            if (link.ToIndicator is null)
                return Dropped;
            if (catalog.Lineage.Count(l => l.ToFramework == link.ToFramework && l.FromFramework == link.FromFramework
                && l.ToIndicator == link.ToIndicator && l.FromIndicator is not null) > 1)
                return Merged;
            if (catalog.Lineage.Count(l => l.ToFramework == link.ToFramework && l.FromFramework == link.FromFramework
                && l.FromIndicator == link.FromIndicator) > 1)
                return Split;
            return max.GetValueOrDefault((link.FromFramework, link.FromIndicator)) == max.GetValueOrDefault((link.ToFramework, link.ToIndicator))
                ? Identical
                : Rescaled;
        }
    }
}
