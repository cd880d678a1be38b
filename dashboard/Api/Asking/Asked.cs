using System.Globalization;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Dashboard.Api.Asking;

/// <summary>The snapshot that is asked and the values of the parameters, read so far or completely.</summary>
public sealed class Asked(SnapshotReader snapshot, SnapshotStore store)
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    public SnapshotReader Snapshot { get; } = snapshot;

    /// <summary>Where the snapshot came from; only the list of snapshots is asked of it.</summary>
    public SnapshotStore Store { get; } = store;

    public CityCatalog Catalog => Snapshot.Catalog;

    /// <summary>The value of a parameter; null when it was neither sent nor has a default.</summary>
    public string? this[string name] => values.GetValueOrDefault(name);

    /// <summary>The round asked for; null for all rounds.</summary>
    public Round? Round => this["round"] is { } code ? Catalog.Round(code) : null;

    /// <summary>The frameworks that an indicator or dimension may belong to: that of the round asked for, else all.</summary>
    public IEnumerable<string> Frameworks =>
        Round is { } round ? [round.Framework] : Catalog.Frameworks.Select(f => f.Code);

    /// <summary>Whose scores are asked for.</summary>
    public Rater Rater => this["of"] == "self" ? Rater.Self : Rater.Expert;

    /// <summary>A value that stands for a filter; null for "*", which is all.</summary>
    public string? Filter(string name) => this[name] is "*" ? null : this[name];

    public int? Whole(string name) =>
        int.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    internal void Set(string name, string value) => values[name] = value;
}
