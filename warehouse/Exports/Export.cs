using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using DuckDB.NET.Data;
using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Exports;

/// <summary>A file of an export.</summary>
/// <param name="Name">Within the folder.</param>
/// <param name="Table">The table it holds; null for a file about all.</param>
public sealed record ExportedFile(string Name, string? Table, long Bytes, string Sha256);

/// <summary>Writes a snapshot to a folder that can be understood without this program: the data, a dictionary, a README with ways to open it,
/// a Frictionless data package and checksums.</summary>
public static class Export
{
    public const string DictionaryFile = "dictionary.csv";
    public const string ReadmeFile = "README.md";
    public const string PackageFile = "datapackage.json";
    public const string ChecksumFile = "SHA256SUMS";

    // A date and time that says it is UTC, in every format that writes text.
    private const string TimestampFormat = "%Y-%m-%dT%H:%M:%S.%fZ";

    /// <summary>Writes the snapshot as it is, experts and places of origin included.</summary>
    /// <inheritdoc cref="Write(ExportSource, ExportFormat, string, IReadOnlyCollection{string}?)"/>
    public static IReadOnlyList<ExportedFile> Write(
        SnapshotReader s, ExportFormat format, string folder, IReadOnlyCollection<string>? tables = null) =>
        Write(new ExportSource(s.Info, s.Path), format, folder, tables);

    /// <param name="folder">Must not exist or be empty; appears only when everything is written.</param>
    /// <param name="tables">Only these; null for all. A snapshot always holds all.</param>
    /// <returns>The files, in order of their names.</returns>
    /// <exception cref="IOException">The folder holds something already, or cannot be written.</exception>
    /// <exception cref="InvalidOperationException">A table has more rows than a sheet can hold.</exception>
    public static IReadOnlyList<ExportedFile> Write(
        ExportSource source, ExportFormat format, string folder, IReadOnlyCollection<string>? tables = null)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new IOException($"目标文件夹不为空：{folder} | The folder is not empty: {folder}");
        folder = Path.GetFullPath(folder);
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        var temporary = Directory.CreateDirectory(folder + ".part-" + Guid.NewGuid().ToString("N")).FullName;
        try
        {
            var files = WriteAll(source, format, temporary, tables);
            if (Directory.Exists(folder))
                Directory.Delete(folder);
            Directory.Move(temporary, folder);
            return files;
        }
        catch
        {
            Directory.Delete(temporary, recursive: true);
            throw;
        }
    }

    private static List<ExportedFile> WriteAll(
        ExportSource source, ExportFormat format, string folder, IReadOnlyCollection<string>? tables)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        connection.Execute($"attach '{Quoted(source.Path)}' as snapshot (read_only)");
        connection.Execute("use snapshot");
        var dictionary = Dictionary.Read(connection).Where(r => format == ExportFormat.Snapshot || tables?.Contains(r.Table) != false).ToList();
        var names = dictionary.Where(r => r.Column is null).Select(r => r.Table).ToList();
        var written = format switch
        {
            ExportFormat.Parquet => names.Select(t => (Copy(connection, t, folder, t + ".parquet", "format parquet, compression zstd"), (string?)t)).ToList(),
            ExportFormat.Csv => [.. names.Select(t => (CsvTable(connection, t, dictionary, folder), (string?)t))],
            ExportFormat.Xlsx => [(Workbook.Write(connection, source.Info, dictionary, folder), null)],
            _ => [(CopyFile(source, folder), null)],
        };
        written.Add((WriteDictionary(connection, dictionary, folder), null));
        var data = written.Select(w => Describe(folder, w.Item1, w.Item2)).ToList();
        Text(folder, PackageFile, DataPackage.Of(source.Info, format, dictionary, data, TimestampFormat));
        Text(folder, ReadmeFile, ExportReadme.Of(source, format, dictionary, data));
        var files = data.Append(Describe(folder, PackageFile, null)).Append(Describe(folder, ReadmeFile, null))
            .OrderBy(f => f.Name, StringComparer.Ordinal).ToList();
        Text(folder, ChecksumFile, string.Concat(files.Select(f => $"{f.Sha256}  {f.Name}\n")));
        return [.. files, Describe(folder, ChecksumFile, null)];
    }

    private static string Copy(DuckDBConnection connection, string table, string folder, string name, string options)
    {
        connection.Execute($"copy snapshot.main.\"{table}\" to '{Quoted(Path.Combine(folder, name))}' ({options})");
        return name;
    }

    private static string CsvTable(DuckDBConnection connection, string table, IEnumerable<DictionaryRow> dictionary, string folder) => Csv(
        connection, $"snapshot.main.\"{table}\"",
        dictionary.Where(d => d.Table == table && d.Column is not null).Select(d => d.Type == "VARCHAR" ? Formulas.Defused(d.Column!) : $"\"{d.Column}\""),
        folder, table + ".csv");

    private static string Csv(DuckDBConnection connection, string source, IEnumerable<string> columns, string folder, string name)
    {
        var path = Path.Combine(folder, name);
        var bare = path + ".bare";
        connection.Execute($"copy (select {string.Join(", ", columns)} from {source}) to '{Quoted(bare)}' (format csv, header true, delimiter ',', quote '\"', timestampformat '{TimestampFormat}')");
        using (var to = File.Create(path))
        using (var from = File.OpenRead(bare))
        {
            to.Write(Encoding.UTF8.Preamble);
            from.CopyTo(to);
        }
        File.Delete(bare);
        return name;
    }

    private static string CopyFile(ExportSource source, string folder)
    {
        File.Copy(source.Path, Path.Combine(folder, source.FileName));
        return source.FileName;
    }

    private static string WriteDictionary(DuckDBConnection connection, IReadOnlyList<DictionaryRow> dictionary, string folder)
    {
        connection.Execute("create or replace temp table dictionary (\"table\" varchar, \"column\" varchar, position integer, type varchar, zh varchar, en varchar)");
        connection.Execute("insert into temp.dictionary values ($Table, $Column, $Position, $Type, $CommentZh, $CommentEn)",
            dictionary.Select(d => new { d.Table, d.Column, d.Position, d.Type, d.CommentZh, d.CommentEn }));
        return Csv(
            connection, "temp.dictionary", ["\"table\"", "\"column\"", "position", "type", Formulas.Defused("zh"), Formulas.Defused("en")],
            folder, DictionaryFile);
    }

    private static void Text(string folder, string name, string text) =>
        File.WriteAllText(Path.Combine(folder, name), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    private static ExportedFile Describe(string folder, string name, string? table)
    {
        using var file = File.OpenRead(Path.Combine(folder, name));
        return new(name, table, file.Length, Convert.ToHexStringLower(SHA256.HashData(file)));
    }

    internal static string Title(SnapshotInfo info) => string.Create(CultureInfo.InvariantCulture,
        $"学习型城市示范区评估数据{(info.Sample ? "（示例数据）" : "")} | Learning-city evaluation data{(info.Sample ? " (sample data)" : "")}");

    private static string Quoted(string path) => path.Replace("'", "''", StringComparison.Ordinal);
}
