namespace LearningCity.Etl.Normalising;

/// <summary>What was normalised, as it is kept with a score: <c>points: 5.5分 → 5.5; indicator: Ｆ１ → F1</c>. The words are those of the
/// columns; <see cref="LearningCity.Warehouse.Questions.ScoreNotes"/> says them in Chinese.</summary>
internal static class Notes
{
    public const string Points = "points";
    public const string Indicator = "indicator";
    public const string Expert = "expert";
    public const string District = "district";
    public const string Round = "round";

    public static string Of(string what, string found, string meant) => $"{what}: {found} → {meant}";

    /// <summary>Null when nothing was normalised.</summary>
    public static string? Join(params string?[] notes)
    {
        var said = string.Join("; ", notes.Where(n => !string.IsNullOrEmpty(n)));
        return said.Length == 0 ? null : said;
    }
}
