namespace LearningCity.Etl.Normalising;

/// <summary>Levenshtein distance, given up as soon as it passes a limit.</summary>
public static class EditDistance
{
    /// <returns>The distance, or null when it is more than <paramref name="most"/>.</returns>
    public static int? Within(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
            return null;
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            // Cells further from the diagonal than the limit cannot come back under it.
            var (first, last) = (Math.Max(1, i - most), Math.Min(b.Length, i + most));
            var diagonal = row[first - 1];
            row[first - 1] = first == 1 ? i : most + 1;
            var least = row[first - 1];
            for (var j = first; j <= last; j++)
            {
                var above = j == i + most ? most + 1 : row[j];
                var next = Math.Min(diagonal + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(above, row[j - 1]) + 1);
                diagonal = row[j];
                row[j] = next;
                least = Math.Min(least, next);
            }
            if (least > most)
                return null;
        }
        return row[b.Length] <= most ? row[b.Length] : null;
    }
}
