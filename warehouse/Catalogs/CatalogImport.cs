using LearningCity.Warehouse.Storage;
using Serilog;

namespace LearningCity.Warehouse.Catalogs;

/// <summary>What an import did, or would do.</summary>
/// <param name="Faults">Everything that is wrong; with any, nothing was changed.</param>
/// <param name="Replaced">Whether the catalog was replaced as a whole rather than added to.</param>
/// <param name="Added">Entries that were not there, by file.</param>
/// <param name="Changed">Entries that were there and differ, by file.</param>
/// <param name="Removed">Entries that are gone, by file; only a replacement removes.</param>
public sealed record CatalogImportResult(
    IReadOnlyList<CatalogFault> Faults, bool Replaced,
    IReadOnlyDictionary<string, int> Added, IReadOnlyDictionary<string, int> Changed, IReadOnlyDictionary<string, int> Removed)
{
    public bool Accepted => Faults.Count == 0;

    /// <summary>Whether the catalog is other than before.</summary>
    public bool Differs => Added.Values.Concat(Changed.Values).Concat(Removed.Values).Any(n => n > 0);
}

/// <summary>Takes any set of catalog CSVs into a store: checked as a whole, all faults at once, nothing imported unless all is right.
/// While the store holds no score, a full set takes the place of the catalog (the built-in one included); otherwise the files add to it.</summary>
public static class CatalogImport
{
    /// <summary>What <see cref="Import(WorkingStore, string)"/> would do; changes nothing.</summary>
    public static CatalogImportResult Check(WorkingStore store, string folder) => Plan(store, CatalogFiles.Folder(folder)).Result;

    /// <param name="folder">Holds one or more of the six files.</param>
    public static CatalogImportResult Import(WorkingStore store, string folder) => Import(store, CatalogFiles.Folder(folder));

    public static CatalogImportResult Import(WorkingStore store, CatalogDraft draft)
    {
        var (result, catalog) = Plan(store, draft);
        if (!result.Accepted)
        {
            Log.Warning("Catalog refused with {Faults} faults", result.Faults.Count);
            return result;
        }
        if (result.Differs)
        {
            store.ReplaceCatalog(catalog);
            Log.Information("Catalog imported: {Added} added, {Changed} changed, {Removed} removed",
                result.Added.Values.Sum(), result.Changed.Values.Sum(), result.Removed.Values.Sum());
        }
        return result;
    }

    /// <summary>Registers one round, under the same rules.</summary>
    public static CatalogImportResult AddRound(WorkingStore store, Round round) => Import(store, CatalogDraft.Of(round));

    private static (CatalogImportResult Result, CityCatalog Catalog) Plan(WorkingStore store, CatalogDraft draft)
    {
        store.FetchScores();
        var use = CatalogUse.Of(store.Connection);
        var replace = use.IsEmpty && CatalogFiles.Required.All(draft.Present.Contains);
        var before = store.Catalog;
        var merged = replace ? draft.ToCatalog() : CatalogMerge.Of(before, draft);
        var faults = new List<CatalogFault>();
        if (draft.Present.Count == 0)
            faults.Add(new("", null, "nothing_found",
                $"文件夹中没有目录文件（{string.Join("、", CatalogFiles.All)}）", $"The folder holds none of {string.Join(", ", CatalogFiles.All)}"));
        faults.AddRange(CatalogRules.Check(draft, merged));
        if (!replace)
            faults.AddRange(use.Check(before, merged));
        var (added, changed, removed) = CatalogMerge.Differences(before, merged);
        return (new(faults, replace, added, changed, removed), merged);
    }
}
