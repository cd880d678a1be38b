namespace LearningCity.Dashboard.SqlConsole;

/// <summary>Why a query has no rows to show.</summary>
public enum SqlFaultKind
{
    /// <summary>DuckDB refused it: syntax, an unknown name, a value that cannot be cast.</summary>
    Query,

    /// <summary>It is no single reading statement, or it calls a function that is not open here.</summary>
    Refused,

    /// <summary>It ran longer than it may.</summary>
    Timeout,

    /// <summary>It needed more memory than it may.</summary>
    Memory,

    /// <summary>Its process ended without an answer.</summary>
    Crashed,

    /// <summary>Too many queries are running and waiting.</summary>
    Busy,
}

/// <summary>Where in the query a fault lies.</summary>
/// <param name="Offset">Characters before it, as .NET and JavaScript count them.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in characters as people count them.</param>
public sealed record SqlPosition(int Offset, int Line, int Column);

/// <summary>A fault as people read it: no path, no stack.</summary>
/// <param name="Zh">What happened, in Chinese; DuckDB's own message stays English.</param>
/// <param name="En">What happened, in English.</param>
/// <param name="Error">DuckDB's class of error, such as Binder; null when it was not DuckDB that refused.</param>
/// <param name="Message">DuckDB's own message; null when it was not DuckDB that refused.</param>
public sealed record SqlFault(SqlFaultKind Kind, string Zh, string En, string? Error = null, string? Message = null, SqlPosition? Position = null);
