using LearningCity.Warehouse.Storage;

namespace LearningCity.Warehouse.Checks;

/// <summary>One file of sql/checks: a select that returns the offending rows, and what to say of them.</summary>
/// <param name="Blocks">Whether a single offending row prevents publication; else it is a warning.</param>
public sealed record CheckFile(string Name, bool Blocks, string MessageZh, string MessageEn, string Select)
{
    public static IReadOnlyList<CheckFile> BuiltIn() =>
        [.. Embedded.In("sql/checks").Select(file => Parse(Path.GetFileNameWithoutExtension(file), Embedded.Text(file)))];

    /// <exception cref="FormatException">The header lacks severity, zh or en.</exception>
    public static CheckFile Parse(string name, string text)
    {
        var header = SqlHeader.Of(text.ReplaceLineEndings("\n"));
        string Need(string key) => header.GetValueOrDefault(key) ?? throw new FormatException($"{name}: no '-- {key}' line");
        return new(
            name,
            Need("severity") switch
            {
                "block" => true,
                "warn" => false,
                var other => throw new FormatException($"{name}: severity {other} is neither block nor warn"),
            },
            Need("zh"),
            Need("en"),
            text);
    }
}
