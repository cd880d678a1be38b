using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Questions;

/// <summary>A snapshot in figures.</summary>
/// <param name="Scores">In force.</param>
/// <param name="Earlier">Values that were corrected or retracted.</param>
/// <param name="Files">Different source files.</param>
/// <param name="LastLoad">Null when nothing was loaded.</param>
/// <param name="Rejected">Rows sent back, over all loads.</param>
/// <param name="Warned">Rows accepted with a warning.</param>
/// <param name="ChecksWarned">Checks that found rows and did not prevent the publication.</param>
public sealed record DataSummary(
    long Scores, long Earlier, long Files, int Loads, int? LastLoad, DateTimeOffset? LastLoadAt, long Rejected, long Warned,
    int Checks, int ChecksWarned, int Tables, int Columns);

/// <summary>How much is in the snapshot, and where did it come from?</summary>
public static class DataSummaries
{
    public static DataSummary Ask(SnapshotReader s) => s.Query<DataSummary>("""
        select
            (select count(*) from fct_score) as scores,
            (select count(*) from hst_score) as earlier,
            (select count(distinct source_file) from log_source_file) as files,
            (select count(*)::integer from log_load) as loads,
            (select max(load) from log_load) as last_load,
            (select max(finished_at) from log_load) as last_load_at,
            (select count(*) from log_rejected_row where severity = 'reject') as rejected,
            (select count(*) from log_rejected_row where severity = 'warn') as warned,
            (select count(*)::integer from log_check) as checks,
            (select count(*)::integer from log_check where rows_failed > 0) as checks_warned,
            (select count(*)::integer from duckdb_tables() where database_name = current_database() and not temporary) as tables,
            (select count(*)::integer from duckdb_columns() where database_name = current_database() and not internal) as columns
        """)[0];
}
