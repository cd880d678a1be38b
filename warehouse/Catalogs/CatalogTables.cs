using Dapper;
using DuckDB.NET.Data;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Warehouse.Catalogs;

/// <summary>The catalog as it stands in the tables of a store or snapshot.</summary>
public static class CatalogTables
{
    public static readonly IReadOnlyList<string> Names =
        ["dim_framework", "dim_dimension", "dim_indicator", "dim_district", "dim_round", "indicator_lineage"];

    public static CityCatalog Read(DuckDBConnection connection) => CityCatalog.Ordered(
        connection.Query<Framework>("select framework as code, name_zh as NameZh, name_en as NameEn, effective_from as EffectiveFrom from dim_framework"),
        connection.Query<Dimension>("""
            select framework, dimension as code, position, name_zh as NameZh, name_en as NameEn, max_points as MaxPoints
            from dim_dimension
            """),
        connection.Query<Indicator>("""
            select framework, indicator as code, dimension, position, number_zh as NumberZh, max_points as MaxPoints,
                hearing, documents, interviews, site_visit as SiteVisit, text_zh as TextZh, label_zh as LabelZh, label_en as LabelEn
            from dim_indicator
            """),
        connection.Query<LineageLink>("""
            select from_framework as FromFramework, from_indicator as FromIndicator, to_framework as ToFramework,
                to_indicator as ToIndicator, share
            from indicator_lineage
            """),
        connection.Query<District>("""
            select district as code, name_zh as NameZh, name_en as NameEn, short_zh as ShortZh, zone,
                zone_zh as ZoneZh, zone_en as ZoneEn, population
            from dim_district
            """),
        connection.Query<Round>("select round as code, framework, name_zh as NameZh, name_en as NameEn, date from dim_round"));

    /// <summary>Replaces the catalog tables by <paramref name="catalog"/>; the caller's transaction decides.</summary>
    public static void Write(DuckDBConnection connection, CityCatalog catalog)
    {
        foreach (var table in Names)
            connection.Execute($"delete from {table}");
        Rows.Append(connection, "dim_framework", catalog.Frameworks.Select(f => new object?[] { f.Code, f.NameZh, f.NameEn, f.EffectiveFrom }));
        Rows.Append(connection, "dim_dimension", catalog.Dimensions.Select(d =>
            new object?[] { d.Framework, d.Code, d.Position, d.NameZh, d.NameEn, d.MaxPoints }));
        Rows.Append(connection, "dim_indicator", catalog.Indicators.Select(i => new object?[]
        {
            i.Framework, i.Code, i.Dimension, i.Position, i.NumberZh, i.MaxPoints,
            i.Hearing, i.Documents, i.Interviews, i.SiteVisit, i.TextZh, i.LabelZh, i.LabelEn,
        }));
        Rows.Append(connection, "dim_district", catalog.Districts.Select(d =>
            new object?[] { d.Code, d.NameZh, d.NameEn, d.ShortZh, d.Zone, d.ZoneZh, d.ZoneEn, d.Population }));
        Rows.Append(connection, "dim_round", catalog.Rounds.Select(r => new object?[] { r.Code, r.Framework, r.NameZh, r.NameEn, r.Date }));
        Rows.Append(connection, "indicator_lineage", LineageKinds.Of(catalog).Select(l =>
            new object?[] { l.FromFramework, l.FromIndicator, l.ToFramework, l.ToIndicator, l.Share, l.Kind }));
    }
}
