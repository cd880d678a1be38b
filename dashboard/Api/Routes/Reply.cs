using LearningCity.Dashboard.Api.Asking;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Api.Routes;

/// <summary>What a route has to say: rows, and perhaps more beside them, or what is wrong with parameters that are each right.</summary>
/// <param name="Beside">A record whose properties stand beside rows in the JSON answer.</param>
public sealed record Reply<TRow>(Answer<TRow>? Answer, object? Beside = null, Fault? Wrong = null)
{
    public static implicit operator Reply<TRow>(Answer<TRow> answer) => new(answer);

    public static implicit operator Reply<TRow>(Fault wrong) => new(null, Wrong: wrong);
}
