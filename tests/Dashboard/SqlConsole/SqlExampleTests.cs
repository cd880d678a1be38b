using LearningCity.Dashboard.SqlConsole.Page;
using LearningCity.Dashboard.Tests.Features;
using LearningCity.Tests.Support;

namespace LearningCity.Dashboard.Tests.SqlConsole;

public sealed class SqlExampleTests(ConsoleServer console, OtherCity city)
{
    [Fact]
    public async Task Each_example_runs_and_finds_rows()
    {
        using var sample = SampleWarehouse.Shared.Lease();
        foreach (var example in SqlExamples.Of(sample.Catalog.Dimensions))
        {
            var answer = await console.AskAsync(example.Sql);
            answer.Status.ShouldBe(200, $"{example.En}: {answer.Body}");
            answer.Json.GetProperty("rows").GetArrayLength().ShouldBeGreaterThan(0, example.En);
        }
    }

    [Fact]
    public async Task The_page_offers_the_dimensions_of_the_citys_own_framework()
    {
        var page = await city.Client.Page("/sql");
        var wide = page.QuerySelectorAll("a").Single(a => a.TextContent == "一级指标宽表").GetAttribute("href")!;

        Uri.UnescapeDataString(wide).Replace('+', ' ').ShouldContain("in (" + string.Join(", ", city.Catalog.Dimensions.Select(d => $"'{d.Code}'")) + ", 'total')");
    }

    [Fact]
    public void A_code_with_a_quotation_mark_stays_a_text()
    {
        using var sample = SampleWarehouse.Shared.Lease();
        var odd = sample.Catalog.Dimensions[0] with { Code = "F'; drop" };

        SqlExamples.Of([odd, odd]).ShouldContain(e => e.Sql.Contains("in ('F''; drop', 'total')", StringComparison.Ordinal));
    }
}
