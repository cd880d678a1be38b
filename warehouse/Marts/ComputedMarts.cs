using DuckDB.NET.Data;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Storage.Clusters;

namespace LearningCity.Warehouse.Marts;

/// <summary>What a mart computed in C# is given: the store inside the publication's transaction, with the marts it depends on already built.</summary>
/// <param name="Rounds">The rounds to compute, oldest first.</param>
/// <param name="Memory">What the marts of this build have already read and computed.</param>
public sealed record MartInput(DuckDBConnection Connection, CityCatalog Catalog, IReadOnlyList<string> Rounds, BuildMemory Memory)
{
    /// <summary>Where the scores are, when those of the store are a copy; null otherwise.</summary>
    public ScoreCluster? Cluster { get; init; }

    /// <summary>Those of the rounds that have any score.</summary>
    public IEnumerable<string> Evaluated => Rounds.Where(round => RoundScores.Of(this, round).Districts.Count > 0);
}

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
            ["RankIntervalMart.Pairs"] = RankIntervalMart.Pairs,
            ["RankRobustnessMart.Rows"] = RankRobustnessMart.Rows,
            ["AgreementMart.Scopes"] = AgreementMart.Scopes,
            ["AgreementMart.Indicators"] = AgreementMart.Indicators,
            ["AgreementMart.Districts"] = AgreementMart.Districts,
            ["AgreementMart.Cells"] = AgreementMart.Cells,
            ["PanelMart.Reliability"] = PanelMart.Reliability,
            ["PanelMart.Severities"] = PanelMart.Severities,
            ["PanelMart.Adjustments"] = PanelMart.Adjustments,
            ["ItemMart.Indicators"] = ItemMart.Indicators,
            ["ItemMart.Scopes"] = ItemMart.Scopes,
            ["ChangeMart.Rows"] = ChangeMart.Rows,
            ["WithheldMart.Rows"] = WithheldMart.Rows,
        };
}
