namespace LearningCity.Warehouse.Statistics;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood 2014), started from a key instead of a running state: the numbers for a draw and a name
/// are the same on every machine, for every number of threads and in every order of input.
/// </summary>
internal struct RandomStream
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    private ulong _state;

    public RandomStream(ulong key) => _state = Mix(key);

    /// <summary>A key for a draw, to be combined with that of a name by exclusive or.</summary>
    public static ulong Key(int seed, int draw) => Mix(((ulong)(uint)seed << 32 | (uint)draw) + Gamma);

    /// <summary>A key for a name that does not depend on the process (FNV-1a over UTF-16 units, then mixed).</summary>
    public static ulong Key(string name)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in name)
        {
            hash = (hash ^ unit) * 1099511628211UL;
        }

        return Mix(hash);
    }

    /// <summary>Uniform on [0, 1), a multiple of 2⁻⁵³.</summary>
    public double NextUnit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform on 0 … count − 1.</summary>
    public int NextIndex(int count) => (int)((Next() >> 32) * (ulong)count >> 32);

    private ulong Next() => Mix(_state += Gamma);

    private static ulong Mix(ulong z)
    {
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return z ^ z >> 31;
    }
}
