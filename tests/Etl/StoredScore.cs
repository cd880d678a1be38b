using LearningCity.Etl.Samples;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Etl.Tests;

/// <summary>A score in force, to be compared with what was written.</summary>
internal sealed record StoredScore(string Round, string District, string Indicator, string Rater, string Expert, decimal Points)
{
    public static StoredScore Of(SampleScore s) => new(s.Round, s.District, s.Indicator, s.Rater, s.Expert, s.Points);
}

internal static class StoredScores
{
    public static IReadOnlyList<StoredScore> Stored(this Bench bench) =>
        bench.Query<StoredScore>("select round, district, indicator, rater, expert, points from fct_score");

    public static int Loads(this Bench bench) => bench.Query<int>("select count(*)::integer from log_load").Single();

    public static void Import(this Bench bench, string catalogFolder)
    {
        using var store = WorkingStore.Open(bench.Data, TimeProvider.System);
        CatalogImport.Import(store, catalogFolder).Faults.ShouldBeEmpty();
    }
}
