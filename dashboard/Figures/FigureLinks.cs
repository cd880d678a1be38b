namespace LearningCity.Dashboard.Figures;

/// <summary>Where a figure can be fetched as a file.</summary>
public static class FigureLinks
{
    /// <param name="format"><c>svg</c> or <c>png</c>.</param>
    public static string File(Figure figure, string format)
    {
        var parts = new List<string>();
        var query = figure.Context.Query ?? "";
        if (query.Length > 0) parts.Add(query);
        // The file is to show what the page shows, whatever is published in between.
        if (!query.Contains("snapshot=", StringComparison.Ordinal)) parts.Add("snapshot=" + figure.Context.Snapshot);
        // Figures go by what the browser accepts; the file is in the language of its page.
        parts.Add(figure.Context.Language == FigureLanguage.En ? "lang=en" : "lang=zh");
        var path = $"/figures/{figure.Name}.{format}";
        return path + "?" + string.Join('&', parts);
    }
}
