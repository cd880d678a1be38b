using System.Text.RegularExpressions;
using LearningCity.Etl.Loading;

namespace LearningCity.Etl.Tests;

/// <summary>Tells whether a sentence keeps to one language. What was found in a file stands in quotation marks and may be in any.</summary>
internal static partial class Pure
{
    /// <summary>A message without the text it quotes has no Chinese character or mark.</summary>
    public static bool English(string sentence) => !Chinese().IsMatch(EnglishQuote().Replace(sentence, ""));

    /// <summary>A message without the text it quotes has no Latin word but names: of programs, formats, options, verbs and codes.</summary>
    public static bool IsChinese(string sentence)
    {
        var bare = ChineseQuote().Replace(sentence, "");
        return Chinese().IsMatch(bare) && !Word().IsMatch(Name().Replace(bare, ""));
    }

    public static IEnumerable<string> Mixed(IEnumerable<FaultFound> faults) =>
        faults.SelectMany(f => new[] { IsChinese(f.MessageZh) ? null : f.MessageZh, English(f.MessageEn) ? null : f.MessageEn }).OfType<string>();

    [GeneratedRegex("(?<![A-Za-z])'[^']*'")]
    private static partial Regex EnglishQuote();

    [GeneratedRegex("“[^“”]*”")]
    private static partial Regex ChineseQuote();

    [GeneratedRegex(@"[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]")]
    private static partial Regex Chinese();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Word();

    [GeneratedRegex(@"\.[a-z]{2,4}\b|--[a-z-]+|\b(?:Excel|Word|WPS|RTF|PDF|CSV|XML|DTD|OpenDocument|BOM|UTF-8|UTF-16|GB18030|MB|round add|catalog import|etl(?: [a-z]+)?|[A-Z]{1,3}[0-9]{1,7})\b|<[A-Z]+>|（(?:自评|专家)）|\b(?:self|expert)(?=（)")]
    private static partial Regex Name();
}
