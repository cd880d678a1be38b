namespace LearningCity.Dashboard.Figures.Rendering;

/// <summary>Heads of columns, in the longest words that fit between their neighbours and within the figure.</summary>
internal static class Heads
{
    /// <param name="y">Where they stand, as a value; <paramref name="dy"/> pixels from there.</param>
    /// <param name="wordings">What a column may be called, best first; the last is taken where none fits.</param>
    public static IEnumerable<FigureLabel> Of(Area area, FigureFrame frame, int columns, double y, double dy, params Func<int, string>[] wordings)
    {
        var pitch = columns > 1 ? area.Px(1) - area.Px(0) : frame.Width;
        var words = wordings.FirstOrDefault(w => Enumerable.Range(0, columns).All(c => FigureFont.Width(w(c), FigureFont.Small) + 12 <= pitch)) ?? wordings[^1];
        return Enumerable.Range(0, columns).Select(c => new FigureLabel(new(c, y), words(c), Side.Center, 0, dy, Ink.Muted, FigureFont.Small).Within(area, frame));
    }

    /// <summary>The label, moved just so far that nothing of it is cut at the left or right.</summary>
    public static FigureLabel Within(this FigureLabel label, Area area, FigureFrame frame)
    {
        var box = label.BoxAt(area.Px(label.At.X), area.Py(label.At.Y));
        var shift = Math.Max(0, 3 - box.Left) + Math.Min(0, frame.Width - 3 - box.Right);
        return shift == 0 ? label : label with { Dx = label.Dx + shift };
    }
}
