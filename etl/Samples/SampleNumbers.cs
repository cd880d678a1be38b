namespace LearningCity.Etl.Samples;

/// <summary>Random numbers that belong to a name instead of a place in a sequence: the same on every machine, in every order, for ever.</summary>
/// <remarks>FNV-1a over the key, then SplitMix64 (Steele, Lea and Flood 2014). Nothing here calls a function whose last bit may differ between machines.</remarks>
internal readonly record struct SampleNumbers(int Seed)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>Roughly standard normal: the sum of twelve uniform numbers less six, so never beyond ±6.</summary>
    public double Normal(params ReadOnlySpan<string> key)
    {
        var state = Hash(key);
        var sum = 0.0;
        for (var i = 0; i < 4; i++)
        {
            state += Golden;
            var bits = Mix(state);
            for (var part = 0; part < 3; part++, bits >>= 21)
                sum += (bits & 0x1FFFFF) / (double)0x200000;
        }
        return sum - 6;
    }

    /// <summary>A whole number from 0 to below <paramref name="limit"/>.</summary>
    public int Below(int limit, params ReadOnlySpan<string> key) => (int)(Mix(Hash(key) + Golden) % (ulong)limit);

    private ulong Hash(ReadOnlySpan<string> key)
    {
        var hash = 0xCBF29CE484222325 ^ Mix((ulong)Seed);
        foreach (var part in key)
        {
            foreach (var c in part)
                hash = (hash ^ c) * 0x100000001B3;
            // No character of a code: "a","bc" and "ab","c" are two keys.
            hash = (hash ^ 0x1FFFF) * 0x100000001B3;
        }
        return hash;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
