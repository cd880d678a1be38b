using LearningCity.Warehouse.Checks;

namespace LearningCity.Warehouse.Snapshots;

/// <summary>What came of a publication.</summary>
/// <param name="Snapshot">The new snapshot; null when a check prevented it, and then nothing that readers see has changed.</param>
/// <param name="Checks">All results, passed ones too.</param>
/// <param name="Rounds">Rounds that were rebuilt, oldest first.</param>
public sealed record PublishResult(SnapshotInfo? Snapshot, IReadOnlyList<CheckResult> Checks, IReadOnlyList<string> Rounds)
{
    public bool Published => Snapshot is not null;

    public IEnumerable<CheckResult> Failed => Checks.Where(c => c.Prevents);
}

/// <summary>The steps of a publication, in order; each is announced before it is taken.</summary>
public enum PublishStep
{
    Build,
    Check,
    Commit,
    Write,
    Compare,
    Seal,
    Rename,
    Switch,
    Prune,
}
