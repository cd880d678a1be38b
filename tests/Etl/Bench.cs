using Dapper;
using LearningCity.Etl.Loading;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Etl.Tests;

/// <summary>A data folder of its own to load into and look at.</summary>
internal sealed class Bench : IDisposable
{
    private static readonly Lazy<byte[]> EmptyStore = new(() =>
    {
        using var once = new TempFolder();
        WorkingStore.Open(once.Data, TimeProvider.System).Dispose();
        return File.ReadAllBytes(once.Data.Store);
    });

    private readonly TempFolder folder = new();

    // Making a store takes longer than loading a form into it: it is made once and copied.
    public Bench()
    {
        Directory.CreateDirectory(Data.Root);
        File.WriteAllBytes(Data.Store, EmptyStore.Value);
    }

    public DataFolder Data => new(Path.Combine(folder.Path, "data"));

    /// <summary>A folder for files to be submitted, beside the data.</summary>
    public string Inbox
    {
        get
        {
            var path = Path.Combine(folder.Path, "inbox");
            Directory.CreateDirectory(path);
            return path;
        }
    }

    /// <summary>Loads without publishing.</summary>
    public LoadResult Load(params string[] paths) => Load(new LoadRequest(paths) { NoPublish = true });

    /// <summary>Loads; whatever is found, in any test, is said in each language purely.</summary>
    public LoadResult Load(LoadRequest request)
    {
        var result = Loader.Load(Data, request);
        Pure.Mixed(result.Faults).ShouldBeEmpty();
        return result;
    }

    /// <summary>Looks at files as <c>--dry-run</c> does: nothing is written, and a store is only needed for what was loaded before.</summary>
    public LoadResult Look(params string[] paths) => Load(new LoadRequest(paths) { DryRun = true });

    public string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Inbox, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Scores in force, one a line: <c>2024 110112 F1 expert E01 5.50</c>; an empty expert is a dash.</summary>
    public IReadOnlyList<string> Scores(string where = "true") => Query<string>($"""
        select concat_ws(' ', round, district, indicator, rater, case when expert = '' then '-' else expert end, points)
        from fct_score where {where} order by all
        """);

    public IReadOnlyList<T> Query<T>(string sql)
    {
        using var store = WorkingStore.Open(Data, TimeProvider.System);
        return [.. store.Connection.Query<T>(sql)];
    }

    public void Dispose() => folder.Dispose();
}
