using System.Text;

namespace LearningCity.Dashboard.Figures.Rendering;

/// <summary>Breaks a text into lines that fit: between words, and between any two Chinese characters.</summary>
internal static class Wrapping
{
    private const string NeverFirst = "，。；：、！？）》」”’%·,.;:!?)";

    public static IReadOnlyList<string> Lines(string text, double size, double room, bool strong = false)
    {
        if (string.IsNullOrEmpty(text)) return [];
        if (FigureFont.Width(text, size, strong) <= room) return [text];
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var piece in Pieces(text))
        {
            if (line.Length > 0 && FigureFont.Width(line + piece.TrimEnd(), size, strong) > room)
            {
                lines.Add(line.ToString().TrimEnd());
                line.Clear();
            }

            line.Append(line.Length == 0 ? piece.TrimStart() : piece);
        }

        if (line.Length > 0) lines.Add(line.ToString().TrimEnd());
        return lines;
    }

    private static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        for (var i = 1; i < text.Length; i++)
        {
            var breaks = text[i - 1] == ' ' || IsHan(text[i - 1]) || IsHan(text[i]);
            if (!breaks || NeverFirst.Contains(text[i]) || text[i] == ' ') continue;
            yield return text[start..i];
            start = i;
        }

        yield return text[start..];
    }

    private static bool IsHan(char c) => c is >= '\u2e80' and <= '\u9fff' or >= '\uff00' and <= '\uffef';
}
