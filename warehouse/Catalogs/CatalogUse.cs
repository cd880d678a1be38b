using Dapper;
using DuckDB.NET.Data;

namespace LearningCity.Warehouse.Catalogs;

/// <summary>What of a catalog scores (in force or earlier) already stand on: that may be renamed, but not changed in meaning.</summary>
internal sealed record CatalogUse(IReadOnlySet<string> Rounds, IReadOnlySet<string> Frameworks)
{
    public bool IsEmpty => Rounds.Count == 0;

    public static CatalogUse Of(DuckDBConnection connection) => new(
        connection.Query<string>("select round from fct_score union select round from hst_score").ToHashSet(),
        connection.Query<string>("""
            select framework
            from dim_round
            where round in (select round from fct_score union select round from hst_score)
            """).ToHashSet());

    public IEnumerable<CatalogFault> Check(CityCatalog before, CityCatalog after)
    {
        foreach (var framework in Frameworks.Order(StringComparer.Ordinal))
        {
            if (!Structure(before, framework).SequenceEqual(Structure(after, framework)))
                yield return new(CatalogFiles.Frameworks, null, "framework_in_use",
                    $"指标体系 {framework} 已有得分，其指标、分值和原文不能再改；修订请用新的代码",
                    $"Framework {framework} already has scores: its indicators, points and texts stand; give a revision a code of its own");
        }
        foreach (var round in before.Rounds.Where(r => Rounds.Contains(r.Code)))
            if (after.Round(round.Code)?.Framework != round.Framework)
                yield return new(CatalogFiles.Rounds, null, "round_in_use",
                    $"轮次 {round.Code} 已有得分，不能改用其他指标体系", $"Round {round.Code} already has scores: its framework stands");
    }

    /// <summary>All but the labels.</summary>
    private static IEnumerable<object> Structure(CityCatalog catalog, string framework) => catalog.DimensionsOf(framework)
        .Select(d => (object)(d with { NameZh = "", NameEn = "" }))
        .Concat(catalog.IndicatorsOf(framework).Select(i => (object)(i with { LabelZh = "", LabelEn = "" })));
}
