using System.Globalization;
using System.Resources;

namespace LearningCity.Dashboard.Resources;

/// <summary>What /methods says of each statistic, from <c>Methods.resx</c> (Chinese) and <c>Methods.en.resx</c>: keys <c>answers.CODE</c>,
/// <c>withheld.CODE</c>, <c>example.CODE</c> and, where a formula has words, in Chinese <c>formula.CODE</c>.</summary>
public sealed class MethodText(Text text)
{
    private static readonly ResourceManager Resources = new("LearningCity.Dashboard.Resources.Methods", typeof(MethodText).Assembly);

    private readonly CultureInfo culture = CultureInfo.GetCultureInfo(text.Html);

    /// <exception cref="KeyNotFoundException">The key is in no resource file: a broken page, found by the tests.</exception>
    public string this[string key] => Find(key) ?? throw new KeyNotFoundException($"No text with the key '{key}'.");

    public string Say(string key, params object[] values) => string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>The formula in the language of the page.</summary>
    public string Formula(Warehouse.Statistics.Method method) => (text.IsChinese ? Find("formula." + method.Code) : null) ?? method.Formula;

    private string? Find(string key) => Resources.GetString(key, culture);
}
