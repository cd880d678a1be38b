namespace LearningCity.Warehouse.Questions;

/// <summary>What every question answers with: the snapshot and round it speaks of, and its rows.</summary>
/// <param name="Snapshot">Id of the snapshot asked.</param>
/// <param name="Round">The round asked for; null where the question spans rounds.</param>
public sealed record Answer<TRow>(string Snapshot, string? Round, IReadOnlyList<TRow> Rows);

/// <summary>Whose scores: the expert panel's or the district's own.</summary>
public enum Rater
{
    Expert,
    Self,
}

public static class Raters
{
    /// <summary>The word that stands in the tables.</summary>
    public static string Code(this Rater rater) => rater == Rater.Self ? "self" : "expert";
}
