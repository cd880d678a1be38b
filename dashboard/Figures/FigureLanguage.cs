namespace LearningCity.Dashboard.Figures;

/// <summary>The language a figure speaks; one figure is in one language.</summary>
public enum FigureLanguage
{
    Zh,
    En,
}
