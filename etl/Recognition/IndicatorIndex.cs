using System.Text.RegularExpressions;
using LearningCity.Etl.Normalising;
using LearningCity.Etl.Validation;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Etl.Recognition;

/// <summary>What a row says its indicator is.</summary>
/// <param name="Indicator">Null when nothing, something unknown, or two different ones were said.</param>
/// <param name="Conflict">What was said, where it disagrees; null otherwise.</param>
/// <param name="Slip">How the text differs from the official one; null where it does not.</param>
public sealed record IndicatorFound(Indicator? Indicator, Wording? Conflict = null, Wording? Slip = null);

/// <summary>The indicators of one framework by code, by number within the dimension, and by official text.</summary>
public sealed partial class IndicatorIndex
{
    // A text is taken with a slip when it is this near to one official text; the official ones differ in almost every character.
    private const int FewestSlips = 2;
    private const int SlipsPerHundred = 4;
    private const int ShortestPrefix = 8;

    private static readonly Wording ByCode = new("代码", "code");
    private static readonly Wording BySerial = new("编号", "number");
    private static readonly Wording ByWords = new("原文", "text");
    private static readonly Wording ByDimension = new("一级指标", "dimension");

    private readonly Dictionary<string, Indicator> byCode;
    private readonly Dictionary<(string Dimension, int Number), Indicator> byNumber;
    private readonly Dictionary<string, Indicator> byText = new(StringComparer.Ordinal);
    private readonly List<(string Key, Indicator Indicator)> texts;
    private readonly List<(Dimension Dimension, string Numeral)> dimensions;
    private readonly Dictionary<string, (Indicator? Indicator, Wording? Slip)> seen = new(StringComparer.Ordinal);

    public IndicatorIndex(CityCatalog catalog, string framework)
    {
        Framework = framework;
        All = [.. catalog.IndicatorsOf(framework)];
        byCode = All.ToDictionary(i => Texts.Key(i.Code));
        byNumber = All.ToDictionary(i => (i.Dimension, i.Position));
        foreach (var same in All.SelectMany(i => new[] { i.TextZh, i.LabelZh, i.LabelEn }.Distinct().Select(t => (Key: Texts.Key(t), Indicator: i)))
            .Where(t => t.Key.Length > 0).GroupBy(t => t.Key).Where(g => g.Select(t => t.Indicator.Code).Distinct().Count() == 1))
            byText[same.Key] = same.First().Indicator;
        texts = [.. All.Select(i => (Texts.Key(i.TextZh), i))];
        dimensions = [.. catalog.DimensionsOf(framework).Select(d => (d, ChineseNumerals.Of(d.Position)))];
    }

    public string Framework { get; }

    public IReadOnlyList<Indicator> All { get; }

    /// <summary>The most indicators that a dimension has.</summary>
    public int LongestDimension => All.Count == 0 ? 0 : All.Max(i => i.Position);

    /// <param name="dimensionText">The dimension cell that covers the row; empty for none.</param>
    /// <param name="dimensionIsOwn">Whether the row itself says it, or it was carried down from a row above.</param>
    public IndicatorFound Find(string dimensionText, bool dimensionIsOwn, string code, string number, string text)
    {
        var said = new List<Said>();
        Wording? slip = null;
        var dimension = Dimension(dimensionText);
        if (code.Length > 0)
            said.Add(new(ByCode, Only(byCode.GetValueOrDefault(Texts.Key(code))), code));
        if (number.Length > 0)
            said.Add(Numbered(Texts.Line(number), dimension));
        if (text.Length > 0)
            slip = Written(Texts.Line(text), dimension, said);

        // A number that fits one indicator in each dimension says that it is one of these, not which.
        if (!said.Exists(s => s is { Fits.Count: > 0, Names: true }))
            return new(null);
        var fits = All.Where(i => said.TrueForAll(s => s.Fits.Contains(i))).ToList();
        if (fits is [var only])
        {
            if (!dimensionIsOwn || dimension is null || only.Dimension == dimension)
                return new(only, null, slip);
            said.Add(new(ByDimension, [], dimensionText));
        }
        return new(null, Wording.List(said.Select(s => new Wording($"{s.How.Zh}“{Short(s.Text)}”→{s.Zh}", $"{s.How.En} '{Short(s.Text)}' → {s.En}"))));
    }

    /// <summary>The dimension that a text such as <c>二．建设发展（共40分）</c> names; null when none, or two.</summary>
    public string? Dimension(string text)
    {
        var line = Texts.Line(text).Replace(" ", "", StringComparison.Ordinal);
        if (line.Length == 0)
            return null;
        var key = Texts.Key(line);
        var named = dimensions.Where(d => key == Texts.Key(d.Dimension.Code) || key.Contains(Texts.Key(d.Dimension.NameZh), StringComparison.Ordinal)
            || (d.Dimension.NameEn.Length > 0 && key.Contains(Texts.Key(d.Dimension.NameEn), StringComparison.Ordinal))).ToList();
        var numeral = Numeral().Match(line) is { Success: true } match ? match.Groups[1].Value : null;
        var counted = dimensions.Where(d => d.Numeral == numeral).ToList();
        return (named.Count, counted.Count) switch
        {
            (1, 1) => named[0] == counted[0] ? named[0].Dimension.Code : null,
            (1, 0) => named[0].Dimension.Code,
            (0, 1) when numeral!.Length == line.Length => counted[0].Dimension.Code,
            _ => null,
        };
    }

    private Said Numbered(string number, string? dimension)
    {
        if (byCode.TryGetValue(Texts.Key(number), out var coded))
            return new(BySerial, [coded], number);
        if (Hierarchic().Match(number) is { Success: true } both && both.Groups["rest"].Length == 0)
            return Hierarchical(both, number);
        if (Number().Match(number) is not { Success: true } match || match.Groups["rest"].Length > 0)
            return new(BySerial, [], number);
        return dimension is null && !match.Groups["numeral"].Success
            ? new(BySerial, [.. All.Where(i => match.Groups["number"].ValueSpan.SequenceEqual($"{i.Position}"))], number, Names: false)
            : new(BySerial, Only(ByNumber(match, dimension)), number);
    }

    /// <summary>2.3 is the third of the second dimension. 2.1 may have been 2.10 before a spreadsheet made a number of it.</summary>
    private Said Hierarchical(Match match, string text)
    {
        var (first, second) = (match.Groups["first"].Value, match.Groups["second"].Value);
        var dimension = dimensions.Find(d => $"{d.Dimension.Position}" == first).Dimension?.Code;
        List<Indicator> fits = [.. All.Where(i => i.Dimension == dimension && ($"{i.Position}" == second || $"{i.Position}" == second + "0"))];
        return new(BySerial, fits, text, Names: fits.Count == 1);
    }

    private static IReadOnlyList<Indicator> Only(Indicator? indicator) => indicator is null ? [] : [indicator];

    private Wording? Written(string text, string? dimension, List<Said> said)
    {
        var rest = text;
        if (byCode.TryGetValue(Texts.Key(text), out var whole))
        {
            said.Add(new(ByCode, [whole], text));
            return null;
        }
        if (LeadingCode().Match(text) is { Success: true } leading && byCode.TryGetValue(Texts.Key(leading.Groups["code"].Value), out var coded))
        {
            said.Add(new(ByCode, [coded], leading.Groups["code"].Value));
            rest = leading.Groups["rest"].Value;
        }
        else if (Hierarchic().Match(text) is { Success: true } both)
        {
            rest = both.Groups["rest"].Value;
            said.Add(Hierarchical(both, text[..both.Groups["rest"].Index]));
        }
        else if (Number().Match(text) is { Success: true } match)
        {
            rest = match.Groups["rest"].Value;
            // A number without its dimension names nothing, unless the text does.
            if (ByNumber(match, dimension) is { } numbered)
                said.Add(new(BySerial, [numbered], text[..match.Groups["rest"].Index]));
            else if (match.Groups["numeral"].Success || dimension is not null || rest.Length == 0)
                said.Add(new(BySerial, [], text[..match.Groups["rest"].Index]));
        }
        if (Texts.Key(rest).Length == 0)
            return null;
        var (indicator, slip) = Text(rest);
        said.Add(new(ByWords, Only(indicator), rest));
        return slip;
    }

    private Indicator? ByNumber(Match match, string? dimension)
    {
        var numeral = match.Groups["numeral"].Success ? match.Groups["numeral"].Value : null;
        if (numeral is not null)
        {
            var own = dimensions.FirstOrDefault(d => d.Numeral == numeral).Dimension?.Code;
            if (own is null || (dimension is not null && dimension != own))
                return null;
            dimension = own;
        }
        return dimension is not null && int.TryParse(match.Groups["number"].ValueSpan, out var number) ? byNumber.GetValueOrDefault((dimension, number)) : null;
    }

    private (Indicator? Indicator, Wording? Slip) Text(string text)
    {
        var key = Texts.Key(text);
        if (byText.TryGetValue(key, out var exact))
            return (exact, null);
        if (!seen.TryGetValue(key, out var found))
        {
            // Found texts come from outside: a list of a million different ones must not be kept.
            if (seen.Count > 10_000)
                seen.Clear();
            seen[key] = found = Near(key);
        }
        return found;
    }

    private (Indicator? Indicator, Wording? Slip) Near(string key)
    {
        if (key.Length >= ShortestPrefix && texts.Where(t => t.Key.StartsWith(key, StringComparison.Ordinal)).ToList() is [var only])
            return (only.Indicator, new($"只写了前 {key.Length} 字", $"only the first {key.Length} characters are there"));
        var near = texts
            .Select(t => (t.Indicator, t.Key, Most: Math.Max(FewestSlips, t.Key.Length * SlipsPerHundred / 100)))
            .Where(t => t.Key.Length > 4 * t.Most)
            .Select(t => (t.Indicator, t.Key, Slips: EditDistance.Within(key, t.Key, t.Most)))
            .Where(t => t.Slips is not null).ToList();
        return near is [var one] ? (one.Indicator, Difference(key, one.Key)) : (null, null);
    }

    /// <summary>The differing middle of two texts.</summary>
    private static Wording Difference(string found, string official)
    {
        var start = 0;
        while (start < Math.Min(found.Length, official.Length) && found[start] == official[start])
            start++;
        var end = 0;
        while (end < Math.Min(found.Length, official.Length) - start && found[^(end + 1)] == official[^(end + 1)])
            end++;
        string Part(string text) => Short(text[Math.Max(0, start - 2)..Math.Min(text.Length, text.Length - end + 2)]);
        return new($"表中“{Part(found)}”，官方文本“{Part(official)}”", $"'{Part(found)}' for '{Part(official)}'");
    }

    private static string Short(string text) => text.Length > 24 ? text[..24] + "…" : text;

    [GeneratedRegex(@"^(?:第)?([一二三四五六七八九十]{1,3})(?=[^\p{L}]|$|、|\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Numeral();

    [GeneratedRegex(@"^(?:(?<numeral>[一二三四五六七八九十]{1,3})\s*[.、,\-]?\s*)?\(?(?<number>[0-9]{1,2})(?![0-9])\)?\s*(?:[.、:,]\s*(?![0-9])|(?=\s|\p{L})|$)(?<rest>.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?<first>[0-9]{1,2})[.\-](?<second>[0-9]{1,2})(?![0-9.])[\s、:,]*(?<rest>.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Hierarchic();

    [GeneratedRegex(@"^(?<code>[A-Za-z]{1,4}[0-9]{1,3})(?![0-9A-Za-z])[\s.、:,\-]*(?<rest>.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex LeadingCode();

    /// <summary>One thing that a row says of its indicator.</summary>
    /// <param name="Fits">What it fits; none when it is unknown.</param>
    /// <param name="Names">Whether it is enough by itself.</param>
    private sealed record Said(Wording How, IReadOnlyList<Indicator> Fits, string Text, bool Names = true)
    {
        public string Zh => Fits.Count == 0 ? "？" : string.Join('或', Fits.Select(i => i.NumberZh));

        public string En => Fits.Count == 0 ? "?" : string.Join(" or ", Fits.Select(i => i.Code));
    }
}
