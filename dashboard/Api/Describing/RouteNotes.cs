using LearningCity.Dashboard.Api.Asking;
using LearningCity.Dashboard.Api.Writing;

namespace LearningCity.Dashboard.Api.Describing;

/// <summary>What the description says of an endpoint: the parameters it reads and the columns it answers with.</summary>
/// <param name="Name">Key of the texts <c>route.NAME</c> and name of the example.</param>
/// <param name="Files">The CSV and Parquet form of the route rather than the JSON form.</param>
public sealed record RouteNotes(string Name, IReadOnlyList<Parameter> Parameters, RowShape Shape, bool Files);
