using System.Reflection;

namespace LearningCity.Warehouse.Storage;

/// <summary>The SQL and the catalog files that travel inside this assembly, named as in the repository: <c>sql/marts/rpt_trend.sql</c>.</summary>
public static class Embedded
{
    private static readonly Assembly Home = typeof(Embedded).Assembly;

    private static readonly SortedDictionary<string, string> Names = new(
        Home.GetManifestResourceNames().ToDictionary(name => name.Replace('\\', '/')), StringComparer.Ordinal);

    /// <summary>File names below a folder, in ordinal order.</summary>
    public static IReadOnlyList<string> In(string folder) =>
        [.. Names.Keys.Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal))];

    /// <exception cref="FileNotFoundException">No such file was built in.</exception>
    public static string Text(string name)
    {
        if (!Names.TryGetValue(name, out var resource))
            throw new FileNotFoundException($"Not built into the warehouse: {name}", name);
        using var reader = new StreamReader(Home.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
