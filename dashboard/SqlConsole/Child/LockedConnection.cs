using DuckDB.NET.Data;

namespace LearningCity.Dashboard.SqlConsole.Child;

/// <summary>A connection that reads one file and nothing else, and whose settings cannot be changed back.</summary>
internal static class LockedConnection
{
    private static readonly string[] Settings =
    [
        "set errors_as_json = true",
        "set timezone = 'UTC'",
        "set enable_progress_bar = false",
        "set autoinstall_known_extensions = false",
        "set autoload_known_extensions = false",
        "set allow_community_extensions = false",
        "set allow_persistent_secrets = false",
        "set temp_directory = ''",
        "set enable_external_access = false",
        "set lock_configuration = true",
    ];

    public static DuckDBConnection Open(string? file, SqlLimits limits)
    {
        var mode = file is null ? "Data Source=:memory:" : $"Data Source={file};ACCESS_MODE=READ_ONLY";
        var connection = new DuckDBConnection($"{mode};threads=1;memory_limit={limits.DuckDbMemory}MB");
        connection.Open();
        using var command = connection.CreateCommand();
        foreach (var setting in Settings)
        {
            command.CommandText = setting;
            command.ExecuteNonQuery();
        }

        return connection;
    }
}
