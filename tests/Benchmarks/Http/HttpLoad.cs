using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace LearningCity.Benchmarks.Http;

/// <summary>What a server did under load.</summary>
/// <param name="Server">Processor time of the server for one request.</param>
/// <param name="Driver">Processor time of this process for one request.</param>
/// <param name="Bytes">Of one answer on the wire.</param>
internal sealed record LoadTaken(double PerSecond, TimeSpan Median, TimeSpan P95, TimeSpan Server, TimeSpan Driver, int Bytes)
{
    /// <summary>Requests a second that two cores would manage with nothing else to do: what is left when the other work on the machine is taken out.</summary>
    public double PerSecondOfTwoCores => 2 / (Server + Driver).TotalSeconds;
}

/// <summary>A fixed number of connections to a server on this computer, each asking as soon as it has been answered, for a fixed time.</summary>
internal static class HttpLoad
{
    private const int Connections = 16;

    // A server that answers much faster than any here shall not fill the memory with times.
    private const int MostRequests = 2_000_000;

    /// <param name="target">Path and query of the n-th request.</param>
    /// <param name="headers">Lines beside the host, each with its line end.</param>
    /// <exception cref="InvalidDataException">An answer had another status than <paramref name="expected"/>.</exception>
    public static async Task<LoadTaken> RunAsync(Uri address, int serverId, TimeSpan duration, Func<long, string> target, string headers = "", int expected = 200)
    {
        using var server = Process.GetProcessById(serverId);
        using var driver = Process.GetCurrentProcess();
        var (times, sent, bytes) = (new ConcurrentBag<List<long>>(), -1L, 0);
        var connections = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => KeptConnection.OpenAsync(address)));
        var (serverBefore, driverBefore, start) = (Cpu(server), Cpu(driver), Stopwatch.GetTimestamp());
        await Task.WhenAll(connections.Select(connection => Task.Run(async () =>
        {
            var own = new List<long>();
            var before = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(start) < duration && Interlocked.Increment(ref sent) is var n && n < MostRequests)
            {
                var request = Encoding.ASCII.GetBytes($"GET {target(n)} HTTP/1.1\r\nHost: {address.Authority}\r\n{headers}\r\n");
                var answer = await connection.AskAsync(request);
                if (answer.Status != expected)
                    throw new InvalidDataException($"{target(n)} answered {answer.Status}, not {expected}");
                var now = Stopwatch.GetTimestamp();
                own.Add(now - before);
                (before, bytes) = (now, answer.Bytes);
            }

            times.Add(own);
        })));
        var took = Stopwatch.GetElapsedTime(start);
        var (serverTook, driverTook) = (Cpu(server) - serverBefore, Cpu(driver) - driverBefore);
        foreach (var connection in connections)
            connection.Dispose();

        long[] all = [.. times.SelectMany(t => t).Order()];
        TimeSpan At(double share) => TimeSpan.FromSeconds(all[(int)(all.Length * share)] / (double)Stopwatch.Frequency);
        return new(all.Length / took.TotalSeconds, At(0.5), At(0.95), serverTook / all.Length, driverTook / all.Length, bytes);
    }

    private static TimeSpan Cpu(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }
}
