namespace LearningCity.Etl.Validation;

/// <summary>What a rule does with what it finds.</summary>
public enum Severity
{
    /// <summary>Not accepted; the unit comes back (with --partial only what the rule's <see cref="Scope"/> covers).</summary>
    Reject,

    /// <summary>Accepted, and said.</summary>
    Warn,

    /// <summary>Accepted; worth knowing.</summary>
    Note,
}

/// <summary>How much a fault takes back when good cells are accepted by themselves (--partial).</summary>
public enum Scope
{
    WholeFile,
    Unit,

    /// <summary>All scores of one rater in the unit: a total vouches for its whole column.</summary>
    Rater,

    /// <summary>Both scores of one indicator in the unit.</summary>
    Indicator,
    Cell,
}

/// <summary>One rule of the loader. The messages carry <c>{value}</c> (as found), <c>{expected}</c> and <c>{detail}</c>.</summary>
/// <param name="Name">Stable: logs, tests and people refer to it.</param>
public sealed record Rule(string Name, Severity Severity, Scope Scope, string MessageZh, string MessageEn)
{
    public string SeverityName => Severity.ToString().ToLowerInvariant();

    public string ScopeName => Scope.ToString().ToLowerInvariant();

    public string Zh(string value, string expected, string detail) => Fill(MessageZh, value, expected, detail);

    public string En(string value, string expected, string detail) => Fill(MessageEn, value, expected, detail);

    // Found text goes in last, so that braces in it stay what they are.
    private static string Fill(string template, string value, string expected, string detail) =>
        string.Concat(Pieces(template).Select(piece => piece switch
        {
            "{value}" => value,
            "{expected}" => expected,
            "{detail}" => detail,
            _ => piece,
        }));

    private static string[] Pieces(string template) =>
        System.Text.RegularExpressions.Regex.Split(template, @"(\{(?:value|expected|detail)\})");
}
