using System.Diagnostics;
using System.Security.Cryptography;
using Dapper;
using DuckDB.NET.Data;
using LearningCity.Etl.Readers;
using LearningCity.Etl.Recognition;
using LearningCity.Etl.Validation;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage;
using LearningCity.Warehouse.Storage.Clusters;
using Serilog;

namespace LearningCity.Etl.Loading;

/// <summary>From submitted files to accepted scores and a published snapshot. Killed at any step, it leaves the store as it was before,
/// or as it is after, and the next run goes on from there.</summary>
public static class Loader
{
    // Each open file may take its share of memory.
    private const int MostOpen = 4;

    /// <param name="progress">Told before each step and each file; called on the loading thread.</param>
    /// <exception cref="FileNotFoundException">A path of the request does not exist.</exception>
    /// <exception cref="StoreInUseException">Another writer has the data folder.</exception>
    public static LoadResult Load(DataFolder folder, LoadRequest request, IProgress<LoadProgress>? progress = null, TimeProvider? time = null)
    {
        time ??= TimeProvider.System;
        var (sources, skipped) = SourceFiles.Of(request);
        progress?.Report(new(LoadStep.Open, 0, sources.Count));
        if (request.DryRun)
        {
            using var look = DryRunStore.Open(folder);
            return Run(look.Connection, look.Cluster, look.Catalog, folder, null, request, sources, skipped, progress, time);
        }
        using var store = WorkingStore.Open(folder, time, request.Sample);
        return Run(store.Connection, store.Cluster, store.Catalog, folder, store, request, sources, skipped, progress, time);
    }

    private static LoadResult Run(
        DuckDBConnection connection, ScoreCluster? cluster, CityCatalog catalog, DataFolder folder, WorkingStore? store, LoadRequest request,
        IReadOnlyList<SourceFile> sources, IReadOnlyList<string> skipped, IProgress<LoadProgress>? progress, TimeProvider time)
    {
        var watch = Stopwatch.StartNew();
        var started = time.GetUtcNow().UtcDateTime;
        var lists = new LongLists(connection);
        var (files, staged) = Read(catalog, lists, request, sources, progress);
        void Step(LoadStep step, string detail = "") => progress?.Report(new(step, files.Count, files.Count, detail));

        if (request.OnlySelfOf is { } sender)
            SenderRules.Apply(staged, catalog, sender);
        Step(LoadStep.Stage);
        StagingTables.Fill(connection, files, staged);
        Step(LoadStep.Validate);
        using var laid = cluster?.Lay(connection, StagingTables.Units(connection));
        Judgement.Reach(connection, lists, request.Partial);
        var faults = Outcomes.Faults(connection);
        var units = Outcomes.Units(connection);
        var outcomes = Outcomes.Files(files, units, faults);
        var counts = Outcomes.Counts(outcomes, units, faults);
        var result = new LoadResult(null, request.DryRun, outcomes, units, faults, counts, null, [], watch.Elapsed) { Skipped = skipped };
        if (store is null)
            return result;

        if (result.Changed || result.Rejected || connection.QuerySingle<bool>("select exists (from stg_confirmed)"))
        {
            Step(LoadStep.Archive);
            foreach (var file in files)
            {
                if (file.Bytes is not null)
                    FileArchive.Keep(folder, file.Sha256, file.Extension, file.Bytes);
                else if (file.Long is not null)
                    FileArchive.Keep(folder, file.Extension, file.Long);
            }
            result = result with { Load = Keep(store, lists, started, time, result, files, Step) };
        }
        laid?.Dispose();
        if (!request.NoPublish && (result.Changed || store.PublishPending) && store.HoldsScores)
        {
            Step(LoadStep.Publish);
            var published = Publish(store, result.Load, step => Step(LoadStep.Publish, step.ToString()));
            result = result with { Snapshot = published.Snapshot, FailedChecks = [.. published.Failed] };
        }
        Step(LoadStep.Done);
        result = result with { Took = watch.Elapsed };
        Log.Information(
            "Load {Load} of {Folder}: {Files} files, {Accepted} units accepted, {Rejected} rejected, {Added} scores added, {Superseded} superseded, {Unchanged} unchanged, snapshot {Snapshot}, {Elapsed} ms",
            result.Load, folder.Root, counts.Files, counts.UnitsAccepted, counts.UnitsRejected, counts.Added, counts.Superseded, counts.Unchanged,
            result.Snapshot?.Id, (long)result.Took.TotalMilliseconds);
        return result;
    }

    private static PublishResult Publish(WorkingStore store, int? load, Action<PublishStep> step)
    {
        try
        {
            return Publisher.Publish(store, step);
        }
        catch (ClusterException e) when (load is { } kept)
        {
            throw e.After(kept);
        }
    }

    /// <summary>Merges and logs in one transaction.</summary>
    private static int Keep(
        WorkingStore store, LongLists lists, DateTime started, TimeProvider time, LoadResult result, IReadOnlyList<ReadFile> files, Action<LoadStep, string> step)
    {
        step(LoadStep.Begin, "");
        var connection = store.Connection;
        using var transaction = connection.BeginTransaction();
        var load = LoadLog.NextLoad(connection);
        var now = time.GetUtcNow().UtcDateTime;
        step(LoadStep.Merge, "");
        // Lists first: DuckDB 1.5 loses what a large insert puts into a temporary table after one that put nothing there in the same transaction.
        lists.Merge(load);
        connection.Execute(StagingTables.Sql("merge"), new { load, now });
        var merged = connection.QuerySingle<long>("select count(*) from fct_score where load = $load", new { load });
        var expected = connection.QuerySingle<long>(
            "select (select count(*) from stg_change where kind in ('added', 'superseded')) + (select coalesce(sum(points), 0)::bigint from lst_unit)");
        if (merged != expected)
            throw new InvalidOperationException($"{merged} scores were merged, not {expected}");
        step(LoadStep.Log, "");
        LoadLog.Write(connection, load, started, now, result.Counts, files, result.Files, result.Faults);
        step(LoadStep.Commit, "");
        store.Commit(transaction, load);
        return load;
    }

    private static (IReadOnlyList<ReadFile> Files, Staged Staged) Read(
        CityCatalog catalog, LongLists lists, LoadRequest request, IReadOnlyList<SourceFile> sources, IProgress<LoadProgress>? progress)
    {
        var staged = new Staged();
        var files = new List<ReadFile>();
        var recogniser = new Recogniser(catalog, new PlaceOptions(request.Round, request.District));
        // Files are opened side by side and taken in their order, a few ahead of the one being recognised.
        var opened = sources.Select((source, i) => (source, Number: i + 1)).AsParallel().AsOrdered()
            .WithDegreeOfParallelism(Math.Min(MostOpen, Environment.ProcessorCount))
            .WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(s => Open(s.source, s.Number, request.Limits));
        foreach (var (opening, found) in opened)
        {
            var (file, content) = (opening, found);
            progress?.Report(new(LoadStep.Read, files.Count, sources.Count, file.Source.Name));
            if (file.Long is { } text)
            {
                if (IsStaged(recogniser, lists, file, text, staged, request.Limits))
                {
                    files.Add(file);
                    continue;
                }
                (file, content) = OpenWhole(file.Source, file.Number, request.Limits);
            }
            files.Add(file);
            if (content.Refused is { } rule)
                staged.Faults.Add(new(file.Number, null, rule) { Detail = content.Detail ?? Wording.None });
            else
                recogniser.Recognise(new(file.Number, file.Source.Name, file.Source.Folders, content.Grids), staged);
        }
        return (files, staged);
    }

    private static bool IsStaged(Recogniser recogniser, LongLists lists, ReadFile file, PlainText text, Staged staged, ReadLimits limits) =>
        recogniser.LongList(new(file.Number, file.Source.Name, file.Source.Folders, [text.First]), staged) is { } list
        && lists.Stage(text, list, file.Number, limits);

    /// <summary>A long text stays on disk; whether it is a list shows when it is read.</summary>
    private static (ReadFile File, FileContent Content) Open(SourceFile source, int number, ReadLimits limits)
    {
        try
        {
            if (source.Content is null && new FileInfo(source.Path).Length is var length && length >= limits.LongList && length <= limits.LongListBytes
                && PlainText.Scan(source.Path, limits) is { } text)
                return (new(number, source, text.Sha256, null, text.Length, text), new([]));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What is in the way is said when the file is opened as any other.
        }
        return OpenWhole(source, number, limits);
    }

    private static (ReadFile File, FileContent Content) OpenWhole(SourceFile source, int number, ReadLimits limits)
    {
        try
        {
            var length = source.Content?.LongLength ?? new FileInfo(source.Path).Length;
            if (length > limits.FileBytes)
                return (new(number, source, Hash(source), null, length), new([], Rules.FileTooLarge, FileReader.Megabytes(limits.FileBytes)));
            // A pipe or a device has no length and may never end: without one, nothing is opened.
            var bytes = source.Content ?? (length == 0 ? [] : File.ReadAllBytes(source.Path));
            return (new(number, source, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes, bytes.LongLength), FileReader.Read(bytes, limits));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (new(number, source, "", null, 0), new([], Rules.FileUnreadable, e is UnauthorizedAccessException ? new("没有读取权限", "no permission to read it") : new("读取中断或正被占用", "reading failed, or it is in use")));
        }
    }

    private static string Hash(SourceFile source)
    {
        using var stream = source.Content is { } content ? new MemoryStream(content) : (Stream)File.OpenRead(source.Path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
