using LearningCity.Etl.Validation;

namespace LearningCity.Etl.Readers;

/// <summary>Ends the reading of one file that cannot be used; <see cref="FileReader"/> turns it into a fault of that file.</summary>
public sealed class RefusedException(Rule rule, Wording? detail = null, Exception? cause = null) : Exception(rule.Name, cause)
{
    public Rule Rule { get; } = rule;

    public Wording Detail { get; } = detail ?? Wording.None;
}
