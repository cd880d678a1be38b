using System.Security.Cryptography;
using System.Text;

namespace LearningCity.Warehouse.Access;

/// <summary>What a district's office may see of the other districts.</summary>
public enum OthersPolicy
{
    /// <summary>All results, by name.</summary>
    Named,

    /// <summary>Its own position, and quartiles over the others; nothing that tells which of them is which.</summary>
    Anonymous,

    /// <summary>Nothing of the others, and so no rank either.</summary>
    Own,
}

/// <summary>For whom questions are answered. Every lease on a snapshot is for a viewer, and what is not for that viewer is not in the file
/// that the lease opens: see decision 6.</summary>
public sealed record Viewer
{
    private Viewer(string key, string? district, OthersPolicy others) => (Key, District, Others) = (key, district, others);

    /// <summary>The snapshot as it was published: stewards, leaders, and whoever sits at the computer in local mode.</summary>
    public static Viewer All { get; } = new("all", null, OthersPolicy.Named);

    /// <summary>All results; experts under pseudonyms, nothing of where a score came from.</summary>
    public static Viewer Researcher { get; } = new("sql", null, OthersPolicy.Named);

    /// <summary>Names the class of viewers that see the same: kept answers, pictures and files are told apart by it. Fit for a file's name.</summary>
    public string Key { get; }

    /// <summary>The only district whose results are in the file; null where there are those of all.</summary>
    public string? District { get; }

    public OthersPolicy Others { get; }

    public bool SeesAllDistricts => District is null;

    /// <summary>A district's office. Where others are named it sees what researchers see.</summary>
    public static Viewer OfDistrict(string district, OthersPolicy others) => others == OthersPolicy.Named
        ? Researcher
        : new($"{(others == OthersPolicy.Own ? "own" : "anonymous")}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(district)))[..16]}", district, others);
}
