namespace LearningCity.Client;

/// <summary>The dashboard refused a question.</summary>
/// <param name="status">Of HTTP.</param>
/// <param name="title">In short.</param>
/// <param name="detail">All that was wrong, in the language asked for.</param>
public sealed class LearningCityException(int status, string title, string detail) : Exception($"{title} ({status})\n{detail}")
{
    public int Status { get; } = status;
}
