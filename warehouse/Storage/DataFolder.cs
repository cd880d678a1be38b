using LearningCity.Warehouse.Storage.Clusters;

namespace LearningCity.Warehouse.Storage;

/// <summary>The places inside a data folder (design §3). Resolving a path creates nothing.</summary>
public sealed record DataFolder(string Root)
{
    public const string EnvironmentVariable = "LEARNINGCITY_DATA";

    /// <summary>The cluster that keeps the scores of this folder; null where the folder keeps them itself.</summary>
    public ClusterAddress? Cluster { get; init; }

    public string Store => Path.Combine(Root, "warehouse.duckdb");

    public string Lock => Path.Combine(Root, "warehouse.lock");

    public string Archive => Path.Combine(Root, "archive");

    public string Snapshots => Path.Combine(Root, "snapshots");

    public string Current => Path.Combine(Snapshots, "current.json");

    public string Logs => Path.Combine(Root, "logs");

    /// <summary>The same again for the sample forms, served only while this folder has no snapshot of its own.</summary>
    public DataFolder Sample => new(Path.Combine(Root, "sample"));

    public string SnapshotFile(string id) => Path.Combine(Snapshots, $"wh-{id}.duckdb");

    /// <summary>The folder alone: what a record says by itself would name its sample's sample without end.</summary>
    public override string ToString() => Root;

    /// <summary>The folder named by <paramref name="option"/>, else by the environment, else ./data.</summary>
    public static DataFolder Resolve(string? option) =>
        new(Path.GetFullPath(option ?? Environment.GetEnvironmentVariable(EnvironmentVariable) ?? "data"));
}
