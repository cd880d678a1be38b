using System.Globalization;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using LearningCity.Dashboard.Tests.Hosting;

namespace LearningCity.Dashboard.Tests.Features;

/// <summary>What a page shows is what the API answers, number by number, in every round.</summary>
public sealed class SameNumbersTests(SampleDashboard dashboard)
{
    public static TheoryData<string> Rounds => ["2023", "2024", "2025", "2026"];

    [Theory]
    [MemberData(nameof(Rounds))]
    public async Task The_rankings_page_and_the_API_give_the_same_ranks_and_points(string round)
    {
        var shown = (await dashboard.English.Page("/rankings?round=" + round, "en")).QuerySelectorAll("table.ranking tbody tr").ToDictionary(
            Code, row => (Rank: row.Children[0].Said().Split(['=', ' '])[0], Points: row.QuerySelector(".points")!.Said()));
        var rows = await Rows($"rankings?round={round}");

        shown.Count.ShouldBe(rows.Count);
        foreach (var row in rows)
            shown[Text(row, "district")].ShouldBe((Whole(row, "rank"), Number(row, "points", 1, "0.00")), Text(row, "nameEn"));
    }

    [Theory]
    [InlineData("rate", "expertRate")]
    [InlineData("gap", "gapRate")]
    [InlineData("change", "changeRate")]
    [InlineData("rank", "rank")]
    public async Task Every_cell_of_the_heat_table_is_the_result_that_the_API_gives(string show, string field)
    {
        var results = (await Rows("results?round=2026")).ToDictionary(r => (Text(r, "district"), Text(r, "indicator")));
        var heat = (await dashboard.English.Page("/indicators?round=2026&show=" + show, "en")).QuerySelector("table.heat")!;
        var indicators = heat.QuerySelectorAll("thead th.column b").Select(b => b.Said()).ToList();
        var cells = 0;

        foreach (var row in heat.QuerySelectorAll("tbody tr"))
        {
            foreach (var (indicator, cell) in indicators.Zip(row.QuerySelectorAll("td")))
            {
                var expected = show == "rank" ? Whole(results[(Code(row), indicator)], field) : Number(results[(Code(row), indicator)], field, 100, show == "rate" ? "0.0" : "+0.0;−0.0;0.0");
                cell.Said().ShouldBe(expected, $"{Code(row)} {indicator}");
                cells++;
            }
        }

        cells.ShouldBe(16 * 22);
    }

    [Theory]
    [MemberData(nameof(Rounds))]
    public async Task The_totals_of_the_gaps_page_are_those_of_the_API(string round)
    {
        var shown = (await dashboard.English.Page("/gaps?round=" + round, "en")).QuerySelectorAll("[data-table=gaps] tbody tr")
            .ToDictionary(Code, r => r.QuerySelectorAll("td").Select(c => c.Said()).ToList());
        var rows = await Rows($"rankings?round={round}");

        shown.Count.ShouldBe(rows.Count);
        foreach (var row in rows)
        {
            shown[Text(row, "district")].ShouldBe(
                [Number(row, "selfPoints", 1, "0.00"), Number(row, "expertPoints", 1, "0.00"), Number(row, "gapPoints", 1, "+0.00;−0.00;0.00")], Text(row, "nameEn"));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("&district=110112")]
    [InlineData("&indicator=D10")]
    [InlineData("&district=110109&indicator=F4")]
    public async Task The_course_on_the_trends_page_is_that_of_the_API(string subject)
    {
        var shown = (await dashboard.English.Page("/trends?lang=en" + subject, "en")).QuerySelectorAll("[data-table=course] tbody tr").Select(r => r.Children[4].Said()).ToList();

        shown.ShouldBe((await Rows("trends?lang=en" + subject)).Select(r => Number(r, "rate", 100, "0.0") is "—" ? "—" : Number(r, "rate", 100, "0.0") + "%"));
    }

    [Theory]
    [InlineData("110112")]
    [InlineData("110119")]
    public async Task The_indicators_of_a_district_are_those_of_the_API(string district)
    {
        var shown = (await dashboard.English.Page($"/districts/{district}?round=2026", "en")).QuerySelectorAll("table.spine tbody tr")
            .ToDictionary(r => r.QuerySelector("th a")!.GetAttribute("href")!.Split('/', '?')[2], r => (r.Children[2].Said(), r.Children[3].Said(), r.Children[6].Said()));

        var rows = await Rows($"districts/{district}?round=2026");
        shown.Count.ShouldBe(rows.Count);
        foreach (var row in rows)
            shown[Text(row, "indicator")].ShouldBe((Number(row, "expertRate", 100, "0.0") + "%", Whole(row, "rank"), Number(row, "pointsLost", 1, "0.00")));
    }

    [Fact]
    public async Task Each_weak_indicator_is_the_APIs()
    {
        var shown = (await dashboard.English.Page("/indicators?round=2026", "en")).QuerySelectorAll("[data-table=importance] tbody tr")
            .Select(r => (Code: r.Children[0].Said().Split(' ')[0], Cells: r.Children.Select(c => c.Said()).ToList())).ToList();
        var rows = (await Rows("indicators?round=2026")).ToDictionary(r => Text(r, "indicator"));

        shown.Count.ShouldBe(rows.Count);
        foreach (var (code, cells) in shown)
        {
            cells.ShouldContain(Number(rows[code], "meanRate", 100, "0.0") + "%", code);
            cells.ShouldContain(Number(rows[code], "pointsLost", 1, "0.00"), code);
        }
    }

    private async Task<IReadOnlyList<JsonNode>> Rows(string path) =>
        [.. JsonNode.Parse(await dashboard.English.GetStringAsync("/api/v1/" + path, TestContext.Current.CancellationToken))!["rows"]!.AsArray().Select(r => r!)];

    private static string Code(IElement row) => row.QuerySelector("th a")!.GetAttribute("href")!.Split('/', '?')[2];

    private static string Text(JsonNode row, string field) => row[field]!.GetValue<string>();

    private static string Whole(JsonNode row, string field) => row[field] is { } value ? value.GetValue<int>().ToString(CultureInfo.InvariantCulture) : "—";

    /// <summary>Rounded here, and not by the page: half away from zero.</summary>
    private static string Number(JsonNode row, string field, int times, string format)
    {
        if (row[field] is not { } value)
            return "—";
        var number = value.GetValue<decimal>() * times;
        var digits = format.Split(';')[0].Split('.')[1].Length;
        return Math.Round(number, digits, MidpointRounding.AwayFromZero).ToString(format, CultureInfo.InvariantCulture);
    }
}
