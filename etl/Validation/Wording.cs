namespace LearningCity.Etl.Validation;

/// <summary>One thing in both languages, each free of the other. What was found in a file stays as it was found, in quotation marks.</summary>
public sealed record Wording(string Zh, string En)
{
    public static Wording None { get; } = new("", "");

    /// <summary>A number, a code or a cell: the same in both.</summary>
    public static Wording Same(string text) => new(text, text);

    /// <summary>Text as it was found, whatever its language.</summary>
    public static Wording Found(string text) => new($"“{text}”", $"'{text}'");

    public static Wording List(IEnumerable<Wording> parts)
    {
        var all = parts.ToList();
        return new(string.Join('，', all.Select(p => p.Zh)), string.Join(", ", all.Select(p => p.En)));
    }
}
