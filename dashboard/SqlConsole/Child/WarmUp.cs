namespace LearningCity.Dashboard.SqlConsole.Child;

/// <summary>Runs the whole path once before an order comes, so that a query pays neither for loading nor for compiling, and so that
/// everything that has to be opened is open before opening is forbidden.</summary>
internal static class WarmUp
{
    private static readonly string[] Queries =
    [
        "with recursive r(i) as (select 1 union all select i + 1 from r where i < 2) " +
        "select i, i::hugeint, 1.5::decimal(6, 2), 0.5, 'a', true, date '2026-01-01', timestamp '2026-01-01', now(), time '10:00', " +
        "interval 1 month, [1], {'a': 1}, map{'k': 1}, 'x'::blob, uuid(), null, 'infinity'::date, 1e30::decimal(38, 0) from r",
        "selec 1",
        "select nope",
        "select 1; select 2",
        "select * from read_text('x')",
        "describe select 1",
    ];

    public static void Run(Stream output)
    {
        var limits = new SqlLimits();
        using var connection = LockedConnection.Open(null, limits);
        foreach (var sql in Queries)
        {
            using var rows = new RowWriter(Stream.Null, limits);
            SqlChild.Answer(connection, new SqlOrder("/x", sql, limits), rows);
        }

        // An object that says nothing: writing is warm too, and the dashboard passes over it.
        output.Write("{}\n"u8);
        output.Flush();
    }
}
