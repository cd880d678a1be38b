using DuckDB.NET.Data;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Warehouse.Marts;

/// <summary>What a mart computed in C# is given: the store inside the publication's transaction, with the marts it depends on already built.</summary>
/// <param name="Rounds">The rounds to compute, oldest first.</param>
public sealed record MartInput(DuckDBConnection Connection, CityCatalog Catalog, IReadOnlyList<string> Rounds);

/// <summary>Marts that SQL cannot say: each gives the rows of its table, values in the order of the columns.</summary>
public static class ComputedMarts
{
    /// <summary>By the name in the mart's <c>-- computed</c> line.</summary>
    public static readonly IReadOnlyDictionary<string, Func<MartInput, IEnumerable<object?[]>>> All =
        new Dictionary<string, Func<MartInput, IEnumerable<object?[]>>>
        {
            ["CrosswalkMart.Weights"] = CrosswalkMart.Weights,
            ["CrosswalkMart.Comparability"] = CrosswalkMart.Comparability,
            ["RankIntervalMart.Rows"] = RankIntervalMart.Rows,
        };
}
