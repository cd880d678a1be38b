using Dapper;
using DuckDB.NET.Data;
using LearningCity.Dashboard.Tests.Hosting;
using LearningCity.Tests.Support;

namespace LearningCity.Dashboard.Tests.Api.Writing;

public sealed class ParquetRowsTests(SampleDashboard dashboard)
{
    public static TheoryData<string> Variants => [.. ApiClient.Variants];

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task A_parquet_file_has_the_columns_and_rows_of_the_answer(string address)
    {
        using var folder = new TempFolder();
        var file = folder.File("answer.parquet");
        await File.WriteAllBytesAsync(
            file,
            await dashboard.Chinese.GetByteArrayAsync("/api/v1/" + ApiClient.AsFile(address, "parquet"), TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken);
        using var connection = new DuckDBConnection("DataSource=:memory:");
        var rows = await dashboard.Chinese.Rows(address);

        connection.QuerySingle<long>($"select count(*) from '{file}'").ShouldBe(rows.Length);
        if (rows.Length > 0)
        {
            connection.Query<string>($"select column_name from (describe from '{file}')").ShouldBe(rows[0].Select(field => field.Key));
        }
    }

    [Fact]
    public async Task Points_keep_their_value_and_their_type()
    {
        using var folder = new TempFolder();
        var file = folder.File("rankings.parquet");
        await File.WriteAllBytesAsync(
            file,
            await dashboard.Chinese.GetByteArrayAsync("/api/v1/rankings.parquet?round=2023", TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken);
        using var connection = new DuckDBConnection("DataSource=:memory:");

        connection.QuerySingle<string>($"select typeof(points) from '{file}' limit 1").ShouldBe("DECIMAL(18,6)");
        connection.QuerySingle<decimal>($"select points from '{file}' where district = '110101'").ShouldBe(88.30m);
    }
}
