using System.Globalization;
using LearningCity.Dashboard.Reports.Facts;
using LearningCity.Dashboard.Reports.Rules;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Snapshots;
using Text = LearningCity.Dashboard.Resources.Text;

namespace LearningCity.Dashboard.Tests.Reports;

/// <summary>Everything that reports say of every round: of the sample, and of two small cities where what the sample lacks has happened.</summary>
internal static class ReportWorlds
{
    private static readonly Lazy<(IReadOnlyList<Finding> Zh, IReadOnlyList<Finding> En)> Read = new(() =>
    {
        using var sample = SampleWarehouse.Shared.Lease();
        var (zh, en) = (new List<Finding>(), new List<Finding>());
        Add(sample, SampleWarehouse.Shared.Snapshots);
        foreach (Func<TestStore> make in (Func<TestStore>[])[Sparse, Falling])
        {
            using var store = make();
            using var snapshot = store.Publish();
            Add(snapshot, store.Snapshots!);
        }

        return (zh, en);

        void Add(SnapshotReader snapshot, SnapshotStore store)
        {
            foreach (var round in snapshot.Catalog.Rounds.Where(r => snapshot.Info.Rounds.Contains(r.Code)))
            {
                var facts = RoundFacts.Read(snapshot, store, round);
                var districts = facts.Ranking.Select(r => DistrictFacts.Read(facts, snapshot.Catalog.District(r.District)!)!).ToList();
                foreach (var (text, said) in new[] { (Text.Chinese, zh), (Text.English, en) })
                {
                    said.AddRange(FindingsOf.City(facts, RuleBook.Default, text));
                    said.AddRange(districts.SelectMany(d => FindingsOf.District(d, RuleBook.Default, text)));
                }
            }
        }
    });

    public static IReadOnlyList<Finding> Said(Text text) => text.IsChinese ? Read.Value.Zh : Read.Value.En;

    /// <summary>d1 lacks scores and has no self scores; d2 scores itself below the experts, d3 as they do and is first in everything; two ranked
    /// districts are too few for statistics. In r2 d2 is alone.</summary>
    private static TestStore Sparse()
    {
        var store = new TestStore(TestStore.SmallCity);
        store.Load("""
            r1 d1 A1 expert 2
            r1 d2 A1 expert 2
            r1 d2 A2 expert 3
            r1 d2 B1 expert 7
            r1 d2 A1 self 1
            r1 d2 A2 self 2
            r1 d2 B1 self 5
            r1 d3 A1 expert 3
            r1 d3 A2 expert 4
            r1 d3 B1 expert 8
            r1 d3 A1 self 3
            r1 d3 A2 self 4
            r1 d3 B1 self 8
            r2 d2 A1 expert 3
            r2 d2 A2 expert 3
            r2 d2 B1 expert 7
            """);
        return store;
    }

    /// <summary>In r1 three experts score every district; in r2 every district falls on everything, least where most points are to be had; r3 is
    /// on another framework.</summary>
    private static TestStore Falling()
    {
        var store = new TestStore(CityCatalog.Ordered(
            [.. TestStore.SmallCity.Frameworks, new("L", "新体系", "New framework", new(2023, 1, 1))],
            [.. TestStore.SmallCity.Dimensions, new("L", "C", 1, "丙", "Third", 5), new("L", "D", 2, "丁", "Fourth", 5)],
            [.. TestStore.SmallCity.Indicators, TestStore.Indicator("L", "C1", "C", 1, 5), TestStore.Indicator("L", "D1", "D", 1, 5)],
            [],
            Enumerable.Range(1, 10).Select(n => TestStore.District($"d{n}", n % 2 == 0 ? "west" : "east")),
            [TestStore.Round("r1", "K", 2021), TestStore.Round("r2", "K", 2022), TestStore.Round("r3", "L", 2023)]));
        var lines = new List<string>();
        for (var n = 1; n <= 10; n++)
        {
            foreach (var (indicator, max, rate) in new[] { ("A1", 4m, 0.30m + (0.03m * n)), ("A2", 6m, 0.32m + (0.03m * n)), ("B1", 10m, 0.60m + (0.02m * n)) })
            {
                for (var expert = 1; expert <= 3; expert++)
                    lines.Add(Line("r1", n, indicator, $"expert:E{expert}", max * (rate + (((n * 3) + (expert * 5)) % 7 * 0.01m))));
                lines.Add(Line("r2", n, indicator, "expert", max * (rate - 0.05m - (0.01m * n))));
            }

            foreach (var indicator in new[] { "C1", "D1" })
                lines.Add(Line("r3", n, indicator, "expert", 2 + (0.1m * n)));
        }

        store.Load(string.Join('\n', lines));
        return store;
    }

    private static string Line(string round, int district, string indicator, string rater, decimal points) =>
        string.Create(CultureInfo.InvariantCulture, $"{round} d{district} {indicator} {rater} {decimal.Round(points, 2)}");
}
