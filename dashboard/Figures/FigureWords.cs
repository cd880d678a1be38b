using System.Globalization;
using System.Resources;

namespace LearningCity.Dashboard.Figures;

/// <summary>The words of figures, from <c>Resources/Figures.resx</c> (Chinese) and <c>Figures.en.resx</c>.</summary>
public static class FigureWords
{
    private static readonly ResourceManager Words = new("LearningCity.Dashboard.Resources.Figures", typeof(FigureWords).Assembly);
    private static readonly CultureInfo En = CultureInfo.GetCultureInfo("en");

    /// <exception cref="MissingManifestResourceException">There is no such key.</exception>
    public static string Get(FigureLanguage language, string key, params object[] with)
    {
        var text = Words.GetString(key, language == FigureLanguage.En ? En : CultureInfo.InvariantCulture)
            ?? throw new MissingManifestResourceException($"Figures have no word '{key}'.");
        return with.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, with);
    }
}
