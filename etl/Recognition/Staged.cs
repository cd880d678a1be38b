using LearningCity.Etl.Validation;

namespace LearningCity.Etl.Recognition;

/// <summary>What a unit of acceptance is: a form, or one district in one round of a list.</summary>
public enum UnitKind
{
    Form,
    Panel,
    Tidy,
}

/// <summary>The unit in which scores are accepted or rejected.</summary>
/// <param name="File">Number of the source file within the load.</param>
/// <param name="Round">Null when it is not known; the fault says why.</param>
/// <param name="RoundText">As found, for people.</param>
public sealed record StagedUnit(
    int Id, int File, string? Sheet, UnitKind Kind, string? Round, string? District, string RoundText, string DistrictText)
{
    /// <summary>The framework that its rows are of, by which it is judged where the round is not known; null for the latest.</summary>
    public string? Framework { get; set; }
}

/// <summary>One score cell.</summary>
/// <param name="Value">As it is shown in the file.</param>
/// <param name="Points">Null when missing or unreadable.</param>
/// <param name="Readable">False when a fault of the cell has been reported already.</param>
public sealed record StagedScore(
    int Unit, string? Sheet, string Cell, int Row, string Indicator, string Rater, string Expert,
    string Value, decimal? Points, bool Readable, string? Note);

/// <summary>A 合计 under a column of scores, or (with an indicator) a 分值 beside them.</summary>
public sealed record StagedClaim(
    int Unit, string? Sheet, string Cell, int Row, string? Indicator, string Rater, string Expert, string Head, string Value, decimal? Points);

/// <summary>Something a rule found.</summary>
/// <param name="Unit">Null when the whole file is meant.</param>
public sealed record Fault(int File, int? Unit, Rule Rule)
{
    public string? Sheet { get; init; }

    public string? Cell { get; init; }

    public int? Row { get; init; }

    public string? Indicator { get; init; }

    public string? Rater { get; init; }

    public string? Expert { get; init; }

    public string Value { get; init; } = "";

    public Wording Expected { get; init; } = Wording.None;

    public Wording Detail { get; init; } = Wording.None;
}

/// <summary>Everything that was read from the files of a load, before it is judged.</summary>
public sealed class Staged
{
    public List<StagedUnit> Units { get; } = [];

    public List<StagedScore> Scores { get; } = [];

    /// <summary>Totals (no indicator) and max points (with one).</summary>
    public List<StagedClaim> Claims { get; } = [];

    public List<Fault> Faults { get; } = [];

    public StagedUnit AddUnit(int file, string? sheet, UnitKind kind, PlaceFound place)
    {
        var unit = new StagedUnit(Units.Count + 1, file, sheet, kind, place.Round?.Code, place.District?.Code, place.RoundText, place.DistrictText);
        Units.Add(unit);
        return unit;
    }
}
