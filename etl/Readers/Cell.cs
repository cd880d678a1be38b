namespace LearningCity.Etl.Readers;

/// <summary>What is wrong with a cell before its meaning is known.</summary>
public enum CellFlaw
{
    None,

    /// <summary>A formula whose result the file does not carry; nobody saw a value here.</summary>
    FormulaWithoutValue,

    /// <summary>An error such as <c>#REF!</c>.</summary>
    Error,
}

/// <summary>One cell of a <see cref="Grid"/>; rows and columns count from 1.</summary>
public sealed record Cell(int Row, int Column, string Text)
{
    /// <summary>The number that the cell holds, null for text. <see cref="Text"/> is what it shows under its number format.</summary>
    public double? Held { get; init; }

    public CellFlaw Flaw { get; init; }

    /// <summary>Not to be seen in the file: a hidden row, column, sheet or hidden text.</summary>
    public bool Hidden { get; init; }

    public bool IsBlank => Text.Length == 0 && Held is null && Flaw == CellFlaw.None;

    /// <summary>Where it is, as people say it: <c>H7</c>.</summary>
    public string Place => PlaceOf(Row, Column);

    public static string PlaceOf(int row, int column) => ColumnName(column) + row.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static string ColumnName(int column)
    {
        var name = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
            name = (char)('A' + ((rest - 1) % 26)) + name;
        return name;
    }
}
