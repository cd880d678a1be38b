using LearningCity.Etl.Loading;
using LearningCity.Etl.Readers;
using LearningCity.Etl.Samples;
using LearningCity.Etl.Tests.Commands;

namespace LearningCity.Etl.Tests.Clusters;

/// <summary>Whether scores are kept in DuckDB or by PostgreSQL servers, what is published is the same.</summary>
[Collection(SharedServers.Name)]
public sealed class SameMartsTests(ServersFixture fixture)
{
    [Fact]
    public void The_sample_its_correction_and_the_retraction_of_that_are_the_same_to_the_last_digit()
    {
        using var cities = new TwoCities(fixture.Servers.Database());
        Both(cities, SampleForms.Folder).Counts.Added.ShouldBe(9_086);
        fixture.Servers.Nodes.Select(n => cities.Database.RowsOn(n) > 1_000).ShouldBe([true, true]);

        Both(cities, cities.Write("correction.csv", "2024,通州区,F1,self,,1.25", "2024,海淀区,D3,expert,,2.75", "2026,东城区,O1,expert,E03,3.5")).Counts.Superseded.ShouldBe(3);

        foreach (var city in new[] { cities.Alone, cities.Apart })
            Retraction.Retract(city, 2, publish: true, TimeProvider.System).ShouldNotBeNull().Published.ShouldNotBeNull().Published.ShouldBeTrue();
        Snapshots.Differences(cities.Alone, cities.Apart).ShouldBeEmpty();
        cities.Database.Scores().ShouldBe(Snapshots.Scores(cities.Apart));
    }

    [Fact]
    public void Corrections_confirmations_blanks_retractions_and_lists_do_in_the_cluster_what_they_do_alone()
    {
        using var cities = new TwoCities(fixture.Servers.Database());
        // Published at the end alone: what is not fetched for it stays in the cluster until then.
        Both(cities, cities.Write("first.csv", "2024,通州区,F1,self,,5", "2024,通州区,F2,self,,4", "2024,海淀区,F1,self,,3", "2025,东城区,F1,expert,E01,2"), publish: false);
        Both(cities, cities.Write("second.csv", "2024,通州区,F1,self,,5", "2024,通州区,F2,self,,", "2024,通州区,F3,self,,4"), publish: false);
        Both(cities, cities.Write("third.csv", "2024,海淀区,F1,self,,3.25", "2024,海淀区,F2,self,,约4"), publish: false);
        Both(cities, cities.Write("fourth.csv", "2024,海淀区,F1,self,,3.5", "2024,海淀区,F2,expert,E01,1.5"), publish: false);
        // A list that is read as a set, with units that are new, units that are known, and a score that differs.
        var list = cities.Write("list.csv", "2024,海淀区,F1,self,,3.5", "2024,海淀区,F2,expert,E01,1.75", "2024,朝阳区,F1,self,,4", "2024,朝阳区,F2,self,,4.5");
        Both(cities, list, new ReadLimits() with { LongList = 0 }, publish: false);
        Both(cities, cities.Write("first-again.csv", "2024,海淀区,F1,self,,3"), publish: false);

        foreach (var load in new[] { 1, 4 })
            foreach (var city in new[] { cities.Alone, cities.Apart })
                Retraction.Retract(city, load, publish: load == 4, TimeProvider.System).ShouldNotBeNull();

        Snapshots.Differences(cities.Alone, cities.Apart).ShouldBeEmpty();
        Snapshots.Query<string>(cities.Apart, "select concat_ws(' ', points, load) from fct_score where district = '110112' and indicator = 'F1'").ShouldBe(["5.00 2"]);
        Snapshots.Query<string>(cities.Apart, "select distinct reason from hst_score order by reason").ShouldBe(["retracted", "superseded"]);
        cities.Database.Scores().ShouldBe(Snapshots.Scores(cities.Apart));
        cities.Database.Query<long>(fixture.Servers.Coordinator, "select count(*) from learningcity.hst_score")
            .ShouldBe(Snapshots.Query<long>(cities.Apart, "select count(*) from hst_score"));
    }

    [Fact]
    public void A_long_list_of_nothing_but_new_units_goes_to_the_nodes_in_full()
    {
        using var cities = new TwoCities(fixture.Servers.Database());
        string[] districts = ["东城区", "西城区", "朝阳区", "丰台区", "石景山区", "海淀区", "门头沟区", "房山区", "通州区", "顺义区", "昌平区", "大兴区", "怀柔区", "平谷区", "密云区", "延庆区"];
        var rows = districts.SelectMany(d => Enumerable.Range(1, 7).SelectMany(i => Enumerable.Range(0, 1_000).Select(e => $"2024,{d},F{i},expert,E{e:0000},{e % 5}.5"))).ToArray();

        Both(cities, cities.Write("list.csv", rows), new ReadLimits() with { LongList = 0 }, publish: false).Counts.Added.ShouldBe(112_000);

        cities.Database.Query<long>(fixture.Servers.Coordinator, "select count(*) from learningcity.fct_score").ShouldBe([112_000]);
    }

    [Fact]
    public void A_dry_run_is_judged_against_the_cluster_and_history_and_rollback_read_what_was_published()
    {
        using var cities = new TwoCities(fixture.Servers.Database());
        Loader.Load(cities.Apart, new LoadRequest([cities.Write("first.csv", "2024,通州区,F1,self,,5")])).ExitCode.ShouldBe(0);
        var before = Snapshots.Current(cities.Apart)!;
        var correction = cities.Write("second.csv", "2024,通州区,F1,self,,5.5", "2024,通州区,F2,self,,2");

        Loader.Load(cities.Apart, new LoadRequest([correction]) { DryRun = true }).Counts.ShouldBe(new LoadCounts(1, 0, 1, 0, 1, 1, 0, 0));
        cities.Database.Scores().ShouldBe(["2024 110112 F1 self - 5.00"]);
        Loader.Load(cities.Apart, new LoadRequest([correction])).Counts.Superseded.ShouldBe(1);

        EtlRun.Of("history", "--round", "2024", "--district", "通州区", "--indicator", "F1", "--data", cities.Apart.Root, "--lang", "en")
            .Output.ShouldContain("superseded by load 2");
        EtlRun.Of("rollback", before, "--data", cities.Apart.Root).ExitCode.ShouldBe(0);
        Snapshots.Scores(cities.Apart).ShouldBe(["2024 110112 F1 self - 5.00"]);
        Loader.Load(cities.Apart, new LoadRequest([correction])).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void One_server_alone_keeps_scores_as_well()
    {
        using var cities = new TwoCities(fixture.Servers.Database(nodes: false));
        Both(cities, cities.Write("first.csv", "2024,通州区,F1,self,,5", "2024,海淀区,F1,expert,E01,3", "2024,海淀区,F1,expert,E02,3.01", "2024,海淀区,F1,expert,E03,3.05"));
        Both(cities, cities.Write("second.csv", "2024,通州区,F1,self,,5.5"));
        cities.Database.Scores().Count.ShouldBe(4);
    }

    /// <summary>Loads in both cities, and compares all that came of it.</summary>
    private static LoadResult Both(TwoCities cities, string path, ReadLimits? limits = null, bool publish = true)
    {
        var request = new LoadRequest([path]) { Limits = limits ?? new ReadLimits(), NoPublish = !publish };
        var (alone, apart) = (Loader.Load(cities.Alone, request), Loader.Load(cities.Apart, request));
        apart.Counts.ShouldBe(alone.Counts, path);
        apart.Faults.ShouldBe(alone.Faults, path);
        apart.Units.ShouldBe(alone.Units, path);
        apart.ExitCode.ShouldBe(alone.ExitCode, path);
        (apart.Snapshot is null).ShouldBe(alone.Snapshot is null, path);
        if (apart.Snapshot is not null)
            Snapshots.Differences(cities.Alone, cities.Apart).ShouldBeEmpty(path);
        return apart;
    }
}
