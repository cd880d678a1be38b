using Dapper;
using DuckDB.NET.Data;

namespace LearningCity.Etl.Validation;

/// <summary>The rules that are judged over all staged scores at once, each by the query in <c>sql/</c> that bears its name.</summary>
/// <remarks>Where <c>expected</c> or <c>detail</c> holds words, the query gives them a second time in English as <c>expected_en</c>, <c>detail_en</c>.</remarks>
public static class RuleSet
{
    /// <summary>Judged first: cells, and a table by itself.</summary>
    public static readonly IReadOnlyList<Rule> Tables =
    [
        Rules.BelowZero, Rules.AboveMax, Rules.TooManyDecimals, Rules.MaxPointsDiffer, Rules.TotalDiffers, Rules.TotalMissing,
        Rules.ConflictingCells, Rules.DuplicateIdentical,
    ];

    /// <summary>Judged among what is right in itself.</summary>
    public static readonly IReadOnlyList<Rule> Load = [Rules.ConflictingUnits];

    /// <summary>Judged when it is known what will change.</summary>
    public static readonly IReadOnlyList<Rule> Changes = [Rules.PanelMeanDiffers, Rules.BlankKeepsValue, Rules.OlderFileAgain];

    public static void Judge(DuckDBConnection connection, IEnumerable<Rule> rules)
    {
        foreach (var rule in rules)
            connection.Execute($"""
                insert into stg_fault by name
                select '{rule.Name}' as rule, * from ({Query(rule)})
                """);
    }

    /// <exception cref="FileNotFoundException">No query bears the rule's name.</exception>
    public static string Query(Rule rule)
    {
        using var stream = typeof(RuleSet).Assembly.GetManifestResourceStream($"Validation/{rule.Name}.sql")
            ?? throw new FileNotFoundException($"No query for the rule {rule.Name}", rule.Name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
