using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace LearningCity.Warehouse.Exports;

/// <summary>Workbooks as everything here writes them: no colours, the head frozen, a filter over it, text as text.</summary>
public static class Sheets
{
    private static readonly OpenXmlConfiguration Look = new() { TableStyles = TableStyles.None, FreezeRowCount = 1, AutoFilter = true };

    /// <param name="sheets">By name: a DataTable, or a list of records.</param>
    public static void Write(Stream stream, IReadOnlyDictionary<string, object> sheets) =>
        MiniExcel.SaveAs(stream, sheets.ToDictionary(), configuration: Look);

    /// <summary>Text as a sheet can hold it: a control character would make the workbook unreadable.</summary>
    public static string Text(string text) =>
        text.Any(Unreadable) ? string.Concat(text.Select(c => Unreadable(c) ? '\ufffd' : c)) : text;

    private static bool Unreadable(char c) => c < ' ' && c is not ('\t' or '\n' or '\r');
}
