using System.Diagnostics;
using System.Text.Json;
using DuckDB.NET.Data;
using Microsoft.Win32.SafeHandles;

namespace LearningCity.Dashboard.SqlConsole.Child;

/// <summary>The other end of the SQL console: this same program, started with a hidden verb, which answers exactly one query and ends.
/// Whatever the query does to it, the dashboard goes on.</summary>
public static class SqlChild
{
    /// <summary>The hidden verb.</summary>
    public const string Verb = "sql-child";

    private const string Describe = "describe ";

    /// <summary>Waits for one order on standard input, answers it on standard output and returns the exit code.</summary>
    public static int Run()
    {
        Confinement.AtStart();
        using var input = Pipe(0);
        using var output = Pipe(1);
        WarmUp.Run(output);
        var order = ReadOrder(input);
        if (order is null)
        {
            return 0;
        }

        EndWith(input, order.Limits);
        using var rows = new RowWriter(output, order.Limits);
        try
        {
            using var connection = LockedConnection.Open(order.File, order.Limits);
            Confinement.BeforeQuery(order.Limits);
            Answer(connection, order, rows);
        }
        catch (DuckDBException e)
        {
            rows.Write(Faults.Of(e, order));
        }

        return 0;
    }

    /// <summary>Answers an order into a writer: rows and an end, or a fault.</summary>
    internal static void Answer(DuckDBConnection connection, SqlOrder order, RowWriter rows)
    {
        try
        {
            var (refusal, describes) = StatementGuard.Check(connection, order.Sql);
            if (refusal is not null)
            {
                rows.Write(refusal);
                return;
            }

            Query(connection, order, describes, rows);
        }
        catch (DuckDBException e)
        {
            rows.Write(Faults.Of(e, order));
        }
        catch (UnreadableValueException e)
        {
            rows.Write(Faults.Unreadable(e));
        }
        catch (OutOfMemoryException)
        {
            rows.Write(Faults.Memory(order.Limits));
        }
    }

    private static void Query(DuckDBConnection connection, SqlOrder order, bool describes, RowWriter rows)
    {
        var clock = Stopwatch.StartNew();
        string[]? types;
        try
        {
            types = describes ? null : Types(connection, order.Sql);
        }
        catch (DuckDBException e)
        {
            rows.Write(Faults.Of(e, order, Describe.Length));
            return;
        }

        using var command = connection.CreateCommand();
        command.UseStreamingMode = true;
        command.CommandText = order.Sql;
        using var reader = command.ExecuteReader();
        rows.Write([.. Enumerable.Range(0, reader.FieldCount)
            .Select(i => new SqlColumn(reader.GetName(i), types?[i] ?? reader.GetDataTypeName(i).ToUpperInvariant()))]);
        string? truncated = null;
        while (truncated is null && reader.Read())
        {
            truncated = rows.Write(reader);
        }

        // The dashboard ends this process on reading this line, so rows beyond the limit are never computed.
        rows.Write(new SqlEnd(rows.Rows, truncated, Math.Round(clock.Elapsed.TotalMilliseconds, 1)));
    }

    /// <summary>DuckDB's names of the columns' types, which the reader does not give (DECIMAL without its scale, LIST without its element).</summary>
    private static string[] Types(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Describe + sql;
        using var reader = command.ExecuteReader();
        var types = new List<string>();
        while (reader.Read())
        {
            types.Add(reader.GetString(1));
        }

        return [.. types];
    }

    /// <summary>Standard input or output without the console class, which would open files at its first use.</summary>
    private static Stream Pipe(int descriptor) =>
        OperatingSystem.IsWindows()
            ? descriptor == 0 ? Console.OpenStandardInput() : Console.OpenStandardOutput()
            : new FileStream(new SafeFileHandle(descriptor, ownsHandle: false), descriptor == 0 ? FileAccess.Read : FileAccess.Write, 1);

    private static SqlOrder? ReadOrder(Stream input)
    {
        var line = new MemoryStream();
        for (var b = input.ReadByte(); b >= 0; b = input.ReadByte())
        {
            if (b == '\n')
            {
                return JsonSerializer.Deserialize(line.GetBuffer().AsSpan(0, (int)line.Length), WireJson.Default.SqlOrder);
            }

            line.WriteByte((byte)b);
        }

        return null;
    }

    /// <summary>Ends this process when the dashboard has closed its end, and at the limit should the dashboard itself be unable to.</summary>
    private static void EndWith(Stream input, SqlLimits limits)
    {
        var late = TimeSpan.FromSeconds(limits.Seconds + 2);
        new Thread(() =>
        {
            Thread.Sleep(late);
            Confinement.End();
        })
        { IsBackground = true }.Start();
        new Thread(() =>
        {
            input.ReadByte();
            Confinement.End();
        })
        { IsBackground = true }.Start();
    }
}
