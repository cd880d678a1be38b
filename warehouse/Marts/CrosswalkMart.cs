using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Warehouse.Marts;

/// <summary>The crosswalk between frameworks as two tables.</summary>
public static class CrosswalkMart
{
    public static IEnumerable<object?[]> Weights(MartInput input) =>
        Crosswalk.Of(input.Catalog).Weights.Select(w => new object?[] { w.ToFramework, w.Scope, w.Code, w.FromFramework, w.FromIndicator, w.Weight });

    public static IEnumerable<object?[]> Comparability(MartInput input) =>
        Crosswalk.Of(input.Catalog).Comparabilities.Select(c =>
            new object?[] { c.ToFramework, c.Scope, c.Code, c.FromFramework, c.Comparable, c.Reason, c.Detail });
}
