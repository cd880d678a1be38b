using System.Globalization;
using System.Resources;

namespace LearningCity.Dashboard.Resources;

/// <summary>What the API says to people, in the language of the request. A key without a text is a broken invariant.</summary>
public static class ApiText
{
    private static readonly ResourceManager Texts = new("LearningCity.Dashboard.Resources.ApiText", typeof(ApiText).Assembly);

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static string Get(string key) => In(CultureInfo.CurrentUICulture, key);

    public static string Format(string key, params object[] values) => string.Format(CultureInfo.InvariantCulture, Get(key), values);

    /// <summary>The word for what a parameter names, such as 评估轮次 or round.</summary>
    public static string Name(string parameter) => Find(CultureInfo.CurrentUICulture, "name." + parameter) ?? parameter;

    /// <summary>Both languages in one text, for documents that have only one; null when there is no such key.</summary>
    public static string? Both(string key) =>
        Find(CultureInfo.InvariantCulture, key) is { } zh ? $"{zh} | {Find(English, key)}" : null;

    private static string In(CultureInfo culture, string key) =>
        Find(culture, key) ?? throw new InvalidOperationException($"ApiText.resx has no text for {key}.");

    private static string? Find(CultureInfo culture, string key) => Texts.GetString(key, culture);
}
