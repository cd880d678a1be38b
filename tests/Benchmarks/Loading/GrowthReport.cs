using System.Globalization;
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
        foreach (var (scores, rounds, experts) in sizes.Count == 0 ? Sizes.Select(s => (s, Rounds, Experts)) : sizes.Select(Size))
        {
            timings.Add(await GrowthTimings.RunAsync(scores, rounds, experts));
            Console.WriteLine(Row(timings[^1]));
        }

        GrowthFigure.Save(Path.Combine(Results.Folder, GrowthFigure.File), Alike(timings));
        Results.Write("Growth", Page(timings));
        return 0;
    }

    /// <summary><c>SCORES[:ROUNDS[:EXPERTS]]</c>: fewer rounds or experts make more units of as many scores.</summary>
    private static (long Scores, int Rounds, int Experts) Size(string text)
    {
        var parts = text.Split(':');
        int Part(int at, int otherwise) => parts.Length > at ? int.Parse(parts[at], CultureInfo.InvariantCulture) : otherwise;
        return (long.Parse(parts[0], CultureInfo.InvariantCulture), Part(1, Rounds), Part(2, Experts));
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
        page.AppendLine("Written by `dotnet run -c Release --project tests/Benchmarks -- growth [SCORES[:ROUNDS[:EXPERTS]]…]`. Times are processor seconds of whole processes, since other");
        page.AppendLine("work on the machine stretches the clock; the clock's own seconds stand in brackets. *Floor* is DuckDB's typed `create table as select … from read_csv` of");
        page.AppendLine("the same file into a fresh database with a checkpoint, run before and after. *Load* is `etl load --no-publish`: reading, validation, lineage,");
        page.AppendLine("history, log. *Publish* is marts, checks and the snapshot. *One more* is a correction of 22 scores of one district, loaded");
        page.AppendLine("afterwards, and *published* the publication after it: marts of one round, of all rounds what looks at the whole store.").AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"{Machine.Now} 22 indicators; experts beside self and consolidated scores. The fit is over the rows of {Rounds} rounds and {Experts} experts.").AppendLine();
        page.AppendLine("| scores | districts | rounds | experts | file MB | floor s | load s | load ÷ floor | publish s | all ÷ floor | peak MB | one more s | published s | store MB | snapshot MB | load average |");
        page.AppendLine("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var timing in timings)
            page.AppendLine(Row(timing));
        page.AppendLine();
        timings = Alike(timings);
        if (timings.Count > 2)
        {
            page.AppendLine("Growth, as the exponent of a power of the number of scores fitted by least squares (1 is linear):");
            page.AppendLine(CultureInfo.InvariantCulture, $"floor {Exponent(timings, t => t.Floor):0.00}, load {Exponent(timings, t => t.Load):0.00}, publish {Exponent(timings, t => t.Publish):0.00}, one more {Exponent(timings, t => t.OneMore):0.00}. From {timings[^2].Scores} to {timings[^1].Scores} scores alone: floor {Exponent(timings[^2..], t => t.Floor):0.00}, load {Exponent(timings[^2..], t => t.Load):0.00}, publish {Exponent(timings[^2..], t => t.Publish):0.00}.").AppendLine();
            page.AppendLine($"![Processor seconds of the floor, the load, the publication and one more form over the number of scores, both axes by powers of ten]({GrowthFigure.File})");
        }

        return page.ToString();
    }

    private static List<GrowthTiming> Alike(List<GrowthTiming> timings) => timings.FindAll(t => t.Rounds == Rounds && t.Experts == Experts);

    private static string Row(GrowthTiming t) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {t.Scores} | {t.Districts} | {t.Rounds} | {t.Experts} | {t.FileBytes / 1e6:0.0} | {Seconds(t.Floor)} | {Seconds(t.Load)} | {t.LoadRatio:0.0} | {Seconds(t.Publish)} | {t.Ratio:0.0} | {Math.Max(t.Load.PeakBytes, t.Publish.PeakBytes) / 1e6:0} | {Seconds(t.OneMore)} | {Seconds(t.OneMorePublished)} | {t.StoreBytes / 1e6:0.0} | {t.SnapshotBytes / 1e6:0.0} | {t.LoadAverage:0.0} |");

    private static string Seconds(Measured measured) =>
        string.Create(CultureInfo.InvariantCulture, $"{measured.Cpu.TotalSeconds:0.0} ({measured.Wall.TotalSeconds:0.0})");

    private static double Exponent(List<GrowthTiming> timings, Func<GrowthTiming, Measured> of)
    {
        var points = timings.Select(t => (X: Math.Log(t.Scores), Y: Math.Log(of(t).Cpu.TotalSeconds))).ToList();
        var (x, y) = (points.Average(p => p.X), points.Average(p => p.Y));
        return points.Sum(p => (p.X - x) * (p.Y - y)) / points.Sum(p => (p.X - x) * (p.X - x));
    }
}
