namespace LearningCity.Dashboard.Figures.Rendering;

/// <summary>A rectangle in pixels, y downwards.</summary>
public readonly record struct PixelBox(double Left, double Top, double Right, double Bottom)
{
    public static PixelBox Around(double x, double y, double radius) => new(x - radius, y - radius, x + radius, y + radius);

    /// <summary>The box of a text whose side is at a point; its height is that of its ink, with a little air.</summary>
    public static PixelBox OfText(string text, double x, double middle, Side side, double size, bool strong = false)
    {
        var width = FigureFont.Width(text, size, strong);
        var left = side switch { Side.Left => x - width, Side.Center => x - width / 2, _ => x };
        return new(left, middle - 0.53 * size, left + width, middle + 0.53 * size);
    }

    public bool Overlaps(PixelBox other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    public double Shared(PixelBox other) =>
        Math.Max(0, Math.Min(Right, other.Right) - Math.Max(Left, other.Left)) * Math.Max(0, Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top));

    public bool Within(PixelBox frame) => Left >= frame.Left && Right <= frame.Right && Top >= frame.Top && Bottom <= frame.Bottom;
}

/// <summary>A dot that wants a label.</summary>
/// <param name="Texts">What it may be called, best first; a shorter one is taken where the better has no room.</param>
/// <param name="Weight">Who chooses first: higher before lower.</param>
/// <param name="Must">Whether it is labelled even where only a crowded place is left.</param>
public sealed record LabelWish(double X, double Y, double Radius, IReadOnlyList<string> Texts, double Weight = 0, bool Must = false);

/// <param name="Dx">From the dot's middle.</param>
public sealed record PlacedLabel(string Text, Side Side, double Dx, double Dy);

/// <summary>Labels for dots, none over another, over a dot or beyond the frame. Greedy by weight over sixteen places around
/// each dot: small, the same every time, and good enough for a hundred dots.</summary>
public static class LabelPlacement
{
    private const double Air = 6;

    /// <param name="frame">Where labels may stand.</param>
    /// <param name="taken">Boxes that are not to be written on.</param>
    /// <returns>One for each wish; null where there was no room.</returns>
    public static IReadOnlyList<PlacedLabel?> Place(IReadOnlyList<LabelWish> wishes, PixelBox frame, double size, IEnumerable<PixelBox>? taken = null)
    {
        var boxes = new List<PixelBox>(taken ?? []);
        boxes.AddRange(wishes.Select(w => PixelBox.Around(w.X, w.Y, w.Radius)));
        var placed = new PlacedLabel?[wishes.Count];
        foreach (var i in Enumerable.Range(0, wishes.Count).OrderByDescending(i => wishes[i].Weight).ThenBy(i => wishes[i].X).ThenBy(i => i))
        {
            if (Best(wishes[i], frame, size, boxes) is not { } best) continue;
            placed[i] = best;
            // Names side by side want more air than names one above the other.
            var box = BoxOf(wishes[i], best, size);
            boxes.Add(box with { Left = box.Left - Air, Right = box.Right + Air });
        }

        return placed;
    }

    public static PixelBox BoxOf(LabelWish wish, PlacedLabel label, double size) =>
        PixelBox.OfText(label.Text, wish.X + label.Dx, wish.Y + label.Dy, label.Side, size);

    private static PlacedLabel? Best(LabelWish wish, PixelBox frame, double size, List<PixelBox> boxes)
    {
        foreach (var text in wish.Texts)
        {
            foreach (var place in Places(wish.Radius, size, text))
            {
                var box = BoxOf(wish, place, size);
                if (box.Within(frame) && !boxes.Exists(box.Overlaps)) return place;
            }
        }

        if (!wish.Must) return null;
        return Places(wish.Radius, size, wish.Texts[^1])
            .Select(p => (Place: p, Box: BoxOf(wish, p, size)))
            .Where(p => p.Box.Within(frame))
            .OrderBy(p => boxes.Sum(b => b.Shared(p.Box)))
            .Select(p => p.Place)
            .FirstOrDefault();
    }

    private static IEnumerable<PlacedLabel> Places(double radius, double size, string text)
    {
        var (side, above) = (radius + 4, radius + 0.53 * size + 2);
        yield return new(text, Side.Right, side, 0);
        yield return new(text, Side.Left, -side, 0);
        yield return new(text, Side.Center, 0, -above);
        yield return new(text, Side.Center, 0, above);
        foreach (var dy in new[] { -0.6 * above, 0.6 * above })
        {
            yield return new(text, Side.Right, 0.8 * side, dy);
            yield return new(text, Side.Left, -0.8 * side, dy);
        }

        foreach (var dy in new[] { -above, above })
        {
            yield return new(text, Side.Right, -radius, dy);
            yield return new(text, Side.Left, radius, dy);
        }

        foreach (var dy in new[] { -above - 0.8 * size, above + 0.8 * size })
        {
            yield return new(text, Side.Center, 0, dy);
            yield return new(text, Side.Right, 0, dy);
            yield return new(text, Side.Left, 0, dy);
        }
    }
}
