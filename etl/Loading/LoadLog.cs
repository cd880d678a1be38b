using Dapper;
using DuckDB.NET.Data;
using LearningCity.Etl.Validation;

namespace LearningCity.Etl.Loading;

/// <summary>Writes what a load did into the store's log tables.</summary>
internal static class LoadLog
{
    /// <summary>Stands in a rule's words for what is found in a file.</summary>
    private const string Found = "…";

    public static int NextLoad(DuckDBConnection connection) => connection.QuerySingle<int>("select coalesce(max(load), 0) + 1 from log_load");

    public static void Write(
        DuckDBConnection connection, int load, DateTime started, DateTime finished, LoadCounts counts,
        IReadOnlyList<ReadFile> files, IReadOnlyList<FileOutcome> outcomes, IReadOnlyList<FaultFound> faults)
    {
        connection.Execute(
            "insert into log_load values ($load, 'load', $started, $finished, $Files, $FilesRejected, $UnitsAccepted, $UnitsRejected, $Added, $Superseded, $Unchanged, $RowsRejected, null)",
            new
            {
                load,
                started,
                finished,
                counts.Files,
                counts.FilesRejected,
                counts.UnitsAccepted,
                counts.UnitsRejected,
                counts.Added,
                counts.Superseded,
                counts.Unchanged,
                counts.RowsRejected,
            });
        // The rules as they stand for this load, so that a snapshot explains its rejected rows.
        connection.Execute("delete from log_rule");
        Append(connection, "log_rule", Rules.All.Select((rule, i) => (Rule: rule, Position: i + 1)), (row, r) => row
            .AppendValue(r.Rule.Name).AppendValue(r.Position).AppendValue(r.Rule.SeverityName).AppendValue(r.Rule.ScopeName)
            .AppendValue(r.Rule.Zh(Found, Found, Found)).AppendValue(r.Rule.En(Found, Found, Found)));
        var extensions = files.ToDictionary(f => f.Number, f => f.Extension);
        Append(connection, "log_source_file", outcomes, (row, file) => row
            .AppendValue(load).AppendValue(file.Sha256).AppendValue(file.Name).AppendValue(file.Path).AppendValue(extensions[file.File])
            .AppendValue(file.Bytes).AppendValue(file.Kind).AppendValue(file.Outcome));
        var hashes = files.ToDictionary(f => f.Number, f => f.Sha256);
        Append(connection, "log_rejected_row", faults, (row, fault) => row
            .AppendValue(load).AppendValue(hashes[fault.File]).AppendValue(fault.FileName).AppendValue(fault.Sheet).AppendValue(fault.Cell)
            .AppendValue(fault.Row).AppendValue(fault.Round).AppendValue(fault.District).AppendValue(fault.Indicator).AppendValue(fault.Rater)
            .AppendValue(fault.Expert).AppendValue(fault.Value).AppendValue(fault.Rule).AppendValue(fault.Severity)
            .AppendValue(fault.MessageZh).AppendValue(fault.MessageEn));
    }

    private static void Append<T>(DuckDBConnection connection, string table, IEnumerable<T> items, Action<IDuckDBAppenderRow, T> fill)
    {
        using var appender = connection.CreateAppender(table);
        foreach (var item in items)
        {
            var row = appender.CreateRow();
            fill(row, item);
            row.EndRow();
        }
    }
}
