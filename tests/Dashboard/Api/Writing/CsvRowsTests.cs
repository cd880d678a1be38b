using System.Text;
using LearningCity.Dashboard.Api.Writing;

namespace LearningCity.Dashboard.Tests.Api.Writing;

public sealed class CsvRowsTests
{
    private sealed record Row(string Name, decimal? Points, int Rank, bool Complete, DateTimeOffset At);

    private static readonly DateTimeOffset Noon = new(2026, 11, 3, 20, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void A_file_starts_with_a_byte_order_mark_and_the_names_of_the_columns()
    {
        var bytes = Write(new Row("东城区", 91.50m, 1, true, Noon));

        bytes.Take(3).ShouldBe(Encoding.UTF8.Preamble.ToArray());
        Text(bytes).ShouldBe("name,points,rank,complete,at\r\n东城区,91.50,1,true,2026-11-03T12:00:00Z\r\n");
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("＝1＋1")]
    public void A_text_that_a_spreadsheet_would_run_gets_an_apostrophe(string text) => CsvRows.Text(text).ShouldBe("'" + text);

    [Fact]
    public void A_negative_number_is_a_number_and_stays_one() => CsvRows.Text(-1.25m).ShouldBe("-1.25");

    [Fact]
    public void Null_is_empty_and_never_zero() => Text(Write(new Row("x", null, 1, false, Noon))).ShouldContain("x,,1,false");

    [Fact]
    public void Commas_quotes_and_line_breaks_stay_in_their_field() =>
        Text(Write(new Row("a,\"b\"\nc", 0m, 1, true, Noon))).ShouldContain("\"a,\"\"b\"\"\nc\",0,1");

    private static byte[] Write(params Row[] rows)
    {
        using var stream = new MemoryStream();
        CsvRows.Write(stream, RowSelection.Of(RowShape.Of<Row>(), rows, null, null, 1, 10));
        return stream.ToArray();
    }

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes.AsSpan(3));
}
