using Dapper;
using DuckDB.NET.Data;

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
        connection.Execute("insert into dim_framework values ($Code, $NameZh, $NameEn, $EffectiveFrom)", catalog.Frameworks);
        connection.Execute("insert into dim_dimension values ($Framework, $Code, $Position, $NameZh, $NameEn, $MaxPoints)", catalog.Dimensions);
        connection.Execute("""
            insert into dim_indicator values ($Framework, $Code, $Dimension, $Position, $NumberZh, $MaxPoints,
                $Hearing, $Documents, $Interviews, $SiteVisit, $TextZh, $LabelZh, $LabelEn)
            """, catalog.Indicators);
        connection.Execute(
            "insert into dim_district values ($Code, $NameZh, $NameEn, $ShortZh, $Zone, $ZoneZh, $ZoneEn, $Population)", catalog.Districts);
        connection.Execute("insert into dim_round values ($Code, $Framework, $NameZh, $NameEn, $Date)", catalog.Rounds);
        connection.Execute(
            "insert into indicator_lineage values ($FromFramework, $FromIndicator, $ToFramework, $ToIndicator, $Share, $Kind)",
            LineageKinds.Of(catalog));
    }
}
