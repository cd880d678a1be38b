using DuckDB.NET.Data;
using LearningCity.Dashboard.SqlConsole;
using LearningCity.Dashboard.SqlConsole.Child;
using LearningCity.Tests.Support;

namespace LearningCity.Dashboard.Tests.SqlConsole;

/// <summary>The second line: were a statement ever to get past the guard, DuckDB itself refuses.</summary>
public sealed class LockedConnectionTests
{
    [Theory]
    [InlineData("copy t to '/tmp/learningcity-stolen.csv'")]
    [InlineData("export database '/tmp/learningcity-stolen'")]
    [InlineData("attach '/tmp/x.duckdb'")]
    [InlineData("install httpfs")]
    [InlineData("load httpfs")]
    [InlineData("set enable_external_access = true")]
    [InlineData("set memory_limit = '64GB'")]
    [InlineData("reset lock_configuration")]
    [InlineData("insert into t values (1)")]
    [InlineData("create table x (a integer)")]
    [InlineData("select * from read_text('/etc/passwd')")]
    [InlineData("select * from read_csv('/etc/passwd')")]
    [InlineData("select * from glob('/etc/*')")]
    public void The_connection_refuses(string sql)
    {
        using var folder = new TempFolder();
        using var connection = Open(folder);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Should.Throw<DuckDBException>(() => command.ExecuteNonQuery());
    }

    [Fact]
    public void Without_the_lock_a_file_could_be_read()
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from read_text('/etc/hostname')";
        command.ExecuteScalar().ShouldBe(1L);
    }

    private static DuckDBConnection Open(TempFolder folder)
    {
        var file = folder.File("t.duckdb");
        using (var writer = new DuckDBConnection($"Data Source={file}"))
        {
            writer.Open();
            using var command = writer.CreateCommand();
            command.CommandText = "create table t (a integer)";
            command.ExecuteNonQuery();
        }

        return LockedConnection.Open(file, new SqlLimits());
    }
}
