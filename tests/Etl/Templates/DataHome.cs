using Dapper;
using LearningCity.Etl.Loading;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Etl.Tests.Templates;

/// <summary>A data folder of its own for a test, what is loaded into it and what is in it then.</summary>
internal sealed class DataHome : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("home-").FullName;

    public DataFolder Data => new(Path.Combine(Root, "data"));

    public string At(params string[] parts) => Path.Combine([Root, .. parts]);

    public void Import(string catalogFolder)
    {
        using var store = WorkingStore.Open(Data, TimeProvider.System);
        CatalogTables.Write(store.Connection, CatalogFiles.Folder(catalogFolder).ToCatalog());
    }

    public LoadResult Load(params string[] paths) => Loader.Load(Data, new LoadRequest(paths));

    /// <summary>The scores in force.</summary>
    public IReadOnlyList<StoredScore> Scores()
    {
        using var store = WorkingStore.Open(Data, TimeProvider.System);
        return [.. store.Connection.Query<StoredScore>("select round, district, indicator, rater, expert, points from fct_score order by all")];
    }

    public int Loads()
    {
        using var store = WorkingStore.Open(Data, TimeProvider.System);
        return store.Connection.QuerySingle<int>("select count(*)::integer from log_load");
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

internal sealed record StoredScore(string Round, string District, string Indicator, string Rater, string Expert, decimal Points);
