namespace LearningCity.Etl.Commands;

/// <summary>Which language the command line speaks.</summary>
public enum Language
{
    /// <summary>Chinese first, English after it.</summary>
    Both,
    Zh,
    En,
}

/// <summary>Words for people on the command line.</summary>
public static class Words
{
    /// <summary>From <c>--lang</c>, else the environment; both where neither says one.</summary>
    public static Language Choose(string? option) => (option ?? Environment.GetEnvironmentVariable("LC_ALL") ?? Environment.GetEnvironmentVariable("LANG") ?? "").ToLowerInvariant() switch
    {
        var text when text.StartsWith("zh", StringComparison.Ordinal) => Language.Zh,
        var text when text.StartsWith("en", StringComparison.Ordinal) => Language.En,
        _ => Language.Both,
    };

    /// <summary>Whose score it is: the expert by name, else self or the panel.</summary>
    public static string Rater(this Session session, string rater, string expert) =>
        expert.Length > 0 ? expert : rater == "self" ? session.Say("自评", "self") : session.Say("专家组", "panel");

    public static string In(this Language language, string zh, string en, string between = " | ") => language switch
    {
        Language.Zh => zh,
        Language.En => en,
        _ => zh + between + en,
    };
}
