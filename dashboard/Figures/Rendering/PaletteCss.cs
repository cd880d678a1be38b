using System.Text;

namespace LearningCity.Dashboard.Figures.Rendering;

/// <summary>The palette as CSS custom properties: <c>wwwroot/css/figure-tokens.css</c> is this text, and a test holds it to that.</summary>
public static class PaletteCss
{
    public static string Text()
    {
        var css = new StringBuilder();
        css.Append("/* Written from FigurePalette.cs; a test compares. Dark by the system or by data-theme on the root; paper is always light. */\n");
        Block(css, ":root", FigurePalette.Light, "");
        css.Append("@media screen and (prefers-color-scheme: dark) {\n");
        Block(css, ":root:not([data-theme=\"light\"])", FigurePalette.Dark, "  ");
        css.Append("}\n@media screen {\n");
        Block(css, ":root[data-theme=\"dark\"]", FigurePalette.Dark, "  ");
        css.Append("}\n@media print {\n");
        Block(css, ":root", FigurePalette.Print, "  ");
        css.Append("}\n");
        return css.ToString();
    }

    private static void Block(StringBuilder css, string selector, FigurePalette palette, string indent)
    {
        css.Append(indent).Append(selector).Append(" {\n");
        foreach (var ink in Enum.GetValues<Ink>())
            css.Append(indent).Append("  ").Append(FigurePalette.Token(ink)).Append(": ").Append(palette.Hex(ink)).Append(";\n");
        css.Append(indent).Append("}\n");
    }
}
