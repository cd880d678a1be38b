using System.Text;
using LearningCity.Etl.Readers;

namespace LearningCity.Etl.Normalising;

/// <summary>Text as it is compared, never as it is kept.</summary>
public static class Texts
{
    /// <summary>Full-width forms to ASCII and all white space and zero-width characters gone. ① and ² stay what they are:
    /// NFKC would turn 5² into 52.</summary>
    public static string Narrow(string text)
    {
        var narrow = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (IsSpace(c))
                continue;
            narrow.Append(c switch
            {
                >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
                '\u2212' or '\u2010' or '\u2011' => '-',
                _ => c,
            });
        }
        return narrow.ToString();
    }

    /// <summary>What is left of a text when only its words count: NFKC, lower case, no space, no punctuation, no strokes.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in Nfkc(text))
        {
            if (!IsSpace(c) && !char.IsPunctuation(c) && !char.IsSymbol(c) && !char.IsControl(c) && c != TextMarks.Stroke)
                key.Append(char.ToLowerInvariant(c));
        }
        return key.ToString();
    }

    /// <summary>NFKC with spaces collapsed and trimmed; for lines and names that are searched.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        var space = false;
        foreach (var c in Nfkc(text))
        {
            if (IsInvisible(c))
                continue;
            if (char.IsWhiteSpace(c))
            {
                space = line.Length > 0;
                continue;
            }
            if (space)
                line.Append(' ');
            space = false;
            line.Append(c);
        }
        return line.ToString();
    }

    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || IsInvisible(c);

    private static bool IsInvisible(char c) =>
        c is (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064') or '\uFEFF' or '\u00AD' or '\u180E';

    // A lone surrogate is no text; Normalize would throw on it.
    private static string Nfkc(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
