namespace LearningCity.Dashboard.Figures;

/// <summary>What stands below a figure, on the page and in its downloads.</summary>
public static class FigureFoot
{
    /// <summary>The note, then unit, n, round and source in one line.</summary>
    public static IEnumerable<string> Lines(Figure figure)
    {
        if (!string.IsNullOrEmpty(figure.Note)) yield return figure.Note;
        yield return Source(figure);
    }

    public static string Source(Figure figure)
    {
        var context = figure.Context;
        string Word(string key, params object[] with) => FigureWords.Get(context.Language, key, with);
        var parts = new List<string> { Word("Unit", figure.Unit), figure.N };
        if ((context.RoundName ?? context.Round) is { } round) parts.Add(Word("Round", round));
        if (context.Snapshot.Length > 0) parts.Add(Word("Source", context.Snapshot));
        if (context.Sample) parts.Add(Word("SampleMark"));
        return string.Join(context.Language == FigureLanguage.Zh ? "；" : "; ", parts);
    }
}
