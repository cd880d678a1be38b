namespace LearningCity.Etl.Readers;

/// <summary>What a form written by <c>etl template</c> says of itself in its custom properties, as lines of the same kind that a workbook form carries.</summary>
internal static class DocxProperties
{
    private const string Prefix = "LearningCity.";

    public static List<string> Codes(Package package)
    {
        var codes = new List<string>();
        foreach (var property in package.Document("docProps/custom.xml")?.Root?.Elements() ?? [])
        {
            var name = (string?)property.Attribute("name") ?? "";
            if (name.StartsWith(Prefix, StringComparison.Ordinal) && property.Value.Trim() is { Length: > 0 } value)
                codes.Add($"LearningCity:{name[Prefix.Length..]}={value}");
        }
        return codes;
    }
}
