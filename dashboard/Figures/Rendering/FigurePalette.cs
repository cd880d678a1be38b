using ScottPlot;

namespace LearningCity.Dashboard.Figures.Rendering;

/// <summary>The colours of figures, tables and cells, in one place. Pages use the same ones through the CSS tokens of <see cref="PaletteCss"/>.</summary>
public sealed class FigurePalette
{
    private readonly IReadOnlyDictionary<Ink, Color> _colors;

    private FigurePalette(string name, IReadOnlyDictionary<Ink, Color> colors) => (Name, _colors) = (name, colors);

    public string Name { get; }

    public Color this[Ink ink] => _colors[ink];

    /// <summary>White ground.</summary>
    public static FigurePalette Light { get; } = Of("light", new()
    {
        [Ink.Ground] = "#ffffff",
        [Ink.Text] = "#16202b",
        [Ink.Muted] = "#55616e",
        [Ink.Rule] = "#e3e8ed",
        [Ink.Axis] = "#8a97a5",
        [Ink.Faint] = "#c3cbd4",
        [Ink.Band] = "#e4ecf4",
        [Ink.None] = "#d5d9de",
        [Ink.Accent] = "#12436d",
        [Ink.Series1] = "#12436d",
        [Ink.Series2] = "#28a197",
        [Ink.Series3] = "#801650",
        [Ink.Series4] = "#f46a25",
        [Ink.Series1Text] = "#12436d",
        [Ink.Series2Text] = "#14746c",
        [Ink.Series3Text] = "#801650",
        [Ink.Series4Text] = "#b14205",
        [Ink.Bin1] = "#d6e6f4",
        [Ink.Bin2] = "#a6c8e4",
        [Ink.Bin3] = "#73a5d0",
        [Ink.Bin4] = "#3b73a8",
        [Ink.Bin5] = "#12436d",
        [Ink.Bin1Text] = "#16202b",
        [Ink.Bin2Text] = "#16202b",
        [Ink.Bin3Text] = "#0b1622",
        [Ink.Bin4Text] = "#ffffff",
        [Ink.Bin5Text] = "#ffffff",
        [Ink.Expert] = "#12436d",
        [Ink.Self] = "#801650",
        [Ink.SelfHigher1] = "#edd3e0",
        [Ink.SelfHigher2] = "#ad5285",
        [Ink.SelfHigher3] = "#801650",
        [Ink.Even] = "#e9ecef",
        [Ink.ExpertHigher1] = "#cfe0ef",
        [Ink.ExpertHigher2] = "#467aab",
        [Ink.ExpertHigher3] = "#12436d",
        [Ink.SelfHigher1Text] = "#16202b",
        [Ink.SelfHigher2Text] = "#ffffff",
        [Ink.SelfHigher3Text] = "#ffffff",
        [Ink.EvenText] = "#16202b",
        [Ink.ExpertHigher1Text] = "#16202b",
        [Ink.ExpertHigher2Text] = "#ffffff",
        [Ink.ExpertHigher3Text] = "#ffffff",
        [Ink.Good] = "#0b6e4f",
        [Ink.Poor] = "#801650",
    });

    /// <summary>Dark ground: the same order of lightness turned round, so that "more" still stands out most.</summary>
    public static FigurePalette Dark { get; } = Of("dark", new()
    {
        [Ink.Ground] = "#12181f",
        [Ink.Text] = "#e8edf2",
        [Ink.Muted] = "#a5b1bd",
        [Ink.Rule] = "#2a333d",
        [Ink.Axis] = "#75828f",
        [Ink.Faint] = "#4b5763",
        [Ink.Band] = "#1c252e",
        [Ink.None] = "#3c454e",
        [Ink.Accent] = "#8fc1ee",
        [Ink.Series1] = "#7ab3e6",
        [Ink.Series2] = "#3fc0b3",
        [Ink.Series3] = "#e07fb4",
        [Ink.Series4] = "#ff9a63",
        [Ink.Series1Text] = "#8fc1ee",
        [Ink.Series2Text] = "#56cfc3",
        [Ink.Series3Text] = "#ea94c2",
        [Ink.Series4Text] = "#ffab7d",
        [Ink.Bin1] = "#1d2f41",
        [Ink.Bin2] = "#2a4a69",
        [Ink.Bin3] = "#3f6d98",
        [Ink.Bin4] = "#74a9d8",
        [Ink.Bin5] = "#b5d8f6",
        [Ink.Bin1Text] = "#e8edf2",
        [Ink.Bin2Text] = "#f2f6fa",
        [Ink.Bin3Text] = "#ffffff",
        [Ink.Bin4Text] = "#0b1622",
        [Ink.Bin5Text] = "#0b1622",
        [Ink.Expert] = "#7ab3e6",
        [Ink.Self] = "#e07fb4",
        [Ink.SelfHigher1] = "#43283a",
        [Ink.SelfHigher2] = "#8f4a73",
        [Ink.SelfHigher3] = "#eaa3cb",
        [Ink.Even] = "#29323b",
        [Ink.ExpertHigher1] = "#223a50",
        [Ink.ExpertHigher2] = "#3f6d98",
        [Ink.ExpertHigher3] = "#a3cdf1",
        [Ink.SelfHigher1Text] = "#f2e8ee",
        [Ink.SelfHigher2Text] = "#ffffff",
        [Ink.SelfHigher3Text] = "#0b1622",
        [Ink.EvenText] = "#e8edf2",
        [Ink.ExpertHigher1Text] = "#e8edf2",
        [Ink.ExpertHigher2Text] = "#ffffff",
        [Ink.ExpertHigher3Text] = "#0b1622",
        [Ink.Good] = "#5fd0a5",
        [Ink.Poor] = "#ea94c2",
    });

    /// <summary>Paper: the light colours with greys that survive a grey printer.</summary>
    public static FigurePalette Print { get; } = Light.But("print", new()
    {
        [Ink.Text] = "#000000",
        [Ink.Muted] = "#3a434c",
        [Ink.Rule] = "#cfd6dd",
        [Ink.Axis] = "#5c6873",
        [Ink.Faint] = "#a9b3bd",
    });

    /// <summary>No colours but numbers of inks, for a drawing whose colours are put in afterwards: ink <c>k</c> is <c>#7e01kk</c>.</summary>
    public static FigurePalette Numbered { get; } = new("numbered", Enum.GetValues<Ink>().ToDictionary(i => i, i => new Color(0x7e, 0x01, (byte)(int)i)));

    public static string Token(Ink ink) => "--fig-" + Words(ink.ToString());

    public string Hex(Ink ink) => this[ink] is var c ? $"#{c.R:x2}{c.G:x2}{c.B:x2}" : "";

    public static Ink Bin(int bin) => Ink.Bin1 + (bin - 1);

    public static Ink BinText(int bin) => Ink.Bin1Text + (bin - 1);

    public static Ink Series(int index) => Ink.Series1 + index;

    public static Ink SeriesText(int index) => Ink.Series1Text + index;

    private FigurePalette But(string name, Dictionary<Ink, string> other) =>
        new(name, _colors.ToDictionary(p => p.Key, p => other.TryGetValue(p.Key, out var hex) ? Color.FromHex(hex) : p.Value));

    private static FigurePalette Of(string name, Dictionary<Ink, string> hex) =>
        new(name, Enum.GetValues<Ink>().ToDictionary(i => i, i => Color.FromHex(hex[i])));

    private static string Words(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}
