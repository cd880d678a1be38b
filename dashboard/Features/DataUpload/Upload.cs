using System.Text.Json.Serialization;
using LearningCity.Etl.Loading;

namespace LearningCity.Dashboard.Features.DataUpload;

/// <summary>How far an upload has come.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UploadState>))]
public enum UploadState
{
    /// <summary>To be checked.</summary>
    Waiting,
    Checking,

    /// <summary>Checked; whoever sent it decides. Nothing has been written.</summary>
    Previewed,

    /// <summary>To be loaded.</summary>
    Accepted,
    Loading,

    /// <summary>In the store; a steward publishes.</summary>
    Loaded,

    /// <summary>Withdrawn by whoever sent it.</summary>
    Discarded,

    /// <summary>It could not be read or written at all; what was wrong is in <see cref="Upload.Failure"/>.</summary>
    Failed,
}

/// <summary>Files that somebody sent, and what became of them.</summary>
/// <param name="Id">32 hex digits: also the name of its folder.</param>
/// <param name="District">Code of the district whose office sent it, which may only send its own self scores; null for a steward.</param>
/// <param name="Preview">What a load would do; null until it was checked.</param>
/// <param name="Result">What the load did; null until it was loaded.</param>
/// <param name="Failure">Chinese and English, divided by a bar.</param>
public sealed record Upload(
    string Id, string Who, string? District, DateTimeOffset At, IReadOnlyList<UploadedFile> Files, UploadState State,
    LoadResult? Preview = null, LoadResult? Result = null, string? Failure = null)
{
    /// <summary>Whether the program still works on it, so that its page looks again by itself.</summary>
    [JsonIgnore]
    public bool Busy => State is UploadState.Waiting or UploadState.Checking or UploadState.Accepted or UploadState.Loading;
}

/// <param name="Name">As its sender calls it; for people, never a path.</param>
/// <param name="Returned">Whether a file with its faults marked lies ready.</param>
public sealed record UploadedFile(string Name, long Bytes, bool Returned = false);
