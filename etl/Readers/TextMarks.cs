using System.Text;

namespace LearningCity.Etl.Readers;

/// <summary>Formatting that changes what a text says, kept in its characters: struck out as <c>5̶</c>, raised as <c>5²</c>. A score that was
/// struck out, or a footnote's mark beside one, is then no number.</summary>
internal static class TextMarks
{
    /// <summary>The stroke over a struck-out character; no word is told apart by it.</summary>
    public const char Stroke = '\u0336';

    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉";

    /// <param name="align">Value of <c>vertAlign</c>; null where there is none.</param>
    public static string Apply(string text, bool struck, string? align)
    {
        var digits = align switch { "superscript" => Raised, "subscript" => Lowered, _ => null };
        if (!struck && digits is null)
            return text;
        var marked = new StringBuilder(text.Length * 2);
        foreach (var c in text)
        {
            marked.Append(digits is not null && char.IsAsciiDigit(c) ? digits[c - '0'] : c);
            if (struck && !char.IsWhiteSpace(c) && !char.IsSurrogate(c))
                marked.Append(Stroke);
        }
        return marked.ToString();
    }
}
