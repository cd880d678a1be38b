using System.Globalization;
using Dapper;
using LearningCity.Etl.Loading;
using LearningCity.Warehouse.Marts;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Etl.Tests.Clusters;

/// <summary>Where DuckDB and PostgreSQL need two texts for one thing, both say the same.</summary>
[Collection(SharedServers.Name)]
public sealed class TwinTests(ServersFixture fixture)
{
    private const int Cases = 400;

    [Fact]
    public void The_helpers_of_marts_give_the_same_digits_in_both_engines()
    {
        var database = fixture.Servers.Database(nodes: false);
        using var cities = new TwoCities(database);
        using var store = WorkingStore.Open(cities.Apart, TimeProvider.System);
        MartBuilder.Build(store.Connection, MartFile.BuiltIn());
        var random = new Random(20_241_101);
        var rows = Enumerable.Range(0, Cases).Select(_ => Row(Panel(random))).ToList();
        // Of a double both write the shortest digits that give it back: equal numbers are equal bits.
        var sql = $"""
            with panel (n, total, squares, part) as (values {string.Join(", ", rows)})
            select concat_ws(' ', n, total, panel_mean(total, n), panel_mean(-total, n), ratio(part, total + 1), ratio(-part, total + 1), hundredths(total),
                points_sd(n, total, squares))
            from panel
            """;
        var duck = store.Connection.Query<string>(sql).ToList();
        database.Execute(fixture.Servers.Coordinator, $"alter database {database.Name} set search_path = learningcity, pg_catalog");
        var postgres = database.Query<string>(fixture.Servers.Coordinator, sql);

        duck.Count.ShouldBe(Cases);
        postgres.Zip(duck).Where(p => !Same(p.First, p.Second)).Select(p => $"{p.First} | {p.Second}").ShouldBeEmpty();
    }

    [Fact]
    public void The_nodes_add_up_and_send_results_and_not_scores()
    {
        var database = fixture.Servers.Database();
        using var cities = new TwoCities(database);
        Loader.Load(cities.Apart, new LoadRequest([cities.Write("a.csv", "2024,通州区,F1,self,,5")]) { NoPublish = true });
        using var store = WorkingStore.Open(cities.Apart, TimeProvider.System);

        var plan = store.Cluster.ShouldNotBeNull().PlanOf(store.Connection, MartFile.BuiltIn().Single(m => m.BesideScores), ["2024"]);

        var sent = plan.Where(line => line.Contains("Remote SQL", StringComparison.Ordinal)).ToList();
        sent.Count.ShouldBe(4);
        sent.ShouldAllBe(sql => sql.Contains("GROUP BY 1, 2, 3", StringComparison.Ordinal) && sql.Contains("sum(points)", StringComparison.Ordinal) && sql.Contains("2024", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_Citus_is_installed_it_is_asked_to_distribute_by_district()
    {
        var database = fixture.Servers.Database();
        using var cities = new TwoCities(database);
        // Citus itself cannot be had here: a function of its name writes down how it is called.
        database.Execute(fixture.Servers.Coordinator, """
            create table asked (what text);
            create function create_distributed_table(table_name regclass, distribution_column text) returns void language sql as
            $$ insert into public.asked values (table_name::text || ' by ' || distribution_column) $$
            """);

        Loader.Load(cities.Apart, new LoadRequest([cities.Write("a.csv", "2024,通州区,F1,self,,5")])).ExitCode.ShouldBe(0);

        database.Query<string>(fixture.Servers.Coordinator, "select what from asked").ShouldBe(["score by district"]);
        using var store = WorkingStore.Open(cities.Apart, TimeProvider.System);
        store.Cluster.ShouldNotBeNull().Layout.ShouldBe("citus");
        database.Scores().ShouldBe(["2024 110112 F1 self - 5.00"]);
    }

    /// <summary>Points of a few experts: any; quarters, whose means tie; or all equal, which deviate by nothing.</summary>
    private static decimal[] Panel(Random random)
    {
        var kind = random.Next(4);
        var same = random.Next(1_200) / 100m;
        return [.. Enumerable.Range(0, random.Next(2, 9)).Select(_ => kind switch
        {
            0 => random.Next(1_200) / 100m,
            1 => random.Next(20) / 4m,
            2 => random.Next(999_999) / 100m,
            _ => same,
        })];
    }

    private static string Row(decimal[] points) => string.Create(
        CultureInfo.InvariantCulture, $"({points.Length}, {points.Sum():0.00}, {points.Sum(p => p * 100 * p * 100):0}, {points[0]:0.00})");

    /// <summary>Numbers one by one: PostgreSQL writes 0.500000 and 1e-06 where DuckDB writes 0.5 and 1e-6.</summary>
    private static bool Same(string one, string other) => one.Split(' ').Select(Number).SequenceEqual(other.Split(' ').Select(Number));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
