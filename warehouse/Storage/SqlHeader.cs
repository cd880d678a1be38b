namespace LearningCity.Warehouse.Storage;

/// <summary>The <c>-- key: value</c> lines at the head of an SQL file.</summary>
public static class SqlHeader
{
    public static IReadOnlyDictionary<string, string> Of(string sql)
    {
        var header = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in sql.Split('\n').TakeWhile(l => l.StartsWith("--", StringComparison.Ordinal)))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                header.TryAdd(line[2..colon].Trim(), line[(colon + 1)..].Trim());
        }
        return header;
    }
}
