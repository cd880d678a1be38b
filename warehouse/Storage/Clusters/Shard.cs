using Npgsql;

namespace LearningCity.Warehouse.Storage.Clusters;

/// <summary>A table that holds the scores of some districts, on the server where it lies.</summary>
/// <param name="Server">Name of the foreign server that the coordinator knows it by; null where the coordinator itself holds the scores.</param>
internal sealed record Shard(ClusterAddress Address, string Table, string? Server) : IDisposable
{
    private NpgsqlConnection? connection;

    /// <summary>Runs against the server; connected when first asked.</summary>
    /// <exception cref="ClusterException">The server does not answer, or refuses.</exception>
    public T Ask<T>(Func<NpgsqlConnection, T> work) => ClusterFaults.During(Address, () => work(connection ??= Connect(Address)));

    /// <summary>Runs one statement, with parameters $1, $2 …</summary>
    public int Execute(string sql, params object[] parameters) => Ask(c => c.Execute(sql, parameters));

    public void Dispose() => connection?.Dispose();

    /// <exception cref="ClusterException">The server cannot be reached or refuses.</exception>
    public static NpgsqlConnection Connect(ClusterAddress address) => ClusterFaults.During(address, () =>
    {
        var connection = new NpgsqlConnection(address.ConnectionString);
        try
        {
            connection.Open();
            // Aggregates of each part are taken where it lies; quotation marks mean what SQL says.
            connection.Execute("set search_path = learningcity, pg_catalog; set standard_conforming_strings = on; set enable_partitionwise_aggregate = on");
            if (connection.Single<string>("select current_setting('server_encoding')") != "UTF8")
                throw new ClusterException(
                    ClusterFault.WrongUse,
                    $"{address} 的字符编码不是 UTF8，存不下中文：请用 create database … encoding 'UTF8' 建库",
                    $"The encoding of {address} is not UTF8, and Chinese would be lost: make the database with encoding 'UTF8'");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    });
}
