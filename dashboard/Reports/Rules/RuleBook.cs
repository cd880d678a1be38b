using System.Text.Json;

namespace LearningCity.Dashboard.Reports.Rules;

/// <summary>All sentences of reports with their conditions and limits, from <c>rules.json</c>: the one file to read, and to change, for what reports say.</summary>
public sealed class RuleBook
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Dictionary<string, Rule> byCode;

    private RuleBook(IReadOnlyList<Rule> rules)
    {
        Rules = rules;
        byCode = rules.ToDictionary(r => r.Code, StringComparer.Ordinal);
    }

    /// <summary>The rules that travel with the program.</summary>
    public static RuleBook Default { get; } = Read();

    public IReadOnlyList<Rule> Rules { get; }

    /// <exception cref="KeyNotFoundException">There is no such rule.</exception>
    public Rule this[string code] => byCode.TryGetValue(code, out var rule) ? rule : throw new KeyNotFoundException($"rules.json has no rule '{code}'.");

    private static RuleBook Read()
    {
        using var file = typeof(RuleBook).Assembly.GetManifestResourceStream("Reports/rules.json")
            ?? throw new InvalidOperationException("rules.json is not in the program");
        return new RuleBook(JsonSerializer.Deserialize<List<Rule>>(file, Json)!);
    }
}
