using System.Security.Cryptography;
using System.Text.RegularExpressions;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage;
using Serilog;

namespace LearningCity.Warehouse.Scale;

/// <summary>What one look at the source came to.</summary>
public enum ReplicaStep
{
    /// <summary>Nothing is published there yet.</summary>
    Nothing,

    /// <summary>What is served there is served here.</summary>
    Same,

    /// <summary>Another snapshot was taken over.</summary>
    Taken,
}

/// <summary>A data folder that serves what is published elsewhere. It is never written to by a load.</summary>
public static partial class Replica
{
    private const int BufferBytes = 1 << 20;

    /// <summary>Takes over the snapshot that the source serves now, if it is another one. Cut off at any moment, or given other bytes than
    /// were published, it leaves the snapshot served as it was.</summary>
    /// <exception cref="InvalidDataException">What came is not what was published, or the folder has scores of its own.</exception>
    /// <exception cref="IOException">The source or the folder cannot be read or written.</exception>
    /// <exception cref="HttpRequestException">The other dashboard does not answer, or refuses.</exception>
    public static async Task<ReplicaStep> FollowAsync(DataFolder folder, SnapshotSource source, CancellationToken stop)
    {
        if (File.Exists(folder.Store))
            throw new InvalidDataException(
                $"{folder.Root} 有自己的数据库，不能作为副本。请为副本另选数据目录 | {folder.Root} has a store of its own and cannot be a replica. Choose another data folder for the replica");
        if (await source.Current(stop) is not { } info)
            return ReplicaStep.Nothing;
        // The id becomes a file name, and comes from outside.
        if (!Id().IsMatch(info.Id) || !Sha256().IsMatch(info.Sha256) || !info.Id.EndsWith(info.Sha256[..8], StringComparison.Ordinal))
            throw new InvalidDataException($"{source.Name} 给出的快照编号无效 | {source.Name} names a snapshot by no valid id");
        if (CurrentFile.Read(folder)?.Snapshot.Id == info.Id)
            return ReplicaStep.Same;
        Directory.CreateDirectory(folder.Snapshots);
        if (!File.Exists(folder.SnapshotFile(info.Id)))
            await FetchAsync(folder, source, info, stop);
        CurrentFile.WriteInfo(SnapshotFiles.InfoFile(folder, info.Id), info);
        CurrentFile.Write(folder, new(info, ""));
        SnapshotFiles.Prune(folder, Publisher.Kept);
        Log.Information("Took snapshot {Snapshot} over from {Source}", info.Id, source.Name);
        return ReplicaStep.Taken;
    }

    private static async Task FetchAsync(DataFolder folder, SnapshotSource source, SnapshotInfo info, CancellationToken stop)
    {
        SnapshotFiles.RemoveLeftovers(folder);
        var temporary = folder.SnapshotFile(info.Id) + ".tmp";
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using (var from = await source.Open(info.Id, stop))
            await using (var to = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                var buffer = new byte[BufferBytes];
                for (var read = await from.ReadAsync(buffer, stop); read > 0; read = await from.ReadAsync(buffer, stop))
                {
                    hash.AppendData(buffer, 0, read);
                    await to.WriteAsync(buffer.AsMemory(0, read), stop);
                }
                to.Flush(flushToDisk: true);
            }
            if (Convert.ToHexStringLower(hash.GetHashAndReset()) != info.Sha256)
                throw new InvalidDataException(
                    $"从 {source.Name} 取得的快照 {info.Id} 与其校验值不符，未采用 | Snapshot {info.Id} as it came from {source.Name} does not match its checksum and was not taken");
            SnapshotFiles.MakeReadOnly(temporary);
            File.Move(temporary, folder.SnapshotFile(info.Id));
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    [GeneratedRegex("^[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.CultureInvariant)]
    private static partial Regex Sha256();
}
