using LearningCity.Etl.Readers;

namespace LearningCity.Etl.Loading;

/// <summary>What to load and how.</summary>
/// <param name="Paths">Files and folders; folders with all that lies below them.</param>
public sealed record LoadRequest(IReadOnlyList<string> Paths)
{
    /// <summary>Files that are not on disk, such as an upload.</summary>
    public IReadOnlyList<Upload> Uploads { get; init; } = [];

    /// <summary>The folder that a file's own folders are counted from, itself included: all of them may say a place. Null counts the
    /// nearest folder alone. For files named one by one that were sent in a tree.</summary>
    public string? Root { get; init; }

    /// <summary>The round that all units are said to be of; null to let the files speak.</summary>
    public string? Round { get; init; }

    public string? District { get; init; }

    /// <summary>Code of the district that sends the files, where it may only send its own self scores: anything else in them is a fault.</summary>
    public string? OnlySelfOf { get; init; }

    /// <summary>Take the good cells of a faulty unit.</summary>
    public bool Partial { get; init; }

    /// <summary>Say all that a load would do and write nothing.</summary>
    public bool DryRun { get; init; }

    public bool NoPublish { get; init; }

    /// <summary>For a store that does not exist yet: whether it is to hold the sample.</summary>
    public bool Sample { get; init; }

    public ReadLimits Limits { get; init; } = new();
}

/// <summary>A file by name and content.</summary>
public sealed record Upload(string Name, byte[] Content);
