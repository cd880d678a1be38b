using System.Buffers.Binary;

namespace LearningCity.Etl.Readers;

/// <summary>The records of an Excel 97-2003 workbook ([MS-XLS]), for what ExcelDataReader does not tell.</summary>
internal static class XlsRecords
{
    public const ushort Formula = 0x0006;

    private const ushort EndOfFile = 0x000A;
    private const ushort BoundSheet = 0x0085;
    private const ushort BeginOfFile = 0x0809;

    /// <summary>The stream that holds the records; versions before 5 are one bare stream and hold a single sheet.</summary>
    public static byte[] Stream(byte[] bytes)
    {
        if (bytes is not [0xD0, 0xCF, ..])
            return bytes;
        var file = new CompoundFile(bytes);
        return file.Stream("Workbook") ?? file.Stream("Book") ?? [];
    }

    /// <summary>Where the sheets begin, in the workbook's order. Charts and macro sheets are no grids.</summary>
    public static IReadOnlyList<int> Sheets(byte[] stream)
    {
        var starts = new List<int>();
        foreach (var (type, at, length) in In(stream, 0))
        {
            if (type == BoundSheet && length >= 6 && stream[at + 5] == 0)
                starts.Add((int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(stream.AsSpan(at)), int.MaxValue));
        }
        return starts;
    }

    /// <summary>The records of the part that begins at a place, up to its end.</summary>
    public static IEnumerable<(ushort Type, int At, int Length)> Part(byte[] stream, int start)
    {
        var depth = 0;
        foreach (var record in In(stream, start))
        {
            // A chart within the sheet has a substream of its own.
            depth += record.Type == BeginOfFile ? 1 : record.Type == EndOfFile ? -1 : 0;
            if (depth == 0)
                yield break;
            if (depth == 1)
                yield return record;
        }
    }

    public static int Number(byte[] stream, int at) => BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(at));

    private static IEnumerable<(ushort Type, int At, int Length)> In(byte[] stream, int from)
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
}
