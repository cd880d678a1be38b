namespace LearningCity.Etl.Readers;

/// <summary>Where in the texts of an Excel 97-2003 workbook the font changes. They stand in one table that goes on over records, and
/// a text that is cut by a record's end says anew how wide its characters are.</summary>
internal sealed class XlsTexts
{
    private const ushort Table = 0x00FC;
    private const ushort Continue = 0x003C;
    private const int Wide = 1;
    private const int Extended = 4;
    private const int Rich = 8;

    private readonly byte[] stream;
    private readonly List<(int At, int Length)> records = [];
    private int record;
    private int within;

    private XlsTexts(byte[] stream)
    {
        this.stream = stream;
        foreach (var (type, at, length) in XlsRecords.Part(stream, 0))
        {
            if (type == Table ? records.Count == 0 : type == Continue && records.Count > 0)
                records.Add((at, length));
            else if (records.Count > 0)
                break;
        }
    }

    /// <summary>Whether everything is read; a table that ends within a text has no more to tell.</summary>
    private bool Ended => record >= records.Count;

    /// <returns>By the text's number in the table: from which character on which font counts.</returns>
    public static IReadOnlyDictionary<int, IReadOnlyList<(int From, int Font)>> Runs(byte[] stream)
    {
        var texts = new XlsTexts(stream);
        var runs = new Dictionary<int, IReadOnlyList<(int, int)>>();
        texts.Skip(8);
        for (var number = 0; !texts.Ended; number++)
        {
            if (texts.Next() is { Count: > 0 } found)
                runs[number] = found;
        }
        return runs;
    }

    private List<(int From, int Font)> Next()
    {
        var length = Two();
        var flags = One();
        var count = (flags & Rich) != 0 ? Two() : 0;
        var more = (flags & Extended) != 0 ? Two() + (Two() * 65_536L) : 0;
        var wide = (flags & Wide) != 0;
        for (var left = length; left > 0 && !Ended;)
        {
            if (within == records[record].Length)
            {
                (record, within) = (record + 1, 0);
                wide = (One() & Wide) != 0;
                continue;
            }
            var fit = Math.Clamp((records[record].Length - within) / (wide ? 2 : 1), 1, left);
            Skip(fit * (wide ? 2 : 1));
            left -= fit;
        }
        var runs = new List<(int, int)>();
        for (; count > 0 && !Ended; count--)
            runs.Add((Two(), Two()));
        Skip(more);
        return Ended && count > 0 ? [] : runs;
    }

    private int Two() => One() + (One() << 8);

    private int One()
    {
        while (!Ended && within >= records[record].Length)
            (record, within) = (record + 1, 0);
        return Ended ? 0 : stream[records[record].At + within++];
    }

    private void Skip(long bytes)
    {
        while (bytes > 0 && !Ended)
        {
            var step = (int)Math.Min(bytes, records[record].Length - within);
            (within, bytes) = (within + step, bytes - step);
            if (bytes > 0)
                (record, within) = (record + 1, 0);
        }
    }
}
