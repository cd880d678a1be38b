using System.Globalization;

namespace LearningCity.Dashboard.Hosting;

/// <summary>The two languages, Chinese first. A request's language is ?lang=zh|en, else the cookie lang, else Chinese; programs may also
/// say it with Accept-Language, which pages ignore: a reader sees the same page whatever the browser's settings. It is set as the
/// thread's culture, so that Text(…) and string localizers agree.</summary>
public static class Language
{
    public const string Parameter = "lang";

    public static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>zh or en: of the current request.</summary>
    public static string Current => IsEnglish ? "en" : "zh";

    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>The text of the current request's language.</summary>
    public static string Text(string zh, string en) => IsEnglish ? en : zh;

    /// <summary>The culture that a request asks for.</summary>
    public static CultureInfo Of(HttpRequest request)
    {
        var asked = Known(request.Query[Parameter]) ?? Known(request.Cookies[Parameter]);
        if (asked is not null || !Failures.IsForMachines(request.Path))
        {
            return asked ?? Chinese;
        }

        var accepted = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(a => a.Quality ?? 1)
            .Select(a => Known(a.Value.Value))
            .FirstOrDefault(c => c is not null);
        return accepted ?? Chinese;
    }

    private static CultureInfo? Known(string? tag) =>
        tag is null ? null
        : tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Chinese
        : tag.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English
        : null;
}
