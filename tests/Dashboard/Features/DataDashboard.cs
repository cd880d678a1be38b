using System.Security.Cryptography;
using System.Text;
using Dapper;
using LearningCity.Dashboard.Tests.Features;
using LearningCity.Dashboard.Tests.Hosting;
using LearningCity.Etl.Loading;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Snapshots;

[assembly: AssemblyFixture(typeof(DataDashboard))]

namespace LearningCity.Dashboard.Tests.Features;

/// <summary>A small city with a past: two loads, of which the second corrects a score of the first, a rejected row, an archived file and two
/// snapshots. Started once for all tests of the data pages.</summary>
public sealed class DataDashboard : IDisposable
{
    public const string Expert = "王某某教授";

    /// <summary>What the archived file holds.</summary>
    public static readonly byte[] Form = Encoding.UTF8.GetBytes("<script>alert(1)</script> 评估表");

    private readonly TestStore store = new(TestStore.SmallCity);
    private readonly DashboardFactory factory;

    public DataDashboard()
    {
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Form));
        store.Load(string.Join('\n', new[] { "r1", "r2" }.SelectMany(_ => new[] { "d1", "d2", "d3" }, (round, district) => $"""
            {round} {district} A1 self 4
            {round} {district} A2 self 6
            {round} {district} B1 self 9
            {round} {district} A1 expert:{Expert} 2
            {round} {district} A1 expert:E02 3
            {round} {district} A1 expert 2.5
            {round} {district} A2 expert 5
            {round} {district} B1 expert {(district == "d1" ? 9 : 8)}
            """)));
        var connection = store.Store.Connection;
        connection.Execute(
            "update fct_score set source_file = $sha, sheet = '评估表', cell = 'H7', note = 'points: ４ → 4'; update log_source_file set source_file = $sha, file_name = '甲区 评估表.html', extension = '.html', bytes = 31, kind = 'form'",
            new { sha = Sha256 });
        FileArchive.Keep(store.Folder, Sha256, ".html", Form);
        FileArchive.Keep(store.Folder, Unlogged, ".html", Form);
        connection.Execute("""
            insert into log_rejected_row values
                (1, $sha, '甲区 评估表.html', '评估表', 'H9', 9, 'r2', 'd1', 'A2', 'self', null, '=1+1', 'not-a-number', 'reject', '“=1+1”不是数', '“=1+1” is not a number'),
                (1, $sha, '甲区 评估表.html', '评估表', 'H8', 8, 'r2', 'd1', 'A1', 'self', null, '４', 'text-slip', 'note', '按数字读取', 'Read as a number')
            """, new { sha = Sha256 });
        connection.Execute("""
            insert into log_rule values
                ('not-a-number', 1, 'reject', 'cell', '“…”不是数', '"…" is not a number'), ('text-slip', 2, 'note', 'cell', '按数字读取', 'Read as a number')
            """);
        using (var before = store.Publish())
            Before = before.Info;
        store.Load("r2 d2 B1 expert 10");
        using (var after = store.Publish())
            After = after.Info;
        factory = new DashboardFactory(store.Folder, sample: false);
        Client = factory.Client();
    }

    /// <summary>Of a file that lies in the archive but that no load has read.</summary>
    public static string Unlogged { get; } = new('0', 64);

    public HttpClient Client { get; }

    public SnapshotInfo Before { get; }

    public SnapshotInfo After { get; }

    /// <summary>Of the archived file.</summary>
    public string Sha256 { get; }

    public SnapshotReader Lease(string id) => store.Snapshots!.Lease(Viewer.All, id)!;

    public void Dispose()
    {
        factory.Dispose();
        store.Dispose();
    }
}
