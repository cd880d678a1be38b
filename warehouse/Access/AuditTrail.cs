using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Warehouse.Access;

/// <summary>The audit trail in <c>audit/</c> of the data folder: one JSON object a line, one file a month, never rewritten and never removed by
/// this program. Each line holds the hash of the one before, so that a line that was changed, added or taken out shows; <c>head.json</c>
/// says how far the trail went, so that one cut off at the end shows too.</summary>
public static class AuditTrail
{
    private const string HashKey = ",\"hash\":\"";
    private const int HashLength = 64;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // Control characters and line ends are escaped: what somebody types can make no line of its own.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Folder(DataFolder folder) => Path.Combine(folder.Root, "audit");

    /// <summary>Adds an event and returns when it is on the disk.</summary>
    /// <exception cref="IOException">It cannot be written: then what was to be recorded must not go on.</exception>
    public static AuditEvent Append(
        DataFolder folder, DateTimeOffset at, string who, string what, string? subject = null, string? from = null,
        IReadOnlyDictionary<string, string>? details = null)
    {
        var place = Prepare(folder);
        using var mine = Lock(place);
        var (number, previous) = Last(place);
        var added = new AuditEvent(number + 1, at.ToUniversalTime(), who, what, subject, from, details, previous);
        var bare = JsonSerializer.Serialize(added, Json)[..^1];
        var hash = Hash(bare);
        using (var file = new FileStream(Path.Combine(place, added.At.ToString("yyyy-MM", CultureInfo.InvariantCulture) + ".jsonl"), FileMode.Append, FileAccess.Write))
        {
            file.Write(Encoding.UTF8.GetBytes($"{bare}{HashKey}{hash}\"}}\n"));
            file.Flush(flushToDisk: true);
        }
        WriteHead(place, new(added.Number, hash));
        return added;
    }

    /// <summary>The latest events, newest first.</summary>
    public static IReadOnlyList<AuditEvent> Read(DataFolder folder, int most, Func<AuditEvent, bool>? wanted = null) =>
        [.. Files(Folder(folder)).Reverse().SelectMany(f => File.ReadLines(f).Reverse()).Select(Event).OfType<AuditEvent>().Where(e => wanted?.Invoke(e) != false).Take(most)];

    /// <summary>Reads the whole trail and says whether it is as it was written.</summary>
    public static AuditVerdict Verify(DataFolder folder)
    {
        var place = Folder(folder);
        var head = ReadHead(place);
        var (number, previous, seen) = (0L, "", head is null);
        foreach (var file in Files(place))
        {
            var line = 0;
            foreach (var text in File.ReadLines(file))
            {
                line++;
                if (Split(text) is not ({ } bare, { } hash) || Event(text) is not { } found || Hash(bare) != hash)
                    return AuditVerdict.Bad(number, file, line, "该行与其校验值不符，或不是一条记录", "the line does not match its hash, or is no event");
                if (number > 0 && found.Previous != previous)
                    return AuditVerdict.Bad(number, file, line, "与上一条记录不相接，其间有记录被删除、插入或调换", "it does not follow the event before: something was taken out, put in or moved");
                if (number == 0 && (found.Number != 1 || found.Previous.Length > 0))
                    return AuditVerdict.Bad(number, file, line, "最早的记录缺失", "the first events are missing");
                if (found.Number != number + 1)
                    return AuditVerdict.Bad(number, file, line, "编号不连续", "its number does not follow");
                (number, previous) = (found.Number, hash);
                seen |= head == new Head(number, hash);
            }
        }
        return seen ? new(number, null, null, null) : AuditVerdict.Bad(number, Path.Combine(place, "head.json"), 1, "末尾的记录缺失", "the last events are missing");
    }

    private static string Prepare(DataFolder folder)
    {
        var place = Folder(folder);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(place);
        else
            Directory.CreateDirectory(place, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return place;
    }

    private static FileStream Lock(string place)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(place, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (watch.Elapsed < Patience && Directory.Exists(place))
            {
                Thread.Sleep(5);
            }
        }
    }

    private static (long Number, string Hash) Last(string place)
    {
        foreach (var path in Files(place).Reverse())
        {
            CutUnfinished(path);
            if (LastLine(path) is { } line && Event(line) is { } last && Split(line).Hash is { } hash)
                return (last.Number, hash);
        }
        // An emptied folder does not begin a new trail unnoticed.
        return ReadHead(place) is { } head ? (head.Number, head.Hash) : (0, "");
    }

    /// <summary>A line that a crash cut off was never confirmed to anybody.</summary>
    private static void CutUnfinished(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        var at = file.Length;
        while (at > 0)
        {
            file.Position = at - 1;
            if (file.ReadByte() == '\n')
                break;
            at--;
        }
        if (at < file.Length)
            file.SetLength(at);
    }

    /// <summary>The last line of a file of whole lines, without reading those before it: a month may have a hundred thousand.</summary>
    private static string? LastLine(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var (end, begin) = (file.Length - 1, file.Length - 1);
        var block = new byte[4096];
        while (begin > 0)
        {
            var from = Math.Max(0, begin - block.Length);
            file.Position = from;
            var part = block.AsSpan(0, (int)(begin - from));
            file.ReadExactly(part);
            if (part.LastIndexOf((byte)'\n') is >= 0 and var at)
            {
                begin = from + at + 1;
                break;
            }
            begin = from;
        }
        if (end <= begin)
            return null;
        var line = new byte[end - begin];
        file.Position = begin;
        file.ReadExactly(line);
        return Encoding.UTF8.GetString(line);
    }

    private static IEnumerable<string> Files(string place) =>
        Directory.Exists(place) ? Directory.EnumerateFiles(place, "*.jsonl").Order(StringComparer.Ordinal) : [];

    private static (string? Bare, string? Hash) Split(string line)
    {
        var at = line.Length - HashLength - HashKey.Length - 2;
        return at > 0 && line.EndsWith("\"}", StringComparison.Ordinal) && line.AsSpan(at).StartsWith(HashKey)
            ? (line[..at], line.Substring(at + HashKey.Length, HashLength))
            : (null, null);
    }

    private static AuditEvent? Event(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<AuditEvent>(line, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static void WriteHead(string place, Head head)
    {
        var temporary = Path.Combine(place, "head.json.tmp");
        File.WriteAllText(temporary, JsonSerializer.Serialize(head, Json));
        File.Move(temporary, Path.Combine(place, "head.json"), overwrite: true);
    }

    private static Head? ReadHead(string place)
    {
        var path = Path.Combine(place, "head.json");
        return File.Exists(path) ? JsonSerializer.Deserialize<Head>(File.ReadAllText(path), Json) : null;
    }

    private sealed record Head(long Number, string Hash);
}

/// <summary>Whether a trail is whole.</summary>
/// <param name="Events">Good ones, up to the fault where there is one.</param>
/// <param name="Place">File and line of the fault; null when all is well.</param>
public sealed record AuditVerdict(long Events, string? Place, string? Zh, string? En)
{
    public bool Whole => Place is null;

    internal static AuditVerdict Bad(long events, string file, int line, string zh, string en) => new(events, $"{Path.GetFileName(file)}:{line}", zh, en);
}
