namespace LearningCity.Dashboard.Features.Search;

/// <summary>How well a thing fits what was searched for, best first.</summary>
public enum Fit
{
    /// <summary>Its code, or its whole name.</summary>
    Exact,

    /// <summary>A name begins with it.</summary>
    Begins,

    /// <summary>A name holds it.</summary>
    Holds,

    /// <summary>Only its description holds it.</summary>
    Described,
}

/// <summary>What kind of thing was found, in the order in which they are listed.</summary>
public enum Found
{
    District,
    Indicator,
    Round,
    Page,
    Method,
}

/// <summary>A thing that can be found.</summary>
/// <param name="Names">Codes and names in both languages, as written.</param>
/// <param name="More">Text that describes it.</param>
/// <param name="Aside">What stands beside the title.</param>
public sealed record Findable(Found Kind, string Title, string? Aside, string Href, IReadOnlyList<string> Names, IReadOnlyList<string> More);

/// <summary>A thing that was found.</summary>
public sealed record SearchHit(Findable Thing, Fit Fit);
