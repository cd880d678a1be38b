namespace LearningCity.Dashboard.Components;

/// <summary>Districts picked out in a figure: pick=code, up to four.</summary>
public static class Picks
{
    public const string Parameter = "pick";
    public const int Most = 4;

    /// <summary>Those asked for, the first four of them; without any, <paramref name="otherwise"/>.</summary>
    public static IReadOnlyList<string> Read(PageReading reading, IEnumerable<string> otherwise)
    {
        var asked = reading.Url.All(Parameter).Distinct().ToList();
        foreach (var code in asked)
            reading.District(code);
        return asked.Count == 0 ? [.. otherwise.Distinct().Take(Most)] : [.. asked.Take(Most)];
    }
}
