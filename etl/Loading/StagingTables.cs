using Dapper;
using DuckDB.NET.Data;
using LearningCity.Etl.Readers;
using LearningCity.Etl.Recognition;
using LearningCity.Etl.Validation;

namespace LearningCity.Etl.Loading;

/// <summary>A file as it was read.</summary>
/// <param name="Bytes">Null for a file that could not be read, or is a long list and was left on disk.</param>
/// <param name="Long">The file as a long list; null for any other.</param>
internal sealed record ReadFile(int Number, SourceFile Source, string Sha256, byte[]? Bytes, long Length, PlainText? Long = null)
{
    public string Extension => FileArchive.ExtensionOf(Source.Name);
}

/// <summary>Brings what was recognised into temporary tables, where the rules are judged.</summary>
internal static class StagingTables
{
    public static void Fill(DuckDBConnection connection, IReadOnlyList<ReadFile> files, Staged staged)
    {
        connection.Execute(Sql("staging"));
        Append(connection, "stg_rule", Rules.All, (row, rule) => row.AppendValue(rule.Name).AppendValue(rule.SeverityName).AppendValue(rule.ScopeName));
        Append(connection, "stg_file", files, (row, file) => row
            .AppendValue(file.Number).AppendValue(file.Sha256).AppendValue(file.Source.Name).AppendValue(file.Source.Path)
            .AppendValue(file.Extension).AppendValue(file.Length));
        Append(connection, "stg_unit", staged.Units, (row, unit) => row
            .AppendValue(unit.Id).AppendValue(unit.File).AppendValue(unit.Sheet).AppendValue(unit.Kind.ToString().ToLowerInvariant())
            .AppendValue(unit.Round).AppendValue(unit.District).AppendValue(unit.RoundText).AppendValue(unit.DistrictText).AppendValue(unit.Framework));
        var order = 0;
        // The rows of a long list stand among those that were left in the database.
        long Id(StagedScore score) => files[staged.Units[score.Unit - 1].File - 1] is { Long: not null } list ? ((long)list.Number << 32) + score.Row : ((long)staged.Units[score.Unit - 1].File << 32) + ++order;
        Append(connection, "stg_score", staged.Scores, (row, score) => row
            .AppendValue(Id(score)).AppendValue(score.Unit).AppendValue(score.Sheet).AppendValue(score.Cell).AppendValue((long)score.Row)
            .AppendValue(score.Indicator).AppendValue(score.Rater).AppendValue(score.Expert).AppendValue(score.Value)
            .AppendValue(score.Points).AppendValue(score.Readable).AppendValue(score.Note));
        Append(connection, "stg_claim", staged.Claims, (row, claim) => row
            .AppendValue(claim.Unit).AppendValue(claim.Sheet).AppendValue(claim.Cell).AppendValue((long)claim.Row).AppendValue(claim.Indicator)
            .AppendValue(claim.Rater).AppendValue(claim.Expert).AppendValue(claim.Head).AppendValue(claim.Value).AppendValue(claim.Points));
        Append(connection, "stg_fault", staged.Faults, (row, fault) => row
            .AppendValue(fault.File).AppendValue(fault.Unit).AppendValue(fault.Rule.Name).AppendValue(fault.Sheet).AppendValue(fault.Cell)
            .AppendValue((long?)fault.Row).AppendValue(fault.Indicator).AppendValue(fault.Rater).AppendValue(fault.Expert)
            .AppendValue(fault.Value).AppendValue(fault.Expected.Zh).AppendValue(fault.Detail.Zh).AppendValue(fault.Expected.En).AppendValue(fault.Detail.En));
        connection.Execute(Sql("framework"));
    }

    /// <summary>The districts in rounds that the staged scores are of, as far as they are known.</summary>
    public static IReadOnlyList<(string Round, string District)> Units(DuckDBConnection connection) =>
        [.. connection.Query<(string, string)>("select distinct round, district from stg_unit where round is not null and district is not null")];

    /// <summary>A file of <c>Loading/sql</c>.</summary>
    public static string Sql(string name)
    {
        using var reader = new StreamReader(typeof(StagingTables).Assembly.GetManifestResourceStream($"Loading/{name}.sql")!);
        return reader.ReadToEnd();
    }

    /// <summary>Fills a temporary table.</summary>
    public static void Append<T>(DuckDBConnection connection, string table, IEnumerable<T> rows, Action<IDuckDBAppenderRow, T> fill)
    {
        using var appender = connection.CreateAppender("temp", "main", table);
        foreach (var item in rows)
        {
            var row = appender.CreateRow();
            fill(row, item);
            row.EndRow();
        }
    }
}
