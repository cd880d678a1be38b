namespace LearningCity.Dashboard.Figures.Rendering;

/// <summary>The place a figure is drawn for: its language, its width in CSS pixels and its colours.</summary>
public sealed record FigureFrame(FigureLanguage Language, int Width, FigurePalette Palette)
{
    /// <summary>Phone: fewer words, fewer ticks, rows that are higher.</summary>
    public bool Narrow => Width < 480;

    public bool Wide => Width >= 900;

    public bool Zh => Language == FigureLanguage.Zh;

    public ScottPlot.Color this[Ink ink] => Palette[ink];
}
