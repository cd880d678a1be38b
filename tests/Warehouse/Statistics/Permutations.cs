namespace LearningCity.Warehouse.Tests.Statistics;

internal static class Permutations
{
    /// <summary>All orders of the items, equal items told apart.</summary>
    public static IEnumerable<T[]> Of<T>(T[] items)
    {
        if (items.Length <= 1)
        {
            yield return [.. items];
            yield break;
        }

        for (var i = 0; i < items.Length; i++)
        {
            foreach (var rest in Of([.. items[..i], .. items[(i + 1)..]]))
            {
                yield return [items[i], .. rest];
            }
        }
    }
}
