using Dapper;
using LearningCity.Etl.Loading;
using LearningCity.Etl.Tests.Commands;
using LearningCity.Tests.Support.Clusters;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage;
using LearningCity.Warehouse.Storage.Clusters;

namespace LearningCity.Etl.Tests.Clusters;

/// <summary>A server that dies, or refuses, at any moment: a clear sentence, nothing half visible, and success when it is back.</summary>
[Collection(SharedServers.Name)]
public sealed class FailingNodeTests(ServersFixture fixture) : IDisposable
{
    private const string Before = "2024 110112 F1 self - 5.00";

    private readonly TwoCities cities = Prepared(fixture);

    private static readonly string[] Districts = ["东城区", "西城区", "朝阳区", "丰台区", "石景山区", "海淀区", "门头沟区", "房山区", "通州区", "顺义区", "昌平区", "大兴区"];

    private PostgresDatabase Database => cities.Database;

    private PostgresServer Node => fixture.Servers.Nodes[1];

    public void Dispose() => cities.Dispose();

    [Fact]
    public void A_node_killed_during_a_load_leaves_nothing_of_it_and_the_same_load_goes_in_when_it_is_back()
    {
        var served = Snapshots.Current(cities.Apart);
        var load = new LoadRequest([Everywhere("second.csv", "3.5")]);

        var failure = Should.Throw<ClusterException>(() => Loader.Load(cities.Apart, load, new At(LoadStep.Commit, Node.Kill)));

        failure.Fault.ShouldBe(ClusterFault.Failed);
        failure.Zh.ShouldContain($"127.0.0.1:{Node.Port}");
        failure.En.ShouldContain("does not answer");
        Snapshots.Current(cities.Apart).ShouldBe(served);
        Node.Restart();
        Database.Scores().ShouldBe([Before]);

        Loader.Load(cities.Apart, load).Counts.ShouldBe(new LoadCounts(1, 0, 12, 0, 11, 1, 0, 0));
        IsWhole("3.50");
    }

    [Fact]
    public void A_load_that_one_node_has_committed_and_the_other_refuses_is_seen_on_neither_and_is_cleared_away_by_the_next()
    {
        var before = fixture.Servers.Nodes.Sum(Database.RowsOn);
        RefuseAtCommit(Node, "score_1", "score_3");

        Should.Throw<ClusterException>(() => Loader.Load(cities.Apart, new LoadRequest([Everywhere("second.csv", "3.5")])))
            .En.ShouldContain($"127.0.0.1:{Node.Port}");

        // The proof that there is something to hide: the first node holds rows of the load, and has ended what it replaces.
        fixture.Servers.Nodes.Sum(Database.RowsOn).ShouldBeGreaterThan(before);
        Database.Scores().ShouldBe([Before]);
        Loader.Load(cities.Apart, new LoadRequest([Everywhere("dry.csv", "3.5")]) { DryRun = true }).Counts.Added.ShouldBe(11);

        Accept(Node, "score_1", "score_3");
        Loader.Load(cities.Apart, new LoadRequest([Everywhere("third.csv", "4")])).Counts.ShouldBe(new LoadCounts(1, 0, 12, 0, 11, 1, 0, 0));
        IsWhole("4.00");
        fixture.Servers.Nodes.Sum(Database.RowsOn).ShouldBe(13);
    }

    [Fact]
    public void A_load_that_the_coordinator_could_not_confirm_is_confirmed_and_published_by_the_next_command()
    {
        var served = Snapshots.Current(cities.Apart);
        RefuseAtCommit(fixture.Servers.Coordinator, "load");

        var failed = Run("load", Everywhere("second.csv", "3.5"));

        failed.ExitCode.ShouldBe(3);
        failed.All.ShouldContain("the coordinator did not confirm");
        Database.Scores().ShouldBe([Before]);
        Snapshots.Current(cities.Apart).ShouldBe(served);

        Accept(fixture.Servers.Coordinator, "load");
        Run("publish").ExitCode.ShouldBe(0);
        IsWhole("3.50");
    }

    [Theory]
    [InlineData(PublishStep.Build)]
    [InlineData(null)]
    public void A_node_killed_during_a_publication_leaves_the_last_snapshot_serving_and_the_next_succeeds_when_it_is_back(PublishStep? at)
    {
        var served = Snapshots.Current(cities.Apart);
        Loader.Load(cities.Apart, new LoadRequest([Everywhere("second.csv", "3.5")]) { NoPublish = true }).Counts.Superseded.ShouldBe(1);

        using (var store = WorkingStore.Open(cities.Apart, TimeProvider.System))
        {
            // Before the scores are fetched, or when the mart is to be computed.
            if (at is null)
                Node.Kill();
            Should.Throw<ClusterException>(() => Publisher.Publish(store, step =>
            {
                if (step == at)
                    Node.Kill();
            })).Zh.ShouldContain($"127.0.0.1:{Node.Port}");
        }
        var again = Run("publish");
        again.ExitCode.ShouldBe(3);
        again.All.ShouldContain($"127.0.0.1:{Node.Port}/{Database.Name} does not answer");
        Run("status").All.ShouldContain("does not answer");
        Snapshots.Current(cities.Apart).ShouldBe(served);
        Snapshots.Scores(cities.Apart).ShouldBe([Before]);

        Node.Restart();
        Run("publish").ExitCode.ShouldBe(0);
        IsWhole("3.50");
    }

    [Fact]
    public void A_load_that_is_kept_but_cannot_be_published_says_so()
    {
        var served = Snapshots.Current(cities.Apart);

        var failure = Should.Throw<ClusterException>(() => Loader.Load(
            cities.Apart, new LoadRequest([Everywhere("second.csv", "3.5")]), new At(LoadStep.Publish, Node.Kill)));

        failure.En.ShouldContain("Load 2 is kept but not published");
        failure.Zh.ShouldContain("批次 2 已装载，但没有发布");
        Snapshots.Current(cities.Apart).ShouldBe(served);
        // Going back needs no cluster.
        Run("rollback", served!).ExitCode.ShouldBe(0);
        Node.Restart();
        Run("publish").ExitCode.ShouldBe(0);
        IsWhole("3.50");
    }

    [Fact]
    public void A_retraction_that_a_node_interrupts_takes_nothing_back()
    {
        Loader.Load(cities.Apart, new LoadRequest([Everywhere("second.csv", "3.5")])).ExitCode.ShouldBe(0);
        RefuseAtCommit(Node, "score_1", "score_3");

        Run("retract", "2").ExitCode.ShouldBe(3);

        IsWhole("3.50");
        Accept(Node, "score_1", "score_3");
        Run("retract", "2").ExitCode.ShouldBe(0);
        Database.Scores().ShouldBe([Before]);
        Snapshots.Scores(cities.Apart).ShouldBe([Before]);
    }

    [Fact]
    public void A_node_that_has_lost_what_it_confirmed_is_noticed_before_anything_is_published()
    {
        var served = Snapshots.Current(cities.Apart);
        Loader.Load(cities.Apart, new LoadRequest([Everywhere("second.csv", "3.5")]) { NoPublish = true }).Counts.Added.ShouldBe(11);
        Database.Execute(Node, "delete from learningcity.score_1");

        var run = Run("publish");

        run.ExitCode.ShouldBe(3);
        run.All.ShouldContain("a node has lost what it had confirmed");
        Snapshots.Current(cities.Apart).ShouldBe(served);
    }

    private static TwoCities Prepared(ServersFixture fixture)
    {
        var cities = new TwoCities(fixture.Servers.Database());
        Loader.Load(cities.Apart, new LoadRequest([cities.Write("first.csv", "2024,通州区,F1,self,,5")])).ExitCode.ShouldBe(0);
        return cities;
    }

    /// <summary>One score in each of twelve districts, which lie on both nodes; one of them has a score already.</summary>
    private string Everywhere(string name, string points) => cities.Write(name, [.. Districts.Select(d => $"2024,{d},F1,self,,{points}")]);

    private void IsWhole(string points)
    {
        var scores = Database.Scores();
        scores.Count.ShouldBe(Districts.Length);
        scores.ShouldAllBe(s => s.EndsWith(points, StringComparison.Ordinal));
        Snapshots.Scores(cities.Apart).ShouldBe(scores);
        Snapshots.Query<decimal>(cities.Apart, "select points from hst_score").ShouldBe([5m]);
        using var store = WorkingStore.Open(cities.Apart, TimeProvider.System);
        store.PublishPending.ShouldBeFalse();
        store.Connection.QuerySingle<long>("select count(*) from log_load").ShouldBe(2);
    }

    private EtlRun Run(params string[] arguments) => EtlRun.Of([.. arguments, "--data", cities.Apart.Root, "--store", Database.UrlOf(PostgresServer.User), "--lang", "en"]);

    /// <summary>Rows can be written, and the transaction fails when it is to be committed.</summary>
    private void RefuseAtCommit(PostgresServer server, params string[] tables)
    {
        foreach (var table in tables)
            Database.Execute(server, $"""
                create or replace function refuse() returns trigger language plpgsql as $$ begin raise exception 'no more' using errcode = '53100'; end $$;
                create constraint trigger refuse after insert or update on learningcity.{table} deferrable initially deferred for each row execute function refuse();
                """);
    }

    private void Accept(PostgresServer server, params string[] tables)
    {
        foreach (var table in tables)
            Database.Execute(server, $"drop trigger refuse on learningcity.{table}");
    }

    private sealed class At(LoadStep step, Action act) : IProgress<LoadProgress>
    {
        private bool done;

        public void Report(LoadProgress value)
        {
            if (value.Step != step || done)
                return;
            done = true;
            act();
        }
    }
}
