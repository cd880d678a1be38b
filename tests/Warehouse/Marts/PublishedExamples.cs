using System.Globalization;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Tests.Statistics;

namespace LearningCity.Warehouse.Tests.Marts;

/// <summary>The published examples of the statistics as rounds of a made-up city, published once: what the literature says must come out of
/// a snapshot. Each round has a framework of its own, so no two can be compared but the three of G.</summary>
public sealed class PublishedExamples : IDisposable
{
    /// <summary>Wilcoxon's example, in thousandths.</summary>
    private static readonly (int Self, int Expert)[] Depression =
        [(1830, 878), (500, 647), (1620, 598), (2480, 2050), (1680, 1060), (1880, 1290), (1550, 1060), (3060, 3140), (1300, 1290)];

    private readonly TestStore test = new(City());

    public PublishedExamples()
    {
        var scores = new List<SeedScore>();
        for (var t = 0; t < ShroutFleiss.Ratings.Length; t++)
            for (var e = 0; e < 4; e++)
                scores.Add(new("s", District(t), "S1", "expert", $"E{e + 1}", (decimal)ShroutFleiss.Ratings[t][e]!.Value));
        for (var t = 0; t < Attitude.Rows.Length; t++)
            for (var j = 0; j < 7; j++)
                scores.Add(new("a", District(t), $"A{j + 1}", "expert", "", (decimal)Attitude.Rows[t][j]!.Value));
        for (var t = 0; t < 17; t++)
        {
            scores.Add(new("p", District(t), "P1", "self", "", (decimal)PeakFlow.Wright[t]!.Value));
            scores.Add(new("p", District(t), "P1", "expert", "", (decimal)PeakFlow.Mini[t]!.Value));
        }
        for (var t = 0; t < Depression.Length; t++)
        {
            scores.Add(new("w", District(t), "W1", "self", "", Depression[t].Self));
            scores.Add(new("w", District(t), "W1", "expert", "", Depression[t].Expert));
        }
        for (var t = 0; t < 16; t++)
            for (var n = 1; n <= 3; n++)
                scores.Add(new($"g{n}", District(t), "G1", "expert", "", t + n));
        StoreSeed.Scores(test.Store, [.. scores]);
        Published = test.Publish();
    }

    public SnapshotReader Published { get; }

    public static string District(int n) => string.Create(CultureInfo.InvariantCulture, $"d{n:00}");

    public void Dispose()
    {
        Published.Dispose();
        test.Dispose();
    }

    private static CityCatalog City()
    {
        (string Framework, int Indicators, decimal Most)[] frameworks = [("S", 1, 10), ("A", 7, 100), ("P", 1, 1000), ("W", 1, 5000), ("G", 1, 20)];
        return CityCatalog.Ordered(
            frameworks.Select((f, n) => new Framework(f.Framework, f.Framework, f.Framework, new(2000 + n, 1, 1))),
            frameworks.Select(f => new Dimension(f.Framework, "X", 1, "甲", "X", f.Indicators * f.Most)),
            frameworks.SelectMany(f => Enumerable.Range(1, f.Indicators).Select(j => TestStore.Indicator(f.Framework, $"{f.Framework}{j}", "X", j, f.Most))),
            [],
            Enumerable.Range(0, 30).Select(n => TestStore.District(District(n), n < 8 ? "west" : "east")),
            [
                TestStore.Round("s", "S", 2000), TestStore.Round("a", "A", 2001), TestStore.Round("p", "P", 2002), TestStore.Round("w", "W", 2003),
                TestStore.Round("g1", "G", 2004), TestStore.Round("g2", "G", 2005), TestStore.Round("g3", "G", 2006),
            ]);
    }
}
