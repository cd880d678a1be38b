using LearningCity.Etl.Recognition;
using LearningCity.Warehouse.Checks;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Etl.Loading;

/// <summary>What a load did, or with a dry run would do.</summary>
/// <param name="Load">Number of the load; null when there was nothing to keep of it.</param>
/// <param name="Snapshot">The snapshot published by this run; null when none was.</param>
public sealed record LoadResult(
    int? Load, bool DryRun, IReadOnlyList<FileOutcome> Files, IReadOnlyList<UnitOutcome> Units, IReadOnlyList<FaultFound> Faults,
    LoadCounts Counts, SnapshotInfo? Snapshot, IReadOnlyList<CheckResult> FailedChecks, TimeSpan Took)
{
    /// <summary>Files that lie about in folders and are no submissions, such as the lock files of an office program.</summary>
    public IReadOnlyList<string> Skipped { get; init; } = [];

    public bool Rejected => Counts.UnitsRejected > 0 || Counts.FilesRejected > 0 || Counts.RowsRejected > 0;

    public bool Changed => Counts.Added + Counts.Superseded > 0;

    /// <summary>Names that are no district of the catalog, for review.</summary>
    public IReadOnlyList<string> UnknownDistricts =>
        [.. Faults.Where(f => f.Rule == Validation.Rules.DistrictUnknown.Name).Select(f => f.Value).Distinct()];

    /// <summary>Exit code of the command (design §4).</summary>
    public int ExitCode =>
        FailedChecks.Count > 0 ? 3
        : !Rejected ? 0
        : Counts.UnitsAccepted == 0 && Snapshot is null ? 3
        : 1;
}

/// <summary>Scores and units of a load.</summary>
public sealed record LoadCounts(
    int Files, int FilesRejected, int UnitsAccepted, int UnitsRejected, long Added, long Superseded, long Unchanged, long RowsRejected);

/// <param name="Outcome"><c>accepted</c>, <c>partial</c>, <c>rejected</c> or <c>unchanged</c>.</param>
/// <param name="Kind"><c>form</c>, <c>panel</c>, <c>tidy</c>, <c>mixed</c> or <c>unknown</c>.</param>
public sealed record FileOutcome(int File, string Name, string Path, string Sha256, long Bytes, string Kind, string Outcome);

/// <summary>What became of a form, or of one district in one round of a list.</summary>
/// <param name="Round">Code; null when it is not known, and then <paramref name="RoundText"/> is what was said.</param>
/// <param name="DistrictName">Its name in Chinese; null when it is not known.</param>
/// <param name="DistrictNameEn">Its name in English; null when it is not known.</param>
/// <param name="Outcome"><c>accepted</c>, <c>partial</c>, <c>rejected</c> or <c>unchanged</c>.</param>
public sealed record UnitOutcome(
    int Unit, int File, string? Sheet, UnitKind Kind, string? Round, string? District, string? DistrictName, string? DistrictNameEn, string RoundText, string DistrictText,
    string Outcome, long Scores, long Added, long Superseded, long Unchanged, long Missing);

/// <summary>Something a rule found, with its words.</summary>
public sealed record FaultFound(
    int File, int? Unit, string FileName, string? Sheet, string? Cell, long? Row, string? Round, string? District, string? Indicator,
    string? Rater, string? Expert, string Value, string Rule, string Severity, string MessageZh, string MessageEn)
{
    public bool Rejects => Severity == "reject";

    /// <summary>Where it is within its file: <c>Sheet1!H7</c>.</summary>
    public string Place => string.Join('!', new[] { Sheet, Cell ?? (Row is null ? null : $"{Row}") }.Where(part => !string.IsNullOrEmpty(part)));
}
