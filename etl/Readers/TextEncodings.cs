using System.Text;
using LearningCity.Etl.Validation;

namespace LearningCity.Etl.Readers;

/// <summary>From bytes to text: by BOM, then strict UTF-8, then strict GB18030; never a guess.</summary>
public static class TextEncodings
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding LittleEndian = new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly Encoding BigEndian = new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly Encoding Chinese = Gb18030();

    /// <exception cref="RefusedException">No encoding fits, two fit with different text, or it is no text at all.</exception>
    public static string Decode(byte[] bytes)
    {
        var text = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Strict(Utf8, bytes, 3),
            [0xFF, 0xFE, ..] => Strict(LittleEndian, bytes, 2),
            [0xFE, 0xFF, ..] => Strict(BigEndian, bytes, 2),
            _ => WithoutMark(bytes),
        };
        if (text is null)
            throw new RefusedException(IsBinary(bytes) ? Rules.FileUnknown : Rules.FileEncoding);
        return text.Any(c => c < ' ' && c is not ('\t' or '\r' or '\n' or '\f')) ? throw new RefusedException(Rules.FileUnknown) : text;
    }

    private static string? WithoutMark(byte[] bytes)
    {
        if (Strict(Utf8, bytes, 0) is not { } text)
            return Strict(Chinese, bytes, 0);
        // A few Chinese words in GB18030 happen to be well-formed two-byte UTF-8 (Greek, Cyrillic, Arabic letters).
        // Chinese in UTF-8 takes three bytes, so only a file without any of those can be either.
        var letters = text.Where(c => c >= 0x80).ToList();
        if (letters.Count > 0 && letters.TrueForAll(c => c < 0x800) && Strict(Chinese, bytes, 0) is { } other)
        {
            var at = text.IndexOf(letters[0], StringComparison.Ordinal);
            throw new RefusedException(Rules.FileEncodingAmbiguous, new($"“{Sample(text, at)}”或“{Sample(other, at)}”", $"'{Sample(text, at)}' or '{Sample(other, at)}'"));
        }
        return text;
    }

    private static string Sample(string text, int at) => text.Substring(at, Math.Min(6, text.Length - at)).ReplaceLineEndings(" ");

    private static bool IsBinary(byte[] bytes) => bytes.AsSpan(0, Math.Min(bytes.Length, 4096)).Contains((byte)0);

    private static string? Strict(Encoding encoding, byte[] bytes, int from)
    {
        try
        {
            return encoding.GetString(bytes, from, bytes.Length - from);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding Gb18030()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }
}
