using LearningCity.Dashboard.Api.Asking;

namespace LearningCity.Dashboard.Api;

/// <summary>A problem as the API sends it (RFC 9457); for the description alone, <see cref="Problems"/> writes it.</summary>
public sealed record Problem(string Type, string Title, int Status, string Detail, string RequestId, IReadOnlyList<Fault> Errors);
