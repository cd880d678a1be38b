using System.Diagnostics;
using System.Globalization;
using System.Text;
using LearningCity.Tests.Support;

namespace LearningCity.Benchmarks.Pages;

/// <summary>Start-up and page times of the dashboard, as a browser on the same machine meets them. A request with a
/// parameter never seen before cannot come from the output cache; the same request again can. Times are put beside those
/// of <c>/health</c> in the same run, because a shared machine has no speed of its own.</summary>
internal static class PageTimings
{
    private const int Starts = 7;
    private const int Requests = 200;
    private const int Visits = 5;

    private static readonly string[] Pages =
    [
        "/", "/rankings", "/rankings?of=adjusted", "/indicators", "/indicators?show=change", "/indicators/F1", "/gaps", "/trends", "/trends?indicator=F1&district=110112", "/districts",
        "/districts/110112", "/search?q=11", "/data", "/data/loads", "/data/rejected", "/data/checks", "/data/lineage", "/data/dictionary", "/methods", "/sql",
        "/api/v1/rankings", "/api/v1/results", "/api/v1/indicators", "/api/v1/agreement", "/api/v1/panel", "/api/v1/certainty", "/api/v1/trends", "/api/v1/districts/110112",
        "/api/v1/changes",
    ];

    /// <param name="options">Number of districts (16: the sample that comes along), and a folder with a published dashboard (else the one built with this program).</param>
    public static async Task<int> RunAsync(string[] options)
    {
        var districts = int.Parse(options.ElementAtOrDefault(0) ?? "16", CultureInfo.InvariantCulture);
        var program = Path.GetFullPath(options.ElementAtOrDefault(1) ?? AppContext.BaseDirectory);
        var folder = Directory.CreateTempSubdirectory("learningcity-pages-").FullName;
        var data = Path.Combine(folder, "data");
        try
        {
            await PrepareAsync(folder, data, districts, program);
            var average = Machine.LoadAverage();
            var text = new StringBuilder();
            text.AppendLine("Written by `dotnet run -c Release --project tests/Benchmarks -- pages [DISTRICTS [FOLDER]]`, one request after the other. *Made anew* is not in the output cache; what");
            text.AppendLine("a snapshot has been asked before, and drawn figures, are known. FOLDER holds a dashboard published with the profile `Production`.").AppendLine();
            text.AppendLine(CultureInfo.InvariantCulture, $"{Machine.Now} Load average before: {average:0.0}. {(options.Length > 1 ? "Published ahead of time." : "Built, not published.")}").AppendLine();
            text.AppendLine(await StartsAsync(program, data)).AppendLine();
            await using var server = await DashboardServer.StartAsync(program, data);
            if (Browser.Available)
                text.AppendLine(await VisitsAsync(server, districts)).AppendLine();
            text.AppendLine(await PagesAsync(server));
            Results.Write($"Start and pages, {districts} districts", text.ToString());
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task PrepareAsync(string folder, string data, int districts, string program)
    {
        if (districts == 16)
        {
            // The first start loads the sample; the starts measured below find a snapshot.
            await using var first = await DashboardServer.StartAsync(program, data);
            return;
        }

        var sample = Path.Combine(folder, "sample");
        string[][] verbs =
        [
            ["sample", sample, "--districts", districts.ToString(CultureInfo.InvariantCulture), "--rounds", "3", "--experts", "5", "--format", "tidy"],
            ["catalog", "import", sample + "-catalog", "--no-publish"], ["load", sample],
        ];
        foreach (var verb in verbs)
            await Measured.RunAsync("LearningCity.Etl.dll", [.. verb, "--data", data]);
    }

    private static async Task<string> StartsAsync(string program, string data)
    {
        var times = new List<(double Wall, double Cpu)>();
        for (var i = 0; i < Starts; i++)
        {
            var watch = Stopwatch.StartNew();
            await using var server = await DashboardServer.StartAsync(program, data);
            using var client = new HttpClient { BaseAddress = server.Address };
            (await client.GetAsync("/")).EnsureSuccessStatusCode();
            using var process = Process.GetProcessById(server.ProcessId);
            times.Add((watch.Elapsed.TotalMilliseconds, process.TotalProcessorTime.TotalMilliseconds));
        }

        var (wall, cpu) = (times.Select(t => t.Wall).Order().ToList(), times.Select(t => t.Cpu).Order().ToList());
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"Process start to first page, {Starts} starts: {wall[0]:0} ms at least, median {wall[Starts / 2]:0} ms, {wall[^1]:0} ms at most; processor time {cpu[0]:0} ms at least, median {cpu[Starts / 2]:0} ms.");
        Console.WriteLine(line);
        return line;
    }

    /// <summary>The rankings in a browser that has never been here.</summary>
    private static async Task<string> VisitsAsync(DashboardServer server, int districts)
    {
        var visits = new List<BrowserVisit>();
        for (var i = 0; i < Visits; i++)
            visits.Add(await Browser.VisitAsync(new Uri(server.Address, "/rankings"), "table.ranking tbody tr", Math.Min(15, districts)));
        var median = visits.OrderBy(v => v.RowsVisible).ElementAt(Visits / 2);
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"`/rankings` in a fresh Chromium, {Visits} visits: {median.Rows} rows visible after {visits.Min(v => v.RowsVisible.TotalMilliseconds):0} ms at least, median {median.RowsVisible.TotalMilliseconds:0} ms; all loaded after {median.Loaded.TotalMilliseconds:0} ms; {median.Bytes / 1024.0:0} kB in {median.Requests} requests.");
        Console.WriteLine(line);
        return line;
    }

    private static async Task<string> PagesAsync(DashboardServer server)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        var text = new StringBuilder();
        var health = (await TimeAsync(client, _ => "/health")).Median;
        text.AppendLine(CultureInfo.InvariantCulture, $"`/health`: median {health:0.00} ms.").AppendLine();
        text.AppendLine("| page | kB | first ms | made anew p50 ms | p95 ms | ÷ health | kept p50 ms | p95 ms |");
        text.AppendLine("|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var page in Pages)
        {
            var watch = Stopwatch.StartNew();
            var bytes = (await client.GetByteArrayAsync(page)).Length;
            var first = watch.Elapsed.TotalMilliseconds;
            // The API refuses a parameter that it does not know, so a size of page makes its address new.
            var api = page.StartsWith("/api/", StringComparison.Ordinal);
            var ask = page.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            var anew = await TimeAsync(client, i => api && !page.Contains("districts", StringComparison.Ordinal) ? $"{page}{ask}pageSize={100 + 50 + i}" : $"{page}{ask}benchmark={i}");
            var kept = await TimeAsync(client, _ => page);
            var row = string.Create(
                CultureInfo.InvariantCulture,
                $"| `{page}` | {bytes / 1024.0:0} | {first:0} | {anew.Median:0.0} | {anew.P95:0.0} | {anew.Median / health:0} | {kept.Median:0.0} | {kept.P95:0.0} |");
            Console.WriteLine(row);
            text.AppendLine(row);
        }

        using var process = Process.GetProcessById(server.ProcessId);
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Resident memory afterwards: {process.WorkingSet64 / 1e6:0} MB, {process.PeakWorkingSet64 / 1e6:0} MB at most.");
        return text.ToString();
    }

    private static async Task<(double Median, double P95)> TimeAsync(HttpClient client, Func<int, string> url)
    {
        for (var i = 0; i < 20; i++)
        {
            (await client.GetAsync(url(-1 - i))).EnsureSuccessStatusCode();
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
