using LearningCity.Dashboard.Components.Tables.Files;

namespace LearningCity.Dashboard.Components.Tables;

/// <summary>The part of a long table that a page shows. The number is in the address, so that each part has its link; a file of the table holds all rows.</summary>
public static class TableWindow
{
    public const int Size = 100;

    /// <summary>Rows of a heat table, each of which is a cell for every indicator.</summary>
    public const int HeatSize = 50;

    /// <summary>Of the table that a page is about.</summary>
    public const string Parameter = "page";

    /// <summary>The parameter of another table of the page.</summary>
    public static string ParameterOf(string key) => $"{key}-{Parameter}";

    public static IReadOnlyList<T> Of<T>(PageUrl url, IReadOnlyList<T> rows, string parameter = Parameter, int size = Size) =>
        rows.Count <= size || url[TableFiles.As] is not null
            ? rows
            : [.. rows.Skip((Number(url, rows.Count, parameter, size) - 1) * size).Take(size)];

    /// <summary>The part asked for, from 1; what is no part of the table is its first or last.</summary>
    public static int Number(PageUrl url, long total, string parameter = Parameter, int size = Size) =>
        int.TryParse(url[parameter], out var asked) ? Math.Clamp(asked, 1, Count(total, size)) : 1;

    /// <summary>How many parts there are; 1 of an empty table.</summary>
    public static int Count(long total, int size = Size) => (int)Math.Max(1, (total + size - 1) / size);
}
