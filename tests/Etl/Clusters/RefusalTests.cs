using LearningCity.Etl.Loading;
using LearningCity.Etl.Tests.Commands;
using LearningCity.Tests.Support.Clusters;
using LearningCity.Warehouse.Storage;
using LearningCity.Warehouse.Storage.Clusters;

namespace LearningCity.Etl.Tests.Clusters;

/// <summary>Each way in which a cluster cannot be used is said in one sentence, with the exit code of the design, and without the password.</summary>
[Collection(SharedServers.Name)]
public sealed class RefusalTests(ServersFixture fixture)
{
    [Theory]
    [InlineData("postgres://", "is written postgres://user@host:port/database")]
    [InlineData("mysql://city@localhost/db", "is written postgres://user@host:port/database")]
    [InlineData("postgres://city@localhost", "is written postgres://user@host:port/database")]
    [InlineData("postgres://city@localhost/db?pooling=true", "pooling is not known")]
    [InlineData("postgres://city@localhost/db?sslmode=maybe", "sslmode is not known or has a wrong value")]
    [InlineData("postgres://city:lotus-pond@localhost/db", "A password does not belong on the command line")]
    public void An_address_that_cannot_be_meant_is_wrong_usage(string store, string why)
    {
        using var folder = new LearningCity.Tests.Support.TempFolder();
        var run = EtlRun.Of("publish", "--data", folder.Path, "--store", store, "--lang", "en");
        run.ExitCode.ShouldBe(2);
        run.All.ShouldContain(why);
        Said(run, folder.Path).ShouldNotContain("lotus-pond");
    }

    [Fact]
    public void A_server_that_is_not_there_a_wrong_password_and_a_missing_database_are_told_apart()
    {
        var database = fixture.Servers.Database();
        using var cities = new TwoCities(database);
        var (port, file) = (fixture.Servers.Coordinator.Port, cities.Write("a.csv", "2024,通州区,F1,self,,5"));

        Refused(cities.Apart, 3, "127.0.0.1:1/db does not answer", "postgres://city@127.0.0.1:1/db", "load", file);
        Refused(cities.Apart, 3, $"127.0.0.1:{port}/{database.Name} refuses the login", database.UrlOf("stranger"), "load", file);
        Refused(cities.Apart, 3, $"127.0.0.1:{port}/nowhere: the server has no database of that name", $"postgres://city@127.0.0.1:{port}/nowhere", "load", file);
        Directory.Exists(cities.Apart.Archive).ShouldBeTrue();
        Directory.EnumerateFiles(cities.Apart.Archive).ShouldBeEmpty();
    }

    [Fact]
    public void A_user_without_rights_is_told_which_are_needed()
    {
        var database = fixture.Servers.Database();
        using var cities = new TwoCities(database);
        Refused(cities.Apart, 3, "the user lacks rights", database.UrlOf(ServersFixture.Guest), "load", cities.Write("a.csv", "2024,通州区,F1,self,,5"));
    }

    [Fact]
    public void A_database_that_holds_something_else_is_left_alone()
    {
        var database = fixture.Servers.Database();
        using var cities = new TwoCities(database);
        database.Execute(fixture.Servers.Coordinator, "create schema learningcity; create table learningcity.garden (tree text)");
        Refused(cities.Apart, 2, "a schema learningcity that holds something else", database.UrlOf("city"), "load", cities.Write("a.csv", "2024,通州区,F1,self,,5"));
        database.Query<string>(fixture.Servers.Coordinator, "select relname::text from pg_class where relnamespace = 'learningcity'::regnamespace").ShouldBe(["garden"]);
    }

    [Fact]
    public void A_database_of_another_encoding_is_refused()
    {
        var database = fixture.Servers.Database();
        using var cities = new TwoCities(database);
        database.Execute(fixture.Servers.Coordinator, $"create database {database.Name}_sql encoding 'SQL_ASCII' template template0");
        Refused(cities.Apart, 2, "is not UTF8, and Chinese would be lost", $"postgres://city@127.0.0.1:{fixture.Servers.Coordinator.Port}/{database.Name}_sql", "load", cities.Write("a.csv", "2024,通州区,F1,self,,5"));
    }

    [Fact]
    public void A_folder_and_a_cluster_that_do_not_belong_together_are_kept_apart()
    {
        var database = fixture.Servers.Database();
        using var cities = new TwoCities(database);
        var file = cities.Write("a.csv", "2024,通州区,F1,self,,5");
        Loader.Load(cities.Apart, new LoadRequest([file]) { NoPublish = true }).Counts.Added.ShouldBe(1);
        Loader.Load(cities.Alone, new LoadRequest([file]) { NoPublish = true }).Counts.Added.ShouldBe(1);

        foreach (var verb in new[] { new[] { "load", file }, ["load", file, "--dry-run"], ["publish"], ["check"], ["retract", "1"], ["round", "add", "2030", "--framework", "2023"] })
            Refused(cities.Apart, 2, "are kept in a PostgreSQL cluster: name it with --store", null, verb);
        Refused(cities.Alone, 2, "keeps its scores itself", database.UrlOf("city"), "load", file);
        using var other = new LearningCity.Tests.Support.TempFolder();
        Refused(other.Data, 2, "belong to another data folder", database.UrlOf("city"), "load", file);
        Refused(other.Data, 2, "belong to another data folder", database.UrlOf("city"), "load", file, "--dry-run");
        database.Scores().ShouldBe(["2024 110112 F1 self - 5.00"]);
    }

    [Fact]
    public void An_old_copy_of_the_folder_is_refused()
    {
        var database = fixture.Servers.Database();
        using var cities = new TwoCities(database);
        Loader.Load(cities.Apart, new LoadRequest([cities.Write("a.csv", "2024,通州区,F1,self,,5")]) { NoPublish = true });
        var backup = File.ReadAllBytes(cities.Apart.Store);
        Loader.Load(cities.Apart, new LoadRequest([cities.Write("b.csv", "2024,通州区,F1,self,,5.5")]) { NoPublish = true });
        File.WriteAllBytes(cities.Apart.Store, backup);

        Refused(cities.Apart, 2, "The data folder knows loads up to 1, the cluster up to 2", database.UrlOf("city"), "publish");
    }

    [Fact]
    public void A_second_writer_is_refused_at_once()
    {
        var database = fixture.Servers.Database();
        using var cities = new TwoCities(database);
        using var first = WorkingStore.Open(cities.Apart, TimeProvider.System);
        // The same folder on another machine, as far as its own lock can tell.
        using var copy = new LearningCity.Tests.Support.TempFolder();
        Refused(copy.Data, 4, "in use by another writer", database.UrlOf("city"), "publish");
    }

    [Fact]
    public void Neither_address_nor_failure_tells_the_password()
    {
        var address = ClusterAddress.Parse("postgres://city:lotus-pond@127.0.0.1:1/db?sslmode=disable");
        address.ToString().ShouldBe("127.0.0.1:1/db");
        using var folder = new LearningCity.Tests.Support.TempFolder();
        var data = folder.Data with { Cluster = address };
        $"{data}".ShouldBe(folder.Path);
        var failure = Should.Throw<ClusterException>(() => WorkingStore.Open(data, TimeProvider.System));
        failure.ToString().ShouldNotContain("lotus-pond");
        failure.Zh.ShouldContain("没有应答");
    }

    private static void Refused(DataFolder folder, int code, string why, string? store, params string[] command)
    {
        string[] arguments = [.. command, "--data", folder.Root, .. store is null ? Array.Empty<string>() : ["--store", store]];
        var english = EtlRun.Of([.. arguments, "--lang", "en"]);
        english.All.ShouldContain(why);
        english.ExitCode.ShouldBe(code, english.All);
        var chinese = EtlRun.Of([.. arguments, "--lang", "zh"]);
        chinese.ExitCode.ShouldBe(code, chinese.All);
        chinese.All.ShouldNotContain(why);
        chinese.All.Any(c => c is >= '一' and <= '鿿').ShouldBeTrue(chinese.All);
        Said(english, folder.Root).ShouldNotContain(PostgresServer.Password);
    }

    /// <summary>Everything that a run has said or written down.</summary>
    private static string Said(EtlRun run, string folder) => run.All + string.Concat(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(p => p.EndsWith(".json", StringComparison.Ordinal) || p.EndsWith(".txt", StringComparison.Ordinal) || p.EndsWith(".jsonl", StringComparison.Ordinal))
            .Select(p => { using var file = new StreamReader(new FileStream(p, FileMode.Open, FileAccess.Read, FileShare.ReadWrite)); return file.ReadToEnd(); }));
}
