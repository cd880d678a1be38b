using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

/// <summary>Score tables for tests: small ones by hand, large ones from a seed.</summary>
internal static class Tables
{
    /// <summary>One dimension, max 10 points an indicator, districts A, B, C … with the given points.</summary>
    public static ScoreTable Of(params decimal?[][] points) => new(
        [.. Enumerable.Range(1, points[0].Length).Select(j => new ScoredIndicator($"F{j}", "F", 10))],
        [.. points.Select((row, i) => new DistrictScores(Name(i), row))]);

    /// <summary>Dimensions F, D, O with 40, 40 and 20 points over 7, 11 and 4 indicators; scores in steps of a half.</summary>
    public static ScoreTable Random(int districts, int experts, int seed, double range = 0.35)
    {
        var random = new Random(seed);
        var indicators = new List<ScoredIndicator>();
        Add("F", 7, [6, 6, 6, 6, 6, 5, 5]);
        Add("D", 11, [4, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3]);
        Add("O", 4, [5, 5, 5, 5]);
        return new ScoreTable(indicators, [.. Enumerable.Range(0, districts).Select(i =>
        {
            var quality = 0.55 + range * random.NextDouble();
            var panel = Enumerable.Range(1, experts).Select(e => new ExpertScores(
                $"E{e:00}", [.. indicators.Select(j => (decimal?)Score(quality, j.MaxPoints))])).ToArray();
            var points = indicators.Select((j, index) => experts == 0
                ? Score(quality, j.MaxPoints)
                : panel.Average(e => e.Points[index]));
            return new DistrictScores(Name(i), [.. points], panel);
        })]);

        void Add(string dimension, int count, int[] most) => indicators.AddRange(
            Enumerable.Range(1, count).Select(j => new ScoredIndicator($"{dimension}{j}", dimension, most[j - 1])));

        decimal Score(double quality, decimal most) => Math.Round(
            2 * most * (decimal)Math.Clamp(quality + 0.15 * (random.NextDouble() + random.NextDouble() - 1), 0, 1)) / 2;
    }

    public static string Name(int i) => i < 26 ? ((char)('A' + i)).ToString() : $"N{i:0000}";
}
