using LearningCity.Dashboard.Access;
using LearningCity.Dashboard.Api.Asking;
using LearningCity.Dashboard.Api.Writing;

namespace LearningCity.Dashboard.Api.Routes;

/// <summary>A route that answers with rows: its path below /api/v1, what it can be asked, and the question that answers it.</summary>
/// <param name="Name">Last word of the path, and key of its description.</param>
public sealed record RowsRoute<TRow>(string Name, IReadOnlyList<Parameter> Parameters, Func<Asked, Reply<TRow>> Ask)
    where TRow : class
{
    public string Path { get; init; } = Name;

    /// <summary>The JSON answer as a record, for the description alone.</summary>
    public Type Described { get; init; } = typeof(RowsAnswer<TRow>);

    /// <summary>Who may ask.</summary>
    public Rule Rule { get; init; } = Rule.City;

    /// <summary>Whether the answer depends on the snapshot and the URL alone, so that it can be kept.</summary>
    public bool Cached { get; init; } = true;
}
