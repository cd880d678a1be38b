using System.Buffers.Binary;
using System.Text;
using LearningCity.Etl.Validation;

namespace LearningCity.Etl.Readers;

/// <summary>The directory and streams of an OLE compound file ([MS-CFB]): enough to tell .xls, .doc and encrypted files apart,
/// and to look into a workbook's records.</summary>
public sealed class CompoundFile
{
    private const int EntrySize = 128;
    private const int SmallSector = 64;
    private const uint LastSector = 0xFFFFFFFA;
    private const int HeaderTables = 109;

    private readonly byte[] bytes;
    private readonly int size;
    private readonly List<uint> tables;
    private readonly Dictionary<string, (uint Start, long Length)> entries = new(StringComparer.Ordinal);
    private readonly int smallUnder;

    /// <exception cref="RefusedException">The file is cut off or a chain of sectors is broken.</exception>
    public CompoundFile(byte[] bytes)
    {
        this.bytes = bytes;
        if (bytes.Length < 512 || UInt16(30) is not (9 or 12))
            throw Damaged();
        size = 1 << UInt16(30);
        smallUnder = (int)Math.Min(UInt32(56), 1 << 20);
        tables = Tables();
        var directory = Chain(UInt32(48), long.MaxValue, Next, size, Sector);
        for (var at = 0; at + EntrySize <= directory.Length; at += EntrySize)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(directory.AsSpan(at + 64));
            if (length is >= 4 and <= 64)
                entries.TryAdd(
                    Encoding.Unicode.GetString(directory, at, length - 2),
                    (BinaryPrimitives.ReadUInt32LittleEndian(directory.AsSpan(at + 116)), BinaryPrimitives.ReadUInt32LittleEndian(directory.AsSpan(at + 120))));
        }
    }

    /// <summary>Whether there is a storage or stream of that name.</summary>
    public bool Has(string name) => entries.ContainsKey(name);

    /// <summary>The content of a stream; null when there is none.</summary>
    public byte[]? Stream(string name)
    {
        if (!entries.TryGetValue(name, out var entry))
            return null;
        if (entry.Length >= smallUnder)
            return Chain(entry.Start, entry.Length, Next, size, Sector);
        var root = entries.TryGetValue("Root Entry", out var found) ? found : throw Damaged();
        var small = Chain(root.Start, root.Length, Next, size, Sector);
        var smallTable = Chain(UInt32(60), long.MaxValue, Next, size, Sector);
        uint NextSmall(uint sector) => (sector * 4L) + 4 <= smallTable.Length ? BinaryPrimitives.ReadUInt32LittleEndian(smallTable.AsSpan((int)sector * 4)) : uint.MaxValue;
        return Chain(entry.Start, entry.Length, NextSmall, SmallSector, sector => (sector + 1L) * SmallSector <= small.Length ? small.AsMemory((int)sector * SmallSector, SmallSector) : throw Damaged());
    }

    private byte[] Chain(uint sector, long length, Func<uint, uint> next, int sectorSize, Func<uint, ReadOnlyMemory<byte>> read)
    {
        using var content = new MemoryStream();
        // A chain can be no longer than the file has sectors: a ring ends here.
        for (var left = (bytes.Length / sectorSize) + 1; left > 0 && sector < LastSector && content.Length < length; left--)
        {
            content.Write(read(sector).Span);
            sector = next(sector);
        }
        if (content.Length > length)
            content.SetLength(length);
        return content.ToArray();
    }

    private List<uint> Tables()
    {
        var found = new List<uint>();
        for (var i = 0; i < HeaderTables; i++)
            found.Add(UInt32(76 + (i * 4)));
        var more = UInt32(68);
        for (var left = bytes.Length / size; left > 0 && more < LastSector; left--)
        {
            var sector = Sector(more).Span;
            for (var at = 0; at < size - 4; at += 4)
                found.Add(BinaryPrimitives.ReadUInt32LittleEndian(sector[at..]));
            more = BinaryPrimitives.ReadUInt32LittleEndian(sector[(size - 4)..]);
        }
        return found;
    }

    private uint Next(uint sector)
    {
        var perSector = (uint)(size / 4);
        var table = sector / perSector;
        return table < tables.Count && tables[(int)table] < LastSector
            ? BinaryPrimitives.ReadUInt32LittleEndian(Sector(tables[(int)table]).Span[(int)(sector % perSector * 4)..])
            : uint.MaxValue;
    }

    private ReadOnlyMemory<byte> Sector(uint number) =>
        (number + 2L) * size <= bytes.Length ? bytes.AsMemory((int)((number + 1L) * size), size) : throw Damaged();

    private ushort UInt16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private uint UInt32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    private static RefusedException Damaged() => new(Rules.FileDamaged, Damage.Sectors);
}
