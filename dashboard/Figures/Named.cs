namespace LearningCity.Dashboard.Figures;

/// <summary>A district, zone, indicator or round with what it is called.</summary>
/// <param name="Code">What the catalog knows it by.</param>
/// <param name="ShortZh">The Chinese name for tight places: 东城 for 东城区, 一.1 for an indicator; null when <paramref name="Zh"/> is short.</param>
public sealed record Named(string Code, string Zh, string En, string? ShortZh = null)
{
    public string In(FigureLanguage language) => language == FigureLanguage.Zh ? Zh : En;

    /// <summary>The number an indicator goes by: 一.4 in Chinese, F4 in English.</summary>
    public string NumberIn(FigureLanguage language) => language == FigureLanguage.Zh ? ShortZh ?? Code : Code;

    public string ShortIn(FigureLanguage language) => language == FigureLanguage.Zh ? ShortZh ?? Zh : En;
}
