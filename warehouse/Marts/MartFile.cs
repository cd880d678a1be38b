using LearningCity.Warehouse.Storage;

namespace LearningCity.Warehouse.Marts;

/// <summary>Which rounds of a mart a change of some rounds reaches.</summary>
public enum Rebuild
{
    /// <summary>The changed rounds alone.</summary>
    Own,

    /// <summary>The changed rounds and all later ones, which look back at them.</summary>
    Later,

    /// <summary>Everything, and only when the catalog or a mart's definition changed.</summary>
    Catalog,
}

/// <summary>One file of sql/marts: a header, the table with its comments, and the select that fills it.</summary>
/// <param name="DependsOn">Marts that must be built before.</param>
/// <param name="Select">Null for a mart that is computed in C#, see <paramref name="Computed"/>.</param>
/// <param name="BesideScores">Whether the select runs where the scores are, in DuckDB or in a cluster: it reads <c>build_score</c> and the catalog alone.</param>
/// <param name="Keeps">Of a mart that is rebuilt for later rounds as well: which rows of rounds that did not change themselves are left, as a condition; null for none.</param>
/// <param name="Computed">Name in <see cref="ComputedMarts"/>; null for a mart in SQL.</param>
public sealed record MartFile(
    string Name, string Grain, IReadOnlyList<string> DependsOn, Rebuild Rebuild, string Table, string? Select, string? Computed, string? Keeps = null, bool BesideScores = false)
{
    private const string BuildMarker = "\n-- build\n";

    /// <summary>The marts built into the warehouse, each after those it depends on.</summary>
    public static IReadOnlyList<MartFile> BuiltIn() => MartOrder.Of(
        Embedded.In("sql/marts").Select(file => Parse(Path.GetFileNameWithoutExtension(file), Embedded.Text(file))));

    /// <exception cref="FormatException">The file lacks a part.</exception>
    public static MartFile Parse(string name, string text)
    {
        text = text.ReplaceLineEndings("\n");
        var header = SqlHeader.Of(text);
        var build = text.IndexOf(BuildMarker, StringComparison.Ordinal);
        var computed = header.GetValueOrDefault("computed");
        if (build < 0 == computed is null)
            throw new FormatException($"{name}: a mart has either a '-- build' part or a '-- computed' line");
        return new(
            name,
            header.GetValueOrDefault("grain") ?? throw new FormatException($"{name}: no '-- grain' line"),
            (header.GetValueOrDefault("depends on") ?? throw new FormatException($"{name}: no '-- depends on' line"))
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            Enum.Parse<Rebuild>(header.GetValueOrDefault("rebuilds") ?? throw new FormatException($"{name}: no '-- rebuilds' line"), ignoreCase: true),
            build < 0 ? text : text[..build],
            build < 0 ? null : text[(build + BuildMarker.Length)..],
            computed,
            header.GetValueOrDefault("keeps"),
            header.ContainsKey("runs"));
    }
}
