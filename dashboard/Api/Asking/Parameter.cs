namespace LearningCity.Dashboard.Api.Asking;

/// <summary>One query or path parameter: read, checked and described from the same place.</summary>
/// <param name="Name">As in the URL.</param>
/// <param name="Example">A value that is right for the sample data.</param>
/// <param name="Check">The fault of a value, null when it is right. Values read earlier can be asked for.</param>
public sealed record Parameter(string Name, string Example, Func<Asked, string, Fault?> Check)
{
    /// <summary>What stands in for a value that was not sent; null leaves it out.</summary>
    public Func<Asked, string?>? Default { get; init; }

    public bool Required { get; init; }

    /// <summary>In the path rather than in the query; an unknown value is then 404.</summary>
    public bool InPath { get; init; }

    public bool Whole { get; init; }

    /// <summary>The values, where they are always the same.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Key of the description in ApiParameters.resx, where the name alone does not tell.</summary>
    public string Describes { get; init; } = Name;
}
