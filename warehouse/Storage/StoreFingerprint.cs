using System.Security.Cryptography;
using System.Text;
using Dapper;
using DuckDB.NET.Data;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Marts;

namespace LearningCity.Warehouse.Storage;

/// <summary>A short text that changes when what a publication would say changes.</summary>
public static class StoreFingerprint
{
    public static string Of(DuckDBConnection connection)
    {
        var text = new StringBuilder(Catalog(connection));
        foreach (var file in Embedded.In("sql/marts").Concat(Embedded.In("sql/build")))
            text.Append(Embedded.Text(file));
        foreach (var state in connection.Query<string>($"select concat_ws('|', round, scores, points, last_load, last_end) from ({RoundStates.Now}) order by round"))
            text.Append('\n').Append(state);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }

    /// <summary>The catalog's part of it.</summary>
    public static string Catalog(DuckDBConnection connection) => string.Join(
        '|',
        CatalogTables.Names.Select(table => connection.QuerySingle<string>($"select concat(count(*), ':', coalesce(sum(hash(t)), 0)) from {table} t")));
}
