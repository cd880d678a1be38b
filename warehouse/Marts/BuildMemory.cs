namespace LearningCity.Warehouse.Marts;

/// <summary>What the marts of one build share, so that the scores of a round are read, and its statistics computed, once.</summary>
public sealed class BuildMemory
{
    private readonly Dictionary<(Type, string), object> known = [];

    /// <summary>The value made for this round, made now if it is asked for the first time.</summary>
    public T Of<T>(string round, Func<T> make) where T : class
    {
        if (!known.TryGetValue((typeof(T), round), out var value))
            known[(typeof(T), round)] = value = make();
        return (T)value;
    }
}
