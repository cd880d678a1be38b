namespace LearningCity.Warehouse.Marts;

/// <summary>What the marts of one build share, so that the scores of a round are read, and its statistics computed, once. One round at a time: of those done
/// only what was withheld is left, so that memory does not grow with the rounds.</summary>
public sealed class BuildMemory
{
    private readonly Dictionary<(Type, string), object> known = [];
    private readonly Dictionary<string, IReadOnlyList<Reasons>> withheld = [];

    /// <summary>The value made for this round, made now if it is asked for the first time.</summary>
    public T Of<T>(string round, Func<T> make) where T : class
    {
        if (!known.TryGetValue((typeof(T), round), out var value))
            known[(typeof(T), round)] = value = make();
        return (T)value;
    }

    /// <summary>Forgets a round but for the reasons.</summary>
    internal void Close(string round, IReadOnlyList<Reasons> reasons)
    {
        withheld[round] = reasons;
        foreach (var key in known.Keys.Where(key => key.Item2 == round).ToList())
            known.Remove(key);
    }

    /// <summary>Of a round whose own statistics were computed in this build; none of another.</summary>
    internal IReadOnlyList<Reasons> Withheld(string round) => withheld.GetValueOrDefault(round, []);
}
