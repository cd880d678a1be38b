using System.Globalization;
using System.Resources;

namespace LearningCity.Dashboard.Resources;

/// <summary>The fixed words of reports (headings, heads of tables, captions, notes), from <c>Reports.resx</c> (Chinese) and <c>Reports.en.resx</c>.
/// What reports say of the data is in <c>Reports/Rules/rules.json</c>.</summary>
public sealed class ReportWords(Text text)
{
    private static readonly ResourceManager Resources = new("LearningCity.Dashboard.Resources.Reports", typeof(ReportWords).Assembly);

    private readonly CultureInfo culture = CultureInfo.GetCultureInfo(text.Html);

    /// <exception cref="KeyNotFoundException">The key is in no resource file: a broken report, found by the tests.</exception>
    public string this[string key] => Resources.GetString(key, culture) ?? throw new KeyNotFoundException($"No report word with the key '{key}'.");

    public string Say(string key, params object[] values) => string.Format(CultureInfo.InvariantCulture, this[key], values);
}
