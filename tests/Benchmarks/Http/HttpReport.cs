using System.Globalization;
using System.Text;
using LearningCity.Tests.Support;

namespace LearningCity.Benchmarks.Http;

/// <summary>Requests a second of the built dashboard over the sample, beside those of a bare server in the same run, since a shared machine has no speed of its
/// own. Server and driver share the machine's processors.</summary>
internal static class HttpReport
{
    private const string Section = "Requests a second";
    private const string Compressed = "Accept-Encoding: br\r\n";

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    private static readonly string[] Targets =
        ["/", "/rankings", "/indicators", "/gaps", "/districts/110112", "/figures/ranks-over-rounds.svg", "/api/v1/rankings", "/api/v1/results"];

    private static readonly string[] Sorts = ["rank", "-rank", "points", "-points", "district", "-district", "rate", "-rate"];

    /// <param name="options">Seconds for each measurement (10), and a folder with a published dashboard (else the one built with this program).</param>
    public static async Task<int> RunAsync(string[] options)
    {
        var duration = TimeSpan.FromSeconds(double.Parse(options.ElementAtOrDefault(0) ?? "10", CultureInfo.InvariantCulture));
        var program = Path.GetFullPath(options.ElementAtOrDefault(1) ?? AppContext.BaseDirectory);
        var data = Directory.CreateTempSubdirectory("learningcity-http-").FullName;
        var average = Machine.LoadAverage();
        try
        {
            var page = new StringBuilder();
            page.AppendLine(await PlainAsync(duration));
            await using (await DashboardServer.StartAsync(program, data))
            {
                // The first start loads the sample; the one measured finds a snapshot, as every later one does.
            }

            await using var server = await DashboardServer.StartAsync(program, data);
            var idle = Machine.Resident(server.ProcessId);
            foreach (var target in Targets)
            {
                await Row(page, server, $"`{target}` kept", duration, _ => target);
                await Row(page, server, $"`{target}` kept, compressed", duration, _ => target, Compressed);
                // A figure is drawn once a snapshot, and refuses parameters that it does not know: it has no address that was never asked for.
                if (!target.StartsWith("/figures/", StringComparison.Ordinal))
                    await Row(page, server, $"`{target}` made anew", duration, n => Anew(target, n), Compressed);
            }

            using var client = new HttpClient { BaseAddress = server.Address };
            var tag = (await client.GetAsync("/rankings")).Headers.ETag;
            await Row(page, server, "`/rankings` not changed (304)", duration, _ => "/rankings", $"If-None-Match: {tag}\r\n", 304);
            var busy = Machine.Resident(server.ProcessId);
            Results.Write(Section, Text(duration, average, page.ToString(), idle, busy));
            return 0;
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<string> PlainAsync(TimeSpan duration)
    {
        await using var plain = await DashboardServer.StartProgramAsync(Path.Combine(AppContext.BaseDirectory, "LearningCity.Benchmarks.dll"), [PlainServer.Verb]);
        await HttpLoad.RunAsync(plain.Address, plain.ProcessId, WarmUp, _ => "/");
        return Line("*bare Kestrel, 10 kB*", await HttpLoad.RunAsync(plain.Address, plain.ProcessId, duration, _ => "/"));
    }

    private static async Task Row(
        StringBuilder page, DashboardServer server, string name, TimeSpan duration, Func<long, string> target, string headers = "", int expected = 200)
    {
        // What is made anew is not asked for a second time: the warming up has numbers of its own.
        await HttpLoad.RunAsync(server.Address, server.ProcessId, WarmUp, n => target(n + 50_000), headers, expected);
        page.AppendLine(Line(name, await HttpLoad.RunAsync(server.Address, server.ProcessId, duration, target, headers, expected)));
    }

    /// <summary>An address that has not been asked for, and that says the same. The API refuses parameters that it does not know.</summary>
    private static string Anew(string target, long n) =>
        target.StartsWith("/api/", StringComparison.Ordinal)
            ? $"{target}?sort={(target.EndsWith("rankings", StringComparison.Ordinal) ? Sorts[n / 9000 % Sorts.Length] : "district")}&pageSize={1000 + n % 9000}"
            : $"{target}?benchmark={n}";

    private static string Line(string name, LoadTaken taken)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {taken.Bytes / 1024.0:0.0} | {taken.PerSecond:0} | {taken.Median.TotalMilliseconds:0.0} | {taken.P95.TotalMilliseconds:0.0} | {taken.Server.TotalMicroseconds:0} | {taken.Driver.TotalMicroseconds:0} | {taken.PerSecondOfTwoCores:0} |");
        Console.WriteLine(line);
        return line;
    }

    private static string Text(TimeSpan duration, double average, string rows, Machine.Memory idle, Machine.Memory busy) => string.Create(CultureInfo.InvariantCulture, $"""
        Written by `dotnet run -c Release --project tests/Benchmarks -- http [SECONDS [FOLDER]]`: the dashboard in a process of its own over the sample (16 districts), sixteen
        connections that are kept and ask again as soon as they are answered, {duration.TotalSeconds:0} s each after a warm-up. *Made anew* asks for addresses that were never asked for, compressed
        (brotli). *µs* is processor time for one request; *of two cores* is what the two would make of it with nothing else to do, 2 ÷ (server + driver): the clock's own
        requests a second suffer from other work on the machine. The first row is a server that does nothing but send 10 kB: what driver and machine can do.

        {Machine.Now} Load average before: {average:0.0}.

        | what | kB | requests/s | p50 ms | p95 ms | server µs | driver µs | of two cores |
        |---|---:|---:|---:|---:|---:|---:|---:|
        {rows.TrimEnd()}

        Resident memory of the server: {idle.Now / 1e6:0} MB before the first request, {busy.Now / 1e6:0} MB after all of these, {busy.Peak / 1e6:0} MB at most.
        """);
}
