namespace LearningCity.Etl.Readers;

/// <summary>Finds the error cells of an Excel 97-2003 workbook in its records ([MS-XLS]). ExcelDataReader shows them as blank,
/// and a blank is a missing score: an error must not turn into one.</summary>
internal static class XlsErrors
{
    private const ushort BoolErr = 0x0205;

    /// <param name="stream">As <see cref="XlsRecords.Stream"/> gives it.</param>
    /// <returns>By sheet, in the workbook's order: row and column from 1, and the error's text.</returns>
    public static IReadOnlyList<IReadOnlyDictionary<(int Row, int Column), string>> Find(byte[] stream) =>
        [.. XlsRecords.Sheets(stream).Select(start => InSheet(stream, start))];

    private static Dictionary<(int Row, int Column), string> InSheet(byte[] stream, int start)
    {
        var errors = new Dictionary<(int, int), string>();
        foreach (var (type, at, length) in XlsRecords.Part(stream, start))
        {
            var code = type switch
            {
                BoolErr when length >= 8 && stream[at + 7] == 1 => stream[at + 6],
                XlsRecords.Formula when length >= 14 && stream[at + 12] == 0xFF && stream[at + 13] == 0xFF && stream[at + 6] == 2 => stream[at + 8],
                _ => (byte?)null,
            };
            if (code is { } error)
                errors[(XlsRecords.Number(stream, at) + 1, XlsRecords.Number(stream, at + 2) + 1)] = Text(error);
        }
        return errors;
    }

    private static string Text(byte code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#ERROR!",
    };
}
