namespace LearningCity.Dashboard.Components.Tables;

/// <summary>A table of districts by indicators whose cells carry a value and a shade of it.</summary>
/// <param name="RowHead">What a row is.</param>
/// <param name="Groups">Heads over runs of columns; none when the columns are in another order than the framework's.</param>
/// <param name="Rows">Those in view.</param>
/// <param name="Total">How many rows there are.</param>
/// <param name="Foot">Summary rows: zones, the city.</param>
public sealed record Heat(
    string RowHead, string TotalHead, IReadOnlyList<HeatGroup> Groups, IReadOnlyList<HeatColumn> Columns,
    IReadOnlyList<HeatRow> Rows, int Total, IReadOnlyList<HeatRow> Foot, string RowSortHref, string TotalSortHref, Sorting Sort);

/// <param name="Position">Of the dimension, from 1: it gives the colour.</param>
public sealed record HeatGroup(string Name, int Columns, int Position);

/// <param name="Number">What stands in the head, such as 二.10.</param>
/// <param name="Name">What it stands for: shown at hover, focus and in print.</param>
/// <param name="Href">Sorts the rows by this column.</param>
public sealed record HeatColumn(string Code, string Number, string Name, int Position, string Href);

/// <param name="Href">Where the row's name leads; null for none.</param>
/// <param name="SortHref">Orders the columns by this row; null where that makes no sense.</param>
/// <param name="Sorted">Whether the columns are in this row's order.</param>
public sealed record HeatRow(
    string Name, string? Prefix, string? Href, string? SortHref, bool Sorted, IReadOnlyList<HeatCell> Cells, string Total, bool Strong = false);

/// <param name="Shade">Class of the shade; null for none.</param>
/// <param name="Title">The value in words.</param>
/// <param name="Href">Where the value came from; null for none.</param>
public sealed record HeatCell(string Text, string? Shade, string? Title = null, string? Href = null);
