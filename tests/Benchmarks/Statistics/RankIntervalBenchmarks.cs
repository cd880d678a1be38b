using BenchmarkDotNet.Attributes;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Benchmarks.Statistics;

/// <summary>
/// Rank intervals: 2,000 draws × 22 indicators × 5 experts. Wanted: under 20 ms at 16 districts, under 3 s at 2,846, and
/// memory that does not grow with the draws (20,000 draws allocate what 2,000 do).
/// </summary>
[MemoryDiagnoser]
public class RankIntervalBenchmarks
{
    private ScoreTable _table = new([], []);

    [Params(16, 2846)]
    public int Districts { get; set; }

    [Params(0, 5)]
    public int Experts { get; set; }

    [Params(200, 2000)]
    public int Draws { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var random = new Random(2023);
        decimal[] most = [6, 6, 6, 6, 6, 5, 5, 4, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 5, 5, 5, 5];
        var indicators = most.Select((points, j) => new ScoredIndicator($"I{j:00}", j < 7 ? "F" : j < 18 ? "D" : "O", points)).ToArray();
        _table = new ScoreTable(indicators, [.. Enumerable.Range(0, Districts).Select(i =>
        {
            var quality = 0.55 + 0.35 * random.NextDouble();
            var experts = Enumerable.Range(1, Experts).Select(e => new ExpertScores($"E{e:00}", Scores(quality))).ToArray();
            var points = Experts == 0 ? Scores(quality) : [.. most.Select((_, j) => experts.Average(e => e.Points[j]))];
            return new DistrictScores($"{i:000000}", points, experts);
        })]);

        decimal?[] Scores(double quality) => [.. most.Select(points => (decimal?)(Math.Round(
            2 * points * (decimal)Math.Clamp(quality + 0.15 * (random.NextDouble() + random.NextDouble() - 1), 0, 1)) / 2))];
    }

    [Benchmark]
    public RankIntervalResult RankIntervalsOfARound() => RankIntervals.Of(_table, new RankIntervalSettings(Seed: 2023, Draws: Draws));
}
