using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace LearningCity.Dashboard.Reports.Word;

/// <param name="Weight">Share of the width, relative to the other columns.</param>
/// <param name="Number">Aligned to the right.</param>
internal sealed record WordColumn(string Head, int Weight, bool Number = false);

/// <summary>A table of a report: its head is repeated on every page, no row is broken, a short table stays on one page.</summary>
/// <param name="Strong">Rows in bold, by their index.</param>
/// <param name="Dense">In small letters, for a long table.</param>
internal sealed record WordTable(IReadOnlyList<WordColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlySet<int>? Strong = null, bool Dense = false)
{
    /// <summary>Rows up to which a table is kept together.</summary>
    private const int Short = 14;

    public Table Build(string description)
    {
        var widths = Widths();
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = WordPage.TextWidth.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 50, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 50, Type = TableWidthValues.Dxa }),
                new TableDescription { Val = description }),
            new TableGrid(widths.Select(w => new GridColumn { Width = w.ToString(CultureInfo.InvariantCulture) })));
        table.Append(Row(Columns.Select(c => c.Head).ToList(), widths, head: true, keep: true, strong: false));
        for (var i = 0; i < Rows.Count; i++)
            table.Append(Row(Rows[i], widths, head: false, keep: (Rows.Count <= Short && i < Rows.Count - 1) || i == Rows.Count - 2 || i == 0 && Rows.Count > 1, Strong?.Contains(i) == true));
        return table;
    }

    private TableRow Row(IReadOnlyList<string> cells, List<int> widths, bool head, bool keep, bool strong)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (head)
            properties.Append(new TableHeader());
        var row = new TableRow(properties);
        for (var c = 0; c < cells.Count; c++)
        {
            var cell = new TableCellProperties(new TableCellWidth { Width = widths[c].ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa });
            if (head)
                cell.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "EDEFF2" });
            cell.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
            var paragraph = new ParagraphProperties(new ParagraphStyleId { Val = head ? WordStyles.CellHead : Dense ? WordStyles.DenseCell : WordStyles.CellText });
            if (keep)
                paragraph.Append(new KeepNext());
            if (!head && Columns[c].Number)
                paragraph.Append(new Justification { Val = JustificationValues.Right });
            row.Append(new TableCell(cell, new Paragraph(paragraph, WordText.Run(cells[c], strong))));
        }

        return row;
    }

    private List<int> Widths()
    {
        var all = Columns.Sum(c => c.Weight);
        var widths = Columns.Select(c => WordPage.TextWidth * c.Weight / all).ToList();
        widths[^1] += WordPage.TextWidth - widths.Sum();
        return widths;
    }

    private static TableBorders Borders()
    {
        const string colour = "595959";
        return new TableBorders(
            new TopBorder { Val = BorderValues.Single, Size = 8, Color = colour }, new LeftBorder { Val = BorderValues.Single, Size = 4, Color = colour },
            new BottomBorder { Val = BorderValues.Single, Size = 8, Color = colour }, new RightBorder { Val = BorderValues.Single, Size = 4, Color = colour },
            new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = colour }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4, Color = colour });
    }
}
