using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using LearningCity.Etl.Validation;

namespace LearningCity.Etl.Readers;

/// <summary>A zip package from outside: parts are read in memory under a common limit, nothing is unpacked to disk,
/// no DTD is processed and no relation leads out of the package.</summary>
public sealed class Package : IDisposable
{
    private const int MostParts = 5_000;

    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> parts;
    private long left;

    private Package(ZipArchive archive, Dictionary<string, ZipArchiveEntry> parts, long unpacked)
    {
        this.archive = archive;
        this.parts = parts;
        left = unpacked;
    }

    public IEnumerable<string> Names => parts.Keys;

    public static Package Open(byte[] bytes, ReadLimits limits)
    {
        ZipArchive archive;
        try
        {
            archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        }
        catch (InvalidDataException e)
        {
            throw new RefusedException(Rules.FileDamaged, Damage.Zip, e);
        }
        var parts = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in archive.Entries)
        {
            // Two parts of one name: programs differ on which one they show.
            if (!parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry) || parts.Count > MostParts)
                throw new RefusedException(Rules.FileDamaged, Damage.Zip);
        }
        return new(archive, parts, limits.UnpackedBytes);
    }

    public bool Has(string name) => parts.ContainsKey(name);

    /// <summary>A reader over a part's XML; null when there is no such part.</summary>
    public XmlReader? Xml(string name) => parts.TryGetValue(name, out var part)
        ? XmlReader.Create(new Metered(part.Open(), this), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        })
        : null;

    public XDocument? Document(string name)
    {
        using var reader = Xml(name);
        return reader is null ? null : XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>Targets inside the package by relation id, as full part names; external ones are left out.</summary>
    public IReadOnlyDictionary<string, (string Type, string Target)> Relations(string part)
    {
        var folder = part.Contains('/', StringComparison.Ordinal) ? part[..(part.LastIndexOf('/') + 1)] : "";
        var relations = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (var element in Document($"{folder}_rels/{part[folder.Length..]}.rels")?.Root?.Elements() ?? [])
        {
            if ((string?)element.Attribute("TargetMode") == "External")
                continue;
            var target = ((string?)element.Attribute("Target") ?? "").Replace('\\', '/');
            var type = (string?)element.Attribute("Type") ?? "";
            relations[(string?)element.Attribute("Id") ?? ""] = (type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target));
        }
        return relations;
    }

    /// <summary>The part that the package is about: <c>xl/workbook.xml</c>, <c>word/document.xml</c>.</summary>
    public string Main(string fallback) =>
        Relations("").Values.Where(r => r.Type == "officeDocument" && Has(r.Target)).Select(r => r.Target).FirstOrDefault() ?? fallback;

    public void Dispose() => archive.Dispose();

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
            return target[1..];
        var steps = new List<string>();
        foreach (var step in (folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && steps.Count > 0)
                steps.RemoveAt(steps.Count - 1);
            else if (step is not ("." or ".."))
                steps.Add(step);
        }
        return string.Join('/', steps);
    }

    private sealed class Metered(Stream inner, Package package) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            package.left -= read;
            return package.left < 0 ? throw new RefusedException(Rules.FileZipBomb) : read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
