using DuckDB.NET.Data;
using Npgsql;

namespace LearningCity.Warehouse.Storage.Clusters;

/// <summary>The scores of one data folder where PostgreSQL servers keep them: a coordinator, and nodes if it has any. While it is open for
/// writing, nobody else writes. What counts is said by the loads on the coordinator (decision 7).</summary>
public sealed class ScoreCluster : IDisposable
{
    // Any number, the same for all who write scores to a database.
    private const long WriterLock = 0x6C63_6974_79;

    private ScoreCluster(ClusterAddress address, NpgsqlConnection coordinator)
    {
        Address = address;
        Coordinator = coordinator;
    }

    public ClusterAddress Address { get; }

    /// <summary>Which data folder the scores belong to.</summary>
    public Guid Id { get; private set; }

    /// <summary>The last load that counts; 0 before the first.</summary>
    public int Head { get; private set; }

    /// <summary>How the scores are spread: <c>citus</c>, <c>partitions</c> on nodes, or <c>single</c>.</summary>
    public string Layout { get; private set; } = "";

    internal NpgsqlConnection Coordinator { get; }

    internal IReadOnlyList<Shard> Shards { get; private set; } = [];

    /// <summary>The load that was last begun; above <see cref="Head"/> it has left rows that do not count.</summary>
    internal int Begun { get; private set; }

    /// <param name="write">Makes the tables where there are none, and keeps other writers out.</param>
    /// <returns>Null when nothing is kept there yet and nothing is to be written.</returns>
    /// <exception cref="ClusterException">It cannot be reached, refuses, or holds something else.</exception>
    /// <exception cref="StoreInUseException">Another writer has it.</exception>
    public static ScoreCluster? Open(ClusterAddress address, DataFolder folder, bool write)
    {
        var cluster = new ScoreCluster(address, Shard.Connect(address));
        try
        {
            if (cluster.Ask(() => cluster.Read(folder, write)))
                return cluster;
            cluster.Dispose();
            return null;
        }
        catch
        {
            cluster.Dispose();
            throw;
        }
    }

    /// <summary>Rounds that loads after <paramref name="load"/> have touched.</summary>
    public IReadOnlyList<string> TouchedSince(int load) => Ask(() => Coordinator.Query(
        "select distinct unnest(rounds) from learningcity.load where load > $1", r => r.GetString(0), load));

    /// <summary>Lays all scores of some units, in force, earlier and confirmed, into temporary tables of DuckDB that stand before those of the store under
    /// the same names, until they are disposed of: what judges and merges a load then sees the cluster's scores, and writes beside the store's copy.</summary>
    public IDisposable Lay(DuckDBConnection connection, IReadOnlyList<(string Round, string District)> units) => ScoreFetch.Units(this, connection, units);

    /// <summary>Units that have a score in force that a load brought.</summary>
    public IReadOnlyList<(string Round, string District)> UnitsOf(int load) => ScoreFetch.UnitsOf(this, load);

    /// <summary>How PostgreSQL would compute a mart that runs beside the scores, line by line.</summary>
    public IReadOnlyList<string> PlanOf(DuckDBConnection connection, Marts.MartFile mart, IReadOnlyList<string> rounds) =>
        ClusterMart.Plan(this, connection, mart.Select!, rounds);

    /// <summary>Opens the cluster of a folder to look only, as <paramref name="connection"/> to its store does.</summary>
    /// <returns>Null where the folder keeps its scores itself, or nothing has been kept yet.</returns>
    /// <exception cref="ClusterException">It cannot be used, or is not named.</exception>
    public static ScoreCluster? Look(DataFolder folder, DuckDBConnection connection) => ClusterBinding.Look(folder, connection);

    /// <summary>Scores in force, counted where they are.</summary>
    public long Count() => Shards.Sum(shard => shard.Ask(c => c.Single<long>(
        $"select count(*) from {shard.Table} where not confirms and since <= $1 and (ended_by is null or ended_by > $1)", Head)));

    /// <summary>Rounds of which a store's copy is out of date, and a publication will fetch.</summary>
    public IReadOnlyList<string> ChangedSince(DuckDBConnection copy) => ClusterBinding.Changed(copy, this);

    /// <summary>Rows that each load after <paramref name="load"/> has put on the nodes.</summary>
    internal IReadOnlyDictionary<int, long> WrittenSince(int load) => Ask(() => Coordinator.Query(
        "select load, written from learningcity.load where load > $1", r => (r.GetInt32(0), r.GetInt64(1)), load).ToDictionary(l => l.Item1, l => l.Item2));

    /// <summary>Announces a load, after what an earlier one left behind is gone.</summary>
    internal void Begin(int load)
    {
        if (Begun > Head)
        {
            foreach (var shard in Shards)
            {
                shard.Execute($"delete from {shard.Table} where since > $1", Head);
                shard.Execute($"update {shard.Table} set ended_by = null, ended_at = null, reason = null where ended_by > $1", Head);
            }
        }
        Ask(() => Coordinator.Execute("update learningcity.store set begun = $1", load));
        Begun = load;
    }

    /// <summary>Makes all that was written under this number visible, on all nodes at once.</summary>
    internal void Commit(int load, ScoresKept kept)
    {
        Ask(() => Coordinator.Execute(
            "insert into learningcity.load values ($1, $2, $3, now() at time zone 'UTC') on conflict do nothing", load, kept.Rounds.ToArray(), kept.Rows));
        Head = load;
    }

    /// <summary>Which shard holds each of the districts.</summary>
    internal IReadOnlyDictionary<string, int> Places(IReadOnlyCollection<string> districts) => Shards.Count == 1
        ? districts.ToDictionary(d => d, _ => 0)
        : Ask(() => Coordinator.Query(
            "select d, i from unnest($1) d, generate_series(0, $2 - 1) i where satisfies_hash_partition('learningcity.score'::regclass, $2, i, d)",
            r => (r.GetString(0), r.GetInt32(1)), districts.ToArray(), Shards.Count).ToDictionary(p => p.Item1, p => p.Item2));

    /// <summary>Asks the coordinator alone.</summary>
    internal T Ask<T>(Func<T> work) => ClusterFaults.During(Address, work);

    /// <summary>Asks the coordinator what it must ask the nodes.</summary>
    internal T AskNodes<T>(Func<T> work) => ClusterFaults.OverNodes(Address, Shards, work);

    public void Dispose()
    {
        foreach (var shard in Shards)
            shard.Dispose();
        Coordinator.Dispose();
    }

    private bool Read(DataFolder folder, bool write)
    {
        if (write && !Coordinator.Single<bool>("select pg_try_advisory_lock($1)", WriterLock))
            throw new StoreInUseException(folder, new InvalidOperationException($"Another session writes to {Address}"));
        if (!ClusterSchema.Exists(this))
        {
            if (!write)
                return false;
            ClusterSchema.Create(this);
        }
        var (id, version, layout, shards, begun) = Coordinator.Query(
            "select id, version, layout, shards, begun from learningcity.store",
            r => (r.GetGuid(0), r.GetInt32(1), r.GetString(2), r.GetInt32(3), r.GetInt32(4))).Single();
        if (version > ClusterSchema.Version)
            throw new ClusterException(
                ClusterFault.WrongUse,
                $"{Address} 由更新版本的程序写入（结构版本 {version}），请升级程序", $"{Address} was written by a later version (schema {version}); update this program");
        (Id, Layout, Begun) = (id, layout, begun);
        Head = Coordinator.Single<int>("select coalesce(max(load), 0) from learningcity.load");
        Shards = ClusterSchema.Shards(this, shards);
        return true;
    }
}
