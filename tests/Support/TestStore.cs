using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Tests.Support;

/// <summary>A working store in a folder of its own, with the helpers that tests of marts and questions need.</summary>
public sealed class TestStore : IDisposable
{
    private readonly TempFolder folder = new();

    public TestStore(CityCatalog? catalog = null)
    {
        StoreTemplate.Put(folder.Data);
        Store = WorkingStore.Open(folder.Data, TimeProvider.System);
        if (catalog is not null)
            Store.ReplaceCatalog(catalog);
    }

    public WorkingStore Store { get; }

    public DataFolder Folder => folder.Data;

    /// <summary>A small city to reason about by hand: framework K with dimensions A (indicators A1 max 4, A2 max 6) and B (B1 max 10);
    /// districts d1 to d5 in zones west and east; rounds r1, r2, r3 a year apart.</summary>
    public static CityCatalog SmallCity { get; } = CityCatalog.Ordered(
        [new("K", "小体系", "Small framework", new(2020, 1, 1))],
        [new("K", "A", 1, "甲", "First", 10), new("K", "B", 2, "乙", "Second", 10)],
        [Indicator("K", "A1", "A", 1, 4), Indicator("K", "A2", "A", 2, 6), Indicator("K", "B1", "B", 1, 10)],
        [],
        [District("d1", "west"), District("d2", "west"), District("d3", "west"), District("d4", "east"), District("d5", "east")],
        [Round("r1", "K", 2021), Round("r2", "K", 2022), Round("r3", "K", 2023)]);

    public static Indicator Indicator(string framework, string code, string dimension, int position, decimal maxPoints) =>
        new(framework, code, dimension, position, "", maxPoints, true, true, false, false, $"{code} 原文", $"{code} 简称", $"{code} label");

    public static District District(string code, string zone) =>
        new(code, $"{code}区", $"District {code}", code, zone, $"{zone}区域", $"Zone {zone}", 1000);

    public static Round Round(string code, string framework, int year) =>
        new(code, framework, $"{code}轮", $"Round {code}", new(year, 6, 1));

    /// <summary>Loads scores written as <c>round district indicator rater points</c>, one a line; the rater is <c>self</c>, <c>expert</c>
    /// or <c>expert:E01</c>; points <c>-</c> take a score away.</summary>
    public int Load(string lines) => StoreSeed.Scores(Store, [.. lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(p => new SeedScore(
            p[0], p[1], p[2], p[3].Split(':')[0], p[3].Contains(':') ? p[3].Split(':')[1] : "",
            p[4] == "-" ? null : decimal.Parse(p[4], System.Globalization.CultureInfo.InvariantCulture)))]);

    /// <summary>Publishes and hands out a lease on the new snapshot; fails where a check prevents it.</summary>
    public SnapshotReader Publish()
    {
        var result = Publisher.Publish(Store);
        if (!result.Published)
            throw new InvalidOperationException("Not published: " + string.Join("; ", result.Failed.Select(f => $"{f.Name} {string.Join(' ', f.Examples)}")));
        Snapshots ??= new(Folder, TimeProvider.System);
        Snapshots.Refresh();
        return Snapshots.Lease(Viewer.All)!;
    }

    public SnapshotStore? Snapshots { get; private set; }

    public void Dispose()
    {
        Snapshots?.Dispose();
        Store.Dispose();
        folder.Dispose();
    }
}
