using System.Net.Sockets;
using Npgsql;
using Serilog;

namespace LearningCity.Warehouse.Storage.Clusters;

/// <summary>Turns what PostgreSQL and the network say into a sentence that names the server and what to do.</summary>
internal static class ClusterFaults
{
    private const string StaysZh = "现用的数据快照不受影响。";
    private const string StaysEn = "The current snapshot is not affected.";

    public static T During<T>(ClusterAddress at, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is NpgsqlException or IOException or SocketException or TimeoutException or ObjectDisposedException)
        {
            Log.Warning(e, "The cluster at {Address} failed", at.ToString());
            throw Of(e, at);
        }
    }

    /// <summary>As <see cref="During{T}"/> for what the coordinator does with all nodes: names those that do not answer.</summary>
    public static T OverNodes<T>(ClusterAddress at, IEnumerable<Shard> shards, Func<T> work)
    {
        try
        {
            return During(at, work);
        }
        catch (ClusterException)
        {
            foreach (var node in shards.DistinctBy(s => s.Address.ToString()))
                Shard.Connect(node.Address).Dispose();
            throw;
        }
    }

    public static ClusterException Of(Exception e, ClusterAddress at) => e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } => Failed(
            e, $"{at} 拒绝登录：用户名或密码不对，或不允许从这里连接。密码放在环境变量 {ClusterAddress.EnvironmentVariable}、PGPASSWORD 或 PGPASSFILE 中。",
            $"{at} refuses the login: wrong user or password, or no access from here. The password goes into {ClusterAddress.EnvironmentVariable}, PGPASSWORD or PGPASSFILE."),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => Failed(
            e, $"{at}：服务器上没有这个数据库，请先 create database。", $"{at}: the server has no database of that name; create it first."),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } => Failed(
            e, $"{at}：该用户权限不够。需要能在数据库中建模式（create）、读写 learningcity 模式，并能使用外部服务器（usage）。",
            $"{at}: the user lacks rights. It must be able to create in the database, to read and write the schema learningcity, and to use the foreign servers."),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => Failed(
            e, $"{at}：服务器磁盘已满。", $"{at}: the disk of the server is full."),
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } => Failed(
            e, $"{at}：服务器连接数已满，请稍后再试。", $"{at}: the server takes no more connections; try again later."),
        PostgresException p when IsAway(p.SqlState) => Failed(
            e, $"{at} 没有应答或连接中断：请确认该服务器在运行、网络可达，然后再执行一次。",
            $"{at} does not answer, or the connection broke: see that the server runs and can be reached, then run the same again."),
        PostgresException p => Failed(
            e, $"{at} 报告错误 {p.SqlState}：{p.MessageText}。", $"{at} reports error {p.SqlState}: {p.MessageText}."),
        NpgsqlException { InnerException: null } => Failed(
            e, $"{at}：无法登录（{e.Message}）。密码放在环境变量 {ClusterAddress.EnvironmentVariable}、PGPASSWORD 或 PGPASSFILE 中。",
            $"{at}: no login ({e.Message}). The password goes into {ClusterAddress.EnvironmentVariable}, PGPASSWORD or PGPASSFILE."),
        _ => Failed(
            e, $"{at} 没有应答或连接中断：请确认该服务器在运行、网络可达，然后再执行一次。",
            $"{at} does not answer, or the connection broke: see that the server runs and can be reached, then run the same again."),
    };

    // Connection errors, errors of a foreign server, and a server that is starting or stopping.
    private static bool IsAway(string state) =>
        state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("HV", StringComparison.Ordinal) || state.StartsWith("57P", StringComparison.Ordinal);

    private static ClusterException Failed(Exception e, string zh, string en) => new(ClusterFault.Failed, zh + StaysZh, $"{en} {StaysEn}", e);
}
