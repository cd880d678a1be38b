using System.Diagnostics;
using LearningCity.Tests.Support;

namespace LearningCity.Benchmarks.Pages;

/// <summary>Start-up and page times of the built dashboard over the sample, as a browser on the same machine meets them. A request with a
/// parameter never seen before cannot come from the output cache; the same request again can. Times are put beside those
/// of <c>/health</c> in the same run, because a shared machine has no speed of its own.</summary>
internal static class PageTimings
{
    private const int Starts = 5;
    private const int Requests = 200;

    private static readonly string[] Pages =
        ["/", "/rankings", "/indicators", "/indicators/F1", "/gaps", "/trends", "/districts/110112", "/api/v1/rankings", "/api/v1/results"];

    public static async Task<int> RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("learningcity-pages-").FullName;
        try
        {
            await using (await DashboardServer.StartAsync(AppContext.BaseDirectory, data))
            {
                // The first start loads the sample; the starts measured below find a snapshot.
            }

            await PrintStartsAsync(data);
            await PrintPagesAsync(data);
            return 0;
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task PrintStartsAsync(string data)
    {
        var times = new List<double>();
        for (var i = 0; i < Starts; i++)
        {
            var watch = Stopwatch.StartNew();
            await using var server = await DashboardServer.StartAsync(AppContext.BaseDirectory, data);
            using var client = new HttpClient { BaseAddress = server.Address };
            (await client.GetAsync("/")).EnsureSuccessStatusCode();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine($"process start to first page, {Starts} starts: min {times[0]:0} ms, median {times[Starts / 2]:0} ms, max {times[^1]:0} ms");
        Console.WriteLine();
    }

    private static async Task PrintPagesAsync(string data)
    {
        await using var server = await DashboardServer.StartAsync(AppContext.BaseDirectory, data);
        using var client = new HttpClient { BaseAddress = server.Address };
        var health = (await TimeAsync(client, _ => "/health")).Median;
        Console.WriteLine($"{Requests} requests each, one after the other; /health median {health:0.00} ms");
        Console.WriteLine($"{"page",-28}{"kB",8}{"uncached p50",14}{"p95",9}{"ratio",8}{"cached p50",12}{"p95",9}");
        foreach (var page in Pages)
        {
            var bytes = (await client.GetByteArrayAsync(page)).Length;
            // The API refuses a parameter that it does not know, so a page size that no answer reaches makes its address new.
            var fresh = page.StartsWith("/api/", StringComparison.Ordinal) ? "pageSize=" : "benchmark=";
            var uncached = await TimeAsync(client, i => $"{page}?{fresh}{5000 + i}");
            var cached = await TimeAsync(client, _ => page);
            Console.WriteLine(
                $"{page,-28}{bytes / 1024.0,8:0.0}{uncached.Median,14:0.00}{uncached.P95,9:0.00}{uncached.Median / health,8:0.0}{cached.Median,12:0.00}{cached.P95,9:0.00}");
        }
    }

    private static async Task<(double Median, double P95)> TimeAsync(HttpClient client, Func<int, string> url)
    {
        for (var i = 0; i < 20; i++)
        {
            await client.GetByteArrayAsync(url(-1 - i));
        }

        var times = new double[Requests];
        for (var i = 0; i < Requests; i++)
        {
            var watch = Stopwatch.StartNew();
            await client.GetByteArrayAsync(url(i));
            times[i] = watch.Elapsed.TotalMilliseconds;
        }

        Array.Sort(times);
        return (times[Requests / 2], times[(int)(Requests * 0.95)]);
    }
}
