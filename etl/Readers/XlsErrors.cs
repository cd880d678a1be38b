using System.Buffers.Binary;

namespace LearningCity.Etl.Readers;

/// <summary>Finds the error cells of an Excel 97-2003 workbook in its records ([MS-XLS]). ExcelDataReader shows them as blank,
/// and a blank is a missing score: an error must not turn into one.</summary>
internal static class XlsErrors
{
    private const ushort BeginOfFile = 0x0809;
    private const ushort BoundSheet = 0x0085;
    private const ushort BoolErr = 0x0205;
    private const ushort Formula = 0x0006;

    /// <returns>By sheet, in the workbook's order: row and column from 1, and the error's text.</returns>
    public static IReadOnlyList<IReadOnlyDictionary<(int Row, int Column), string>> Find(byte[] bytes)
    {
        // Versions before 5 are one bare stream and hold a single sheet.
        var stream = bytes is [0xD0, 0xCF, ..] ? new CompoundFile(bytes) is var file ? file.Stream("Workbook") ?? file.Stream("Book") ?? [] : [] : bytes;
        var starts = new List<int>();
        foreach (var (type, at, length) in Records(stream, 0))
        {
            // Charts and macro sheets are no grids.
            if (type == BoundSheet && length >= 6 && stream[at + 5] == 0)
                starts.Add((int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(stream.AsSpan(at)), int.MaxValue));
        }
        return [.. starts.Select(start => InSheet(stream, start))];
    }

    private static Dictionary<(int Row, int Column), string> InSheet(byte[] stream, int start)
    {
        var errors = new Dictionary<(int, int), string>();
        var depth = 0;
        foreach (var (type, at, length) in Records(stream, start))
        {
            // A chart within the sheet has a substream of its own.
            depth += type == BeginOfFile ? 1 : type == 0x000A ? -1 : 0;
            if (depth == 0)
                break;
            if (depth > 1)
                continue;
            var code = type switch
            {
                BoolErr when length >= 8 && stream[at + 7] == 1 => stream[at + 6],
                Formula when length >= 14 && stream[at + 12] == 0xFF && stream[at + 13] == 0xFF && stream[at + 6] == 2 => stream[at + 8],
                _ => (byte?)null,
            };
            if (code is { } error)
                errors[(Number(stream, at) + 1, Number(stream, at + 2) + 1)] = Text(error);
        }
        return errors;
    }

    private static IEnumerable<(ushort Type, int At, int Length)> Records(byte[] stream, int from)
    {
        for (var at = from; at >= 0 && at + 4 <= stream.Length;)
        {
            var (type, length) = ((ushort)Number(stream, at), Number(stream, at + 2));
            if (at + 4 + length > stream.Length)
                yield break;
            yield return (type, at + 4, length);
            at += 4 + length;
        }
    }

    private static int Number(byte[] stream, int at) => BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(at));

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
