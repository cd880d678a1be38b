using System.Buffers.Binary;
using System.Text;
using LearningCity.Etl.Validation;

namespace LearningCity.Etl.Readers;

/// <summary>The directory of an OLE compound file ([MS-CFB]), read only to tell .xls, .doc and encrypted files apart.</summary>
public static class CompoundFile
{
    private const int EntrySize = 128;
    private const uint LastSector = 0xFFFFFFFA;

    /// <summary>Names of all storages and streams.</summary>
    /// <exception cref="RefusedException">The file is cut off or its sector chain is broken.</exception>
    public static IReadOnlySet<string> Names(byte[] bytes)
    {
        if (bytes.Length < 512)
            throw new RefusedException(Rules.FileDamaged, "header");
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(30));
        if (shift is not (9 or 12))
            throw new RefusedException(Rules.FileDamaged, "sector size");
        var size = 1 << shift;
        var sector = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(48));
        var names = new HashSet<string>(StringComparer.Ordinal);
        // A chain can be no longer than the file has sectors; a ring ends here.
        for (var left = bytes.Length / size; left > 0 && sector < LastSector; left--)
        {
            var start = (sector + 1L) * size;
            if (start + size > bytes.Length)
                throw new RefusedException(Rules.FileDamaged, "directory");
            for (var at = (int)start; at < start + size; at += EntrySize)
            {
                var length = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at + 64));
                if (length is >= 4 and <= 64)
                    names.Add(Encoding.Unicode.GetString(bytes, at, length - 2));
            }
            sector = Next(bytes, sector, size);
        }
        return names;
    }

    private static uint Next(byte[] bytes, uint sector, int size)
    {
        var perSector = size / 4;
        var table = (int)(sector / perSector);
        // The first 109 sectors of the allocation table are listed in the header: enough for a directory of any workbook under the size limit.
        if (table >= 109)
            return uint.MaxValue;
        var at = ((BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(76 + (table * 4))) + 1L) * size) + (sector % perSector * 4);
        return at + 4 > bytes.Length ? uint.MaxValue : BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan((int)at));
    }
}
