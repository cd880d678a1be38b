using LearningCity.Dashboard.Figures.Rendering;

namespace LearningCity.Dashboard.Figures;

/// <summary>A figure ready to be drawn in any width and theme: what it is called, what it says, and how to draw it.</summary>
/// <param name="Name">Its name in <see cref="FigureCatalog"/> and in <c>/figures/{name}.svg</c>.</param>
/// <param name="Description">One or two sentences that say what is to be seen, for those who do not see it.</param>
/// <param name="Unit">The unit of the values, in words.</param>
/// <param name="N">How many are drawn, and of what: "15 districts".</param>
/// <param name="Legend">Which shape and colour means what; drawn above the figure.</param>
/// <param name="Note">What a reader must know to read it right; null when nothing.</param>
/// <param name="Empty">Why there is nothing to draw; null when there is.</param>
public sealed record Figure(
    string Name,
    string Title,
    string Description,
    string Unit,
    string N,
    FigureContext Context,
    Func<FigureFrame, FigureDrawing> Draw,
    IReadOnlyList<LegendKey> Legend,
    string? Note = null,
    string? Empty = null);
