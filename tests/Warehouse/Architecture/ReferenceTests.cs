using LearningCity.Warehouse.Storage;
using NetArchTest.Rules;

namespace LearningCity.Warehouse.Tests.Architecture;

/// <summary>Data moves to the right: the warehouse knows neither the loader nor the dashboard, and its statistics know no database.</summary>
public sealed class ReferenceTests
{
    private static readonly Types Warehouse = Types.InAssembly(typeof(WorkingStore).Assembly);

    [Fact]
    public void The_warehouse_references_neither_loader_nor_dashboard()
    {
        Passes(Warehouse.ShouldNot().HaveDependencyOnAny("LearningCity.Etl", "LearningCity.Dashboard", "Microsoft.AspNetCore", "ScottPlot", "Spectre.Console"));
        typeof(WorkingStore).Assembly.GetReferencedAssemblies().ShouldNotContain(a => a.Name!.StartsWith("LearningCity", StringComparison.Ordinal));
    }

    [Fact]
    public void Statistics_are_pure_and_know_no_database() => Passes(Warehouse
        .That().ResideInNamespace("LearningCity.Warehouse.Statistics")
        .ShouldNot().HaveDependencyOnAny("DuckDB", "Dapper", "System.IO.File", "LearningCity.Warehouse.Storage", "LearningCity.Warehouse.Snapshots", "LearningCity.Warehouse.Questions"));

    [Fact]
    public void Catalogs_know_nothing_of_snapshots_and_questions() => Passes(Warehouse
        .That().ResideInNamespace("LearningCity.Warehouse.Catalogs")
        .ShouldNot().HaveDependencyOnAny("LearningCity.Warehouse.Snapshots", "LearningCity.Warehouse.Questions", "LearningCity.Warehouse.Marts"));

    [Fact]
    public void Only_the_built_in_catalog_knows_the_city()
    {
        var root = Path.GetFullPath(Path.Combine(Approval.TestsFolder(), "..", "..", "warehouse"));
        var known = Directory.EnumerateFiles(root, "*.*", SearchOption.AllDirectories)
            .Where(p => Path.GetExtension(p) is ".cs" or ".sql" && !p.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .Where(p => File.ReadLines(p).Any(l => l.Contains("北京") || l.Contains("Beijing", StringComparison.OrdinalIgnoreCase) || l.Contains("1101")))
            .Select(p => Path.GetRelativePath(root, p));
        known.ShouldBeEmpty();
    }

    private static void Passes(ConditionList rule)
    {
        var result = rule.GetResult();
        (result.FailingTypeNames ?? []).ShouldBeEmpty();
    }
}
