namespace LearningCity.Dashboard.Figures;

/// <summary>Where a figure can be fetched as a file.</summary>
public static class FigureLinks
{
    /// <param name="format"><c>svg</c> or <c>png</c>.</param>
    public static string File(Figure figure, string format)
    {
        var parts = new List<string>();
        if (!string.IsNullOrEmpty(figure.Context.Query)) parts.Add(figure.Context.Query);
        if (figure.Context.Language == FigureLanguage.En) parts.Add("lang=en");
        var path = $"/figures/{figure.Name}.{format}";
        return parts.Count == 0 ? path : path + "?" + string.Join('&', parts);
    }
}
