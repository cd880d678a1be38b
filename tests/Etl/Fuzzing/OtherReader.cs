using System.Text;
using ExcelDataReader;

namespace LearningCity.Etl.Tests.Fuzzing;

/// <summary>What a reader that is none of ours finds in the cells of an .xlsx.</summary>
internal static class OtherReader
{
    static OtherReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <returns>Values by sheet and place; null where the other reader gives up on the file.</returns>
    public static Dictionary<(string Sheet, string Cell), object>? Cells(byte[] workbook)
    {
        try
        {
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(workbook));
            var cells = new Dictionary<(string, string), object>();
            do
            {
                for (var row = 1; reader.Read(); row++)
                {
                    for (var column = 0; column < reader.FieldCount; column++)
                    {
                        if (reader.GetValue(column) is { } value)
                            cells[(reader.Name, LearningCity.Etl.Readers.Cell.PlaceOf(row, column + 1))] = value;
                    }
                }
            }
            while (reader.NextResult());
            return cells;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }
}
