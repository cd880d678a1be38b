using System.Text;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Tests.Access;

public sealed class DistrictFileTests
{
    private const int Districts = 8;

    private static readonly CityCatalog City = CityCatalog.Ordered(
        TestStore.SmallCity.Frameworks, TestStore.SmallCity.Dimensions, TestStore.SmallCity.Indicators, [],
        [.. Enumerable.Range(1, Districts).Select(n => TestStore.District($"d{n}", n < 4 ? "west" : "east"))], TestStore.SmallCity.Rounds);

    /// <summary>The strongest thing that can be said: whichever of the others got which scores, the district reads the same.</summary>
    [Theory]
    [InlineData(OthersPolicy.Anonymous)]
    [InlineData(OthersPolicy.Own)]
    public void The_file_is_the_same_however_the_other_districts_change_places(OthersPolicy others)
    {
        var viewer = Viewer.OfDistrict("d1", others);
        using var one = Store([2, 3, 4, 5, 6, 7, 8]);
        using var two = Store([8, 5, 2, 7, 3, 6, 4]);
        using var all = one.Publish();
        using var allOther = two.Publish();
        var ranking = "select sum(hash(t))::varchar from rpt_ranking t";
        all.Query<string>(ranking).ShouldNotBe(allOther.Query<string>(ranking), "else this test proves nothing");

        // Otherwise experts would have other pseudonyms in the other store.
        _ = Pseudonyms.Of(Directory.CreateDirectory(new ViewerFiles(one.Folder).Folder).FullName);
        File.Copy(Path.Combine(new ViewerFiles(one.Folder).Folder, "pseudonym.key"), Path.Combine(Directory.CreateDirectory(new ViewerFiles(two.Folder).Folder).FullName, "pseudonym.key"));
        using var mine = one.Snapshots!.Lease(viewer)!;
        using var mineOther = two.Snapshots!.Lease(viewer)!;
        var content = Content(mine);
        content.ShouldBe(Content(mineOther));
        content.Keys.ShouldContain("rpt_ranking");
        mine.Query<string>("select distinct district from rpt_indicator_result union select district from rpt_ranking union select district from rpt_trend union select district from fct_score")
            .ShouldBe(["d1"]);
    }

    [Fact]
    public void A_policy_of_anonymous_gives_position_and_quartiles()
    {
        using var store = Store([2, 3, 4, 5, 6, 7, 8]);
        using var published = store.Publish();
        using var mine = store.Snapshots!.Lease(Viewer.OfDistrict("d1", OthersPolicy.Anonymous))!;

        mine.Query<string>("select concat_ws(' ', rank, ranked) from rpt_ranking where round = 'r1' and dimension = 'total' and rater = 'expert'").ShouldBe(["8 8"]);
        // The others have 2…8 of 10 on B1: quartiles 3.5, 5, 6.5.
        mine.Query<string>("select concat_ws(' ', n, q1_rate, median_rate, q3_rate) from rpt_peer_quartile where round = 'r1' and code = 'B1' and rater = 'expert'")
            .ShouldBe(["7 0.350000 0.500000 0.650000"]);
    }

    [Fact]
    public void With_fewer_than_five_others_there_are_no_quartiles()
    {
        using var store = Store([2, 3, 4, 5]);
        using var published = store.Publish();
        using var mine = store.Snapshots!.Lease(Viewer.OfDistrict("d1", OthersPolicy.Anonymous))!;

        mine.Query<int>("select count(*)::integer from rpt_peer_quartile").ShouldBe([0]);
    }

    [Fact]
    public void A_policy_of_own_gives_neither_position_nor_quartiles()
    {
        using var store = Store([2, 3, 4, 5, 6, 7, 8]);
        using var published = store.Publish();
        using var mine = store.Snapshots!.Lease(Viewer.OfDistrict("d1", OthersPolicy.Own))!;

        mine.Query<int>("select count(*)::integer from rpt_ranking where coalesce(rank, ranked, previous_rank, rank_change) is not null").ShouldBe([0]);
        mine.Query<int>("select count(*)::integer from rpt_dimension_result where coalesce(self_rank, expert_rank) is not null").ShouldBe([0]);
        mine.Query<int>("select count(*)::integer from rpt_indicator_result where rank is not null").ShouldBe([0]);
        mine.Query<int>("select count(*)::integer from duckdb_tables() where table_name = 'rpt_peer_quartile'").ShouldBe([0]);
        mine.Query<decimal>("select expert_points from rpt_indicator_result where round = 'r1' and indicator = 'B1'").ShouldBe([1]);
    }

    [Fact]
    public void An_expert_of_the_own_district_stands_under_a_pseudonym()
    {
        using var store = Store([2, 3, 4, 5, 6, 7, 8]);
        store.Load("r1 d1 A1 expert:张三丰 1");
        using var published = store.Publish();
        using var mine = store.Snapshots!.Lease(Viewer.OfDistrict("d1", OthersPolicy.Anonymous))!;

        mine.Query<string>("select distinct expert from fct_score where expert <> ''").ShouldAllBe(e => e.StartsWith("P-", StringComparison.Ordinal));
        File.ReadAllBytes(mine.Path).AsSpan().IndexOf(Encoding.UTF8.GetBytes("张三丰")).ShouldBe(-1);
    }

    [Fact]
    public void A_district_that_may_see_the_others_by_name_reads_what_researchers_read() =>
        Viewer.OfDistrict("d1", OthersPolicy.Named).ShouldBe(Viewer.Researcher);

    [Fact]
    public void Answers_to_one_viewer_are_never_given_to_another()
    {
        using var store = Store([2, 3, 4, 5, 6, 7, 8]);
        using var all = store.Publish();
        const string Sql = "select district from rpt_ranking where round = 'r1' and dimension = 'total' and rater = 'expert' order by district";
        var snapshots = store.Snapshots!;
        for (var again = 0; again < 2; again++)
        {
            using var everything = snapshots.Lease(Viewer.All)!;
            using var first = snapshots.Lease(Viewer.OfDistrict("d1", OthersPolicy.Anonymous))!;
            using var second = snapshots.Lease(Viewer.OfDistrict("d2", OthersPolicy.Anonymous), all.Info.Id)!;
            everything.Query<string>(Sql).Count.ShouldBe(Districts);
            first.Query<string>(Sql).ShouldBe(["d1"]);
            second.Query<string>(Sql).ShouldBe(["d2"]);
        }
    }

    [Fact]
    public void A_view_goes_with_its_snapshot_and_can_be_made_again()
    {
        using var store = Store([2, 3, 4, 5, 6, 7, 8]);
        using var published = store.Publish();
        var viewer = Viewer.OfDistrict("d1", OthersPolicy.Anonymous);
        string path;
        using (var mine = store.Snapshots!.Lease(viewer)!)
            path = mine.Path;
        File.Delete(path);

        using var fresh = new SnapshotStore(store.Folder, TimeProvider.System);
        using var again = fresh.Lease(viewer)!;
        again.Path.ShouldBe(path);
        File.Exists(path).ShouldBeTrue();
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
    }

    private static Dictionary<string, string> Content(SnapshotReader mine) => mine
        .Query<string>("select table_name from duckdb_tables() where database_name = current_database() and not temporary")
        .ToDictionary(t => t, t => mine.Query<string>($"select coalesce(sum(hash(t))::varchar, '') || ' ' || count(*) from \"{t}\" t")[0]);

    /// <summary>d1 has 1 of 10 on B1, the others what is given.</summary>
    private static TestStore Store(int[] others)
    {
        var store = new TestStore(City);
        store.Load(string.Join('\n', new[] { 1 }.Concat(others).SelectMany((points, i) => new[] { "r1", "r2" }.SelectMany(round => new[]
        {
            $"{round} d{i + 1} A1 expert:E01 {points * 4 / 10m}", $"{round} d{i + 1} A2 expert:E01 {points * 6 / 10m}",
            $"{round} d{i + 1} B1 expert:E01 {points}", $"{round} d{i + 1} A1 self {(points + 1) * 4 / 10m}", $"{round} d{i + 1} A2 self 3", $"{round} d{i + 1} B1 self {points + 1}",
        }))));
        return store;
    }
}
