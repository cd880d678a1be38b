namespace LearningCity.Dashboard.SqlConsole;

/// <summary>What one query may take; section <c>SqlConsole</c> of the configuration.</summary>
public sealed record SqlLimits
{
    /// <summary>Seconds a query may run before its process is killed.</summary>
    public double Seconds { get; init; } = 10;

    /// <summary>Seconds that a process may take to start.</summary>
    public double StartSeconds { get; init; } = 30;

    /// <summary>Rows of an answer; further ones are cut off and the answer says so.</summary>
    public int Rows { get; init; } = 10_000;

    /// <summary>Bytes of an answer's rows as JSON; further rows are cut off and the answer says so.</summary>
    public long Bytes { get; init; } = 20_000_000;

    /// <summary>MiB that DuckDB may use for one query.</summary>
    public int DuckDbMemory { get; init; } = 256;

    /// <summary>MiB that the whole process of a query may use. The system refuses more, and the dashboard kills what passes it all the same.</summary>
    public int ProcessMemory { get; init; } = 768;

    /// <summary>Queries that run at once; the others wait their turn.</summary>
    public int Concurrent { get; init; } = 2;

    /// <summary>Queries that may wait; beyond that the answer is "busy".</summary>
    public int Queue { get; init; } = 64;

    /// <summary>Seconds that a query waits for its turn before the answer is "busy".</summary>
    public double QueueSeconds { get; init; } = 30;

    /// <summary>Characters of a query.</summary>
    public int Length { get; init; } = 50_000;

    /// <summary>Processes kept started for the next query.</summary>
    public int Spares { get; init; } = 1;

    /// <summary>Minutes without a query after which spares end.</summary>
    public double SpareMinutes { get; init; } = 5;
}
