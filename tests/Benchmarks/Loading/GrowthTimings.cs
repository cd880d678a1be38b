using System.Globalization;
using System.Text.Json;
using LearningCity.Etl.Samples;

namespace LearningCity.Benchmarks.Loading;

/// <summary>The load of one tidy list of a size, beside the floor of the same run, and of one more list of a single district after it.</summary>
/// <param name="Floor">Before and after the load, the mean of both.</param>
internal sealed record GrowthTiming(
    long Scores, int Districts, int Rounds, int Experts, long FileBytes, Measured Floor, Measured Load, Measured Publish, Measured OneMore, Measured OneMorePublished, long StoreBytes, long SnapshotBytes, double LoadAverage)
{
    /// <summary>Processor time of load and publication by that of the floor.</summary>
    public double Ratio => (Load.Cpu + Publish.Cpu) / Floor.Cpu;

    /// <summary>Without the marts and the snapshot.</summary>
    public double LoadRatio => Load.Cpu / Floor.Cpu;
}

/// <summary>Whole-process runs of the loader: <c>sample</c>, <c>catalog import</c>, <c>load</c>, <c>publish</c>.</summary>
internal static class GrowthTimings
{
    private const string Etl = "LearningCity.Etl.dll";
    private const string Own = "LearningCity.Benchmarks.dll";
    private const int Indicators = 22;

    public static async Task<GrowthTiming> RunAsync(long scores, int rounds, int experts)
    {
        var districts = (int)Math.Max(1, Math.Round((double)scores / (rounds * Indicators * (experts + 2))));
        var folder = Directory.CreateTempSubdirectory("learningcity-loads-").FullName;
        try
        {
            string In(string name) => Path.Combine(folder, name);
            var (sample, data) = (In("sample"), In("data"));
            await Measured.RunAsync(Etl, "sample", sample, "--format", "tidy", "--districts", Text(districts), "--rounds", Text(rounds), "--experts", Text(experts), "--data", data);
            if (Directory.Exists(sample + "-catalog"))
                await Measured.RunAsync(Etl, "catalog", "import", sample + "-catalog", "--data", data);
            var file = Path.Combine(sample, SampleWriter.TidyFile);
            var average = Machine.LoadAverage();
            var before = await Floor(sample, In("before"));
            var load = await Measured.RunAsync(Etl, "load", file, "--data", data, "--no-publish", "--json");
            var publish = await Measured.RunAsync(Etl, "publish", "--data", data);
            var after = await Floor(sample, In("after"));
            var store = new FileInfo(Path.Combine(data, "warehouse.duckdb")).Length;
            var snapshot = Directory.GetFiles(Path.Combine(data, "snapshots"), "*.duckdb").Sum(path => new FileInfo(path).Length);
            var more = await Measured.RunAsync(Etl, "load", OneDistrict(file, In("more.csv")), "--data", data, "--no-publish");
            var republish = await Measured.RunAsync(Etl, "publish", "--data", data);
            return new(
                Added(load.Output), districts, rounds, experts, new FileInfo(file).Length,
                new((before.Wall + after.Wall) / 2, (before.Cpu + after.Cpu) / 2, Math.Max(before.PeakBytes, after.PeakBytes), ""),
                load, publish, more, republish, store, snapshot, average);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<Measured> Floor(string sample, string to)
    {
        Directory.CreateDirectory(to);
        return Measured.RunAsync(Own, LoadTimings.Child, LoadTasks.BareTidy, sample, to);
    }

    private static long Added(string json)
    {
        using var told = JsonDocument.Parse(json);
        return told.RootElement.GetProperty("counts").GetProperty("added").GetInt64();
    }

    /// <summary>A correction of all self scores of the last district in the last round.</summary>
    private static string OneDistrict(string file, string to)
    {
        // Twice through the file rather than once into memory: it may hold a hundred million lines.
        string head = "", last = "";
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0))
            (head, last) = (head.Length == 0 ? line : head, line);
        var place = string.Join(',', last.Split(',')[..2]) + ",";
        var self = File.ReadLines(file).Where(line => line.StartsWith(place, StringComparison.Ordinal) && line.Contains(",self,", StringComparison.Ordinal));
        File.WriteAllLines(to, [head, .. self.Select(line => string.Join(',', [.. line.Split(',')[..5], "0.5", ""]))]);
        return to;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
