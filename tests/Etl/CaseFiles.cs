namespace LearningCity.Etl.Tests;

/// <summary>The real files that the tests feed to the loader.</summary>
internal static class CaseFiles
{
    public static string Root { get; } = Path.Combine(AppContext.BaseDirectory, "Files");

    public static string Of(params string[] parts) => Path.Combine([Root, .. parts]);

    public static IEnumerable<string> In(params string[] parts) => Directory.EnumerateFiles(Of(parts)).Order(StringComparer.Ordinal);
}
