using System.Data;
using System.Globalization;
using Dapper;
using DuckDB.NET.Data;
using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Exports;

/// <summary>The tables as one workbook: a sheet about it, a sheet for each table, a sheet with the dictionary.</summary>
internal static class Workbook
{
    public const string Name = "learning-city.xlsx";

    private const int MostRows = 1_048_575;

    public static string Write(DuckDBConnection connection, SnapshotInfo info, IReadOnlyList<DictionaryRow> dictionary, string folder)
    {
        var sheets = new Dictionary<string, object> { ["about"] = About(info) };
        foreach (var table in dictionary.Where(d => d.Column is null).Select(d => d.Table))
        {
            var rows = connection.QuerySingle<long>($"select count(*) from snapshot.main.\"{table}\"");
            if (rows > MostRows)
                throw new InvalidOperationException(
                    $"表 {table} 有 {rows} 行，超过工作表上限，请改用 csv 或 parquet | Table {table} has {rows} rows, more than a sheet holds; take csv or parquet");
            var columns = dictionary.Where(d => d.Table == table && d.Column is not null).Select(Column);
            // A table whole in memory: readers of one connection cannot be open beside each other.
            var data = new DataTable { Locale = CultureInfo.InvariantCulture };
            using var reader = connection.ExecuteReader($"select {string.Join(", ", columns)} from snapshot.main.\"{table}\"");
            data.Load(reader);
            sheets[table] = data;
        }
        sheets["dictionary"] = dictionary
            .Select(d => new { table = d.Table, column = d.Column, type = d.Type, zh = d.CommentZh, en = d.CommentEn }).ToList();
        using var file = File.Create(Path.Combine(folder, Name));
        Sheets.Write(file, sheets);
        return Name;
    }

    private static string Column(DictionaryRow column)
    {
        var name = $"\"{column.Column}\"";
        return column.Type switch
        {
            "DATE" => $"{name}::timestamp as {name}",
            // A control character, as a form may hold, would make the workbook unreadable.
            "VARCHAR" => $"regexp_replace({name}, '[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]', '\ufffd', 'g') as {name}",
            _ => name,
        };
    }

    private static List<AboutRow> About(SnapshotInfo info) =>
    [
        new("数据 | Data", Export.Title(info)),
        new("快照 | Snapshot", info.Id),
        new("SHA-256", info.Sha256),
        new("发布时间（UTC）| Published (UTC)", info.PublishedAt.ToString("u", CultureInfo.InvariantCulture)),
        new("评估轮次 | Rounds", string.Join(", ", info.Rounds)),
    ];

    private sealed record AboutRow(string Item, string Value);
}
