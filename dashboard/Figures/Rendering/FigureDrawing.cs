using ScottPlot;

namespace LearningCity.Dashboard.Figures.Rendering;

/// <summary>A plot with its layout fixed, the labels that are laid over it and the marks over its data.</summary>
/// <param name="Height">In CSS pixels.</param>
public sealed record FigureDrawing(Plot Plot, int Height, IReadOnlyList<FigureLabel> Labels, IReadOnlyList<FigureMark> Marks);

/// <summary>Which way a label's text runs from its point.</summary>
public enum Side
{
    Left,
    Center,
    Right,
}

/// <summary>Text at a point of the plot, moved by a fixed number of pixels.</summary>
/// <param name="Side">Right: the text starts at the point. Center: the point is its middle. Left: it ends there.</param>
/// <param name="Dy">Downwards from the point to the middle of the text.</param>
/// <param name="Strong">Drawn bold.</param>
/// <param name="Halo">Whether the ground shines around the letters, because lines may pass behind them.</param>
public sealed record FigureLabel(
    Coordinates At, string Text, Side Side, double Dx = 0, double Dy = 0, Ink Ink = Ink.Text, double Size = FigureFont.Label, bool Strong = false,
    bool Halo = false)
{
    /// <summary>Where the text will stand, given the pixel of its point.</summary>
    public PixelBox BoxAt(double x, double y) => PixelBox.OfText(Text, x + Dx, y + Dy, Side, Size, Strong);
}

/// <summary>A focusable mark over one datum: tooltip, focus ring and link.</summary>
/// <param name="Name">Whose value it is.</param>
/// <param name="Value">The value with its unit.</param>
/// <param name="Href">Where it leads; null when nowhere.</param>
/// <param name="Radius">Of the ring, in pixels.</param>
/// <param name="Opposite">The other corner where the datum is a box rather than a point.</param>
public sealed record FigureMark(
    Coordinates At, string Name, string Value, string? Href, double Radius = 10, Coordinates? Opposite = null);
