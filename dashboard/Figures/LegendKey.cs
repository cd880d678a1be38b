using LearningCity.Dashboard.Figures.Rendering;

namespace LearningCity.Dashboard.Figures;

/// <summary>The shape of a key in a legend.</summary>
public enum KeyShape
{
    Circle,
    Diamond,
    Ring,
    Square,
    Triangle,
    TriangleDown,
    Line,
    Dash,
    Tick,
}

/// <summary>One entry of a figure's legend: colour is never alone, the shape or the words say it too.</summary>
public sealed record LegendKey(KeyShape Shape, Ink Ink, string Words);
