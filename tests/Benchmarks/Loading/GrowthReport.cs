using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace LearningCity.Benchmarks.Loading;

/// <summary>Runs the sizes and writes <c>RESULTS.md</c>; or runs one and says whether it is grossly slower than it was.</summary>
internal static class GrowthReport
{
    private const int Rounds = 10;
    private const int Experts = 14;

    private const long CheckedScores = 200_000;

    // 4.8 as measured, much of it the start of the program. Processor time, so that a busy machine does not fail it.
    private const double MostRatio = 15;

    private static readonly long[] Sizes = [1_000, 10_000, 100_000, 1_000_000];

    public static async Task<int> RunAsync(IReadOnlyList<string> sizes)
    {
        var timings = new List<GrowthTiming>();
        foreach (var size in sizes.Count == 0 ? Sizes : [.. sizes.Select(s => long.Parse(s, CultureInfo.InvariantCulture))])
        {
            timings.Add(await GrowthTimings.RunAsync(size, Rounds, Experts));
            Console.WriteLine(Row(timings[^1]));
        }

        var path = Path.Combine(Folder(), "RESULTS.md");
        await File.WriteAllTextAsync(path, Page(timings));
        Console.WriteLine(path);
        return 0;
    }

    /// <returns>1 when the load has become grossly slower than the floor of the same run.</returns>
    public static async Task<int> CheckAsync()
    {
        var timing = await GrowthTimings.RunAsync(CheckedScores, Rounds, Experts);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"load of {timing.Scores} scores: {timing.LoadRatio:0.0} times the floor; at most {MostRatio:0}"));
        return timing.LoadRatio <= MostRatio ? 0 : 1;
    }

    private static string Page(List<GrowthTiming> timings)
    {
        var page = new StringBuilder();
        page.AppendLine("# Measurements").AppendLine();
        page.AppendLine("Written by `dotnet run -c Release --project tests/Benchmarks -- growth [SCORES…]`. Times are processor seconds of whole processes, since other");
        page.AppendLine("work on the machine stretches the clock; the clock's own seconds stand in brackets. *Floor* is DuckDB's typed `create table as select … from read_csv` of");
        page.AppendLine("the same file into a fresh database with a checkpoint, run before and after. *Load* is `etl load --no-publish`: reading, validation, lineage,");
        page.AppendLine("history, log. *Publish* is marts, checks and the snapshot. *One more* is a correction of 22 scores of one district, loaded afterwards.").AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} processors ({RuntimeInformation.ProcessArchitecture}), {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}. {Rounds} rounds, 22 indicators, {Experts} experts beside self and consolidated scores.").AppendLine();
        page.AppendLine("| scores | districts | file MB | floor s | load s | load ÷ floor | publish s | all ÷ floor | peak MB | one more s | store MB | snapshot MB | load average |");
        page.AppendLine("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var timing in timings)
            page.AppendLine(Row(timing));
        page.AppendLine();
        if (timings.Count > 2)
        {
            page.AppendLine("Growth, as the exponent of a power of the number of scores fitted by least squares (1 is linear):");
            page.AppendLine(CultureInfo.InvariantCulture, $"floor {Exponent(timings, t => t.Floor):0.00}, load {Exponent(timings, t => t.Load):0.00}, publish {Exponent(timings, t => t.Publish):0.00}, one more {Exponent(timings, t => t.OneMore):0.00}.");
        }

        return page.ToString();
    }

    private static string Row(GrowthTiming t) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {t.Scores} | {t.Districts} | {t.FileBytes / 1e6:0.0} | {Seconds(t.Floor)} | {Seconds(t.Load)} | {t.LoadRatio:0.0} | {Seconds(t.Publish)} | {t.Ratio:0.0} | {Math.Max(t.Load.PeakBytes, t.Publish.PeakBytes) / 1e6:0} | {Seconds(t.OneMore)} | {t.StoreBytes / 1e6:0.0} | {t.SnapshotBytes / 1e6:0.0} | {t.LoadAverage:0.0} |");

    private static string Seconds(Measured measured) =>
        string.Create(CultureInfo.InvariantCulture, $"{measured.Cpu.TotalSeconds:0.0} ({measured.Wall.TotalSeconds:0.0})");

    private static double Exponent(List<GrowthTiming> timings, Func<GrowthTiming, Measured> of)
    {
        var points = timings.Select(t => (X: Math.Log(t.Scores), Y: Math.Log(of(t).Cpu.TotalSeconds))).ToList();
        var (x, y) = (points.Average(p => p.X), points.Average(p => p.Y));
        return points.Sum(p => (p.X - x) * (p.Y - y)) / points.Sum(p => (p.X - x) * (p.X - x));
    }

    /// <summary>The folder of this project in the repository.</summary>
    private static string Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "LearningCity.slnx")))
                return Path.Combine(at.FullName, "tests", "Benchmarks");
        }

        return Environment.CurrentDirectory;
    }
}
