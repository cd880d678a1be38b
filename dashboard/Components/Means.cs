namespace LearningCity.Dashboard.Components;

/// <summary>Means over what is there: a missing value is left out, never counted as zero.</summary>
public static class Means
{
    /// <returns>Null when every value is missing.</returns>
    public static decimal? Of(IEnumerable<decimal?> values)
    {
        var present = values.Where(v => v is not null).Select(v => v!.Value).ToList();
        return present.Count == 0 ? null : present.Average();
    }
}
