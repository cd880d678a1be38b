using System.Globalization;
using System.Resources;

namespace LearningCity.Dashboard.Resources;

/// <summary>Words of the pages in one language, from <c>Ui.resx</c> (Chinese) and <c>Ui.en.resx</c>.</summary>
public sealed class Text
{
    public static readonly Text Chinese = new(Hosting.Language.Chinese);

    public static readonly Text English = new(Hosting.Language.English);

    private static readonly ResourceManager Resources = new("LearningCity.Dashboard.Resources.Ui", typeof(Text).Assembly);

    private readonly CultureInfo culture;

    private Text(CultureInfo culture) => this.culture = culture;

    /// <summary>Of the current request.</summary>
    public static Text Current => Hosting.Language.IsEnglish ? English : Chinese;

    public bool IsChinese => ReferenceEquals(this, Chinese);

    /// <summary>Value of the <c>lang</c> attribute.</summary>
    public string Html => IsChinese ? "zh-CN" : "en";

    /// <summary>Value of the <c>lang</c> parameter of a URL.</summary>
    public string Code => IsChinese ? "zh" : "en";

    /// <exception cref="KeyNotFoundException">The key is in no resource file: a broken page, found by the tests.</exception>
    public string this[string key] =>
        Resources.GetString(key, culture) ?? throw new KeyNotFoundException($"No text with the key '{key}'.");

    /// <summary>The text with its places {0}, {1} … filled. Numbers come formatted already.</summary>
    public string Say(string key, params object[] values) => string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>As <see cref="Say"/>, with the count at {0}; <c>key.one</c> is the text for one.</summary>
    public string Count(string key, int count, params object[] values) =>
        Say(count == 1 ? key + ".one" : key, [count.ToString(CultureInfo.InvariantCulture), .. values]);

    public string Pick(string zh, string en) => IsChinese ? zh : en;

    /// <summary>A label in the middle of a sentence: English begins it with a small letter unless it is an acronym.</summary>
    public string Inline(string zh, string en) =>
        IsChinese ? zh : en.Length > 1 && char.IsLower(en[1]) ? char.ToLowerInvariant(en[0]) + en[1..] : en;

    /// <summary>Sentences one after the other, those that are empty left out: English has a space between them, Chinese has none.</summary>
    public string Sentences(params IReadOnlyList<string?> sentences) => string.Join(this["sentence.between"], sentences.Where(s => s is { Length: > 0 }));

    /// <summary>Up to two names; with more, the first and how many there are.</summary>
    public string Some(IReadOnlyList<string> names) =>
        names.Count <= 2 ? List(names) : Say("names.more", names[0], names.Count.ToString(CultureInfo.InvariantCulture));

    /// <summary>"a、b和c" or "a, b and c".</summary>
    public string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => Say("list.last", string.Join(this["list.between"], items.Take(items.Count - 1)), items[^1]),
    };
}
