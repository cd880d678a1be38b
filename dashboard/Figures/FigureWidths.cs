namespace LearningCity.Dashboard.Figures;

/// <summary>The widths, in CSS pixels, that figures are drawn for. A page carries each and shows the one that fits its
/// column (container query in <c>FigureView.razor.css</c>), so that text keeps its size; paper gets the medium one.</summary>
public static class FigureWidths
{
    public const int Wide = 1120;

    public const int Medium = 680;

    public const int Narrow = 358;

    public static IReadOnlyList<int> All { get; } = [Wide, Medium, Narrow];
}
