namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>A figure of very many rows draws some of them, and says so: nobody reads two thousand names, and a page with two thousand marks is slow.</summary>
internal static class Thinning
{
    /// <summary>As many rows as are still told apart, each with its name.</summary>
    public const int MostRows = 40;

    /// <summary>As many dots as a scatter holds, of which some are named.</summary>
    public const int MostDots = 100;

    /// <summary>All rows up to <paramref name="most"/>; of more, that many evenly spaced in their order, the first and the last among them, and those to be kept.
    /// Evenly spaced in the order of a value, what is drawn is spread as all are.</summary>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> rows, int most, Func<T, bool>? keep = null)
    {
        if (rows.Count <= most)
            return rows;
        var even = Enumerable.Range(0, most).Select(k => (int)Math.Round(k * (rows.Count - 1) / (most - 1.0))).ToHashSet();
        return [.. rows.Where((row, i) => even.Contains(i) || keep?.Invoke(row) == true)];
    }

    /// <summary>What a reader must know of a thinned figure, before <paramref name="rest"/>; that alone when all is drawn.</summary>
    public static string? Note(FigureContext context, int drawn, int all, params string?[] rest)
    {
        var notes = rest.Prepend(drawn < all ? context.Word("NoteThinned", drawn, all) : null).Where(n => !string.IsNullOrEmpty(n));
        return string.Join(context.Language == FigureLanguage.Zh ? "" : " ", notes) is { Length: > 0 } note ? note : null;
    }
}
