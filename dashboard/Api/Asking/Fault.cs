namespace LearningCity.Dashboard.Api.Asking;

/// <summary>What is wrong with one parameter, what would be right, and whether it names something that does not exist.</summary>
/// <param name="Parameter">The parameter's name as documented, or as sent when it is not a parameter at all.</param>
/// <param name="Value">What was sent; null when the parameter is missing.</param>
/// <param name="Message">In the language of the request.</param>
/// <param name="Allowed">What would be right, where that can be listed.</param>
public sealed record Fault(string Parameter, string? Value, string Message, IReadOnlyList<string>? Allowed = null)
{
    /// <summary>The resource itself is missing (404) rather than a filter being wrong (400).</summary>
    internal bool Missing { get; init; }
}
