namespace LearningCity.Dashboard.Figures.Rendering;

/// <summary>What a figure carries when it leaves the page: title, filters and legend above; unit, n, note and source below.</summary>
internal sealed class Sheet
{
    private const double Margin = 16;
    private readonly List<(string Text, double X, double Middle, double Size, Ink Ink, bool Strong)> _head = [];
    private readonly List<(string Text, double X, double FromFoot, double Size, Ink Ink)> _foot = [];

    private Sheet()
    {
    }

    /// <summary>Height of what stands above the plot.</summary>
    public int Top { get; private set; }

    /// <summary>Height of what stands below.</summary>
    public int Bottom { get; private set; }

    public List<(LegendKey Key, double X, double Middle)> Keys { get; } = [];

    public static Sheet Around(Figure figure, int width)
    {
        var sheet = new Sheet();
        var room = width - 2 * Margin;
        var y = 26.0;
        foreach (var line in Wrapping.Lines(figure.Title, 18, room, strong: true))
        {
            sheet._head.Add((line, Margin, y, 18, Ink.Text, true));
            y += 24;
        }

        var context = figure.Context;
        var under = string.Join(" · ", new[] { context.Sample ? FigureWords.Get(context.Language, "SampleMark") : null, context.RoundName ?? context.Round, context.Filters }.Where(p => !string.IsNullOrEmpty(p)));
        foreach (var line in Wrapping.Lines(under, 13, room))
        {
            sheet._head.Add((line, Margin, y, 13, Ink.Muted, false));
            y += 20;
        }

        if (figure.Legend.Count > 0) y = sheet.Legend(figure.Legend, room, y + 2);
        sheet.Top = (int)Math.Ceiling(y);

        var foot = 8.0;
        foreach (var text in FigureFoot.Lines(figure))
        {
            foreach (var line in Wrapping.Lines(text, 12, room))
            {
                sheet._foot.Add((line, Margin, foot + 9, 12, Ink.Muted));
                foot += 18;
            }
        }

        sheet.Bottom = (int)Math.Ceiling(foot + 10);
        return sheet;
    }

    /// <summary>The legend above, nothing below.</summary>
    public static Sheet LegendAlone(Figure figure, int width)
    {
        var sheet = new Sheet();
        if (figure.Legend.Count > 0) sheet.Top = (int)Math.Ceiling(sheet.Legend(figure.Legend, width - 2 * Margin, 12));
        return sheet;
    }

    public IEnumerable<(string Text, double X, double Middle, double Size, Ink Ink, bool Strong)> Lines(int plotHeight) =>
        _head.Concat(_foot.Select(f => (f.Text, f.X, Top + plotHeight + f.FromFoot, f.Size, f.Ink, false)));

    private double Legend(IReadOnlyList<LegendKey> legend, double room, double y)
    {
        var x = Margin;
        foreach (var key in legend)
        {
            var wide = KeyGlyph.Width + 6 + FigureFont.Width(key.Words, 13);
            if (x > Margin && x + wide > Margin + room) (x, y) = (Margin, y + 20);
            Keys.Add((key, x, y));
            _head.Add((key.Words, x + KeyGlyph.Width + 6, y, 13, Ink.Muted, false));
            x += wide + 18;
        }

        return y + 18;
    }
}
