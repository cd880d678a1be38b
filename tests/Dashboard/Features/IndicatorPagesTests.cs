using System.Globalization;
using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Tests.Hosting;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Tests.Features;

public sealed class IndicatorPagesTests(SampleDashboard dashboard)
{
    [Fact]
    public async Task Every_cell_of_the_heat_table_is_the_questions_rate()
    {
        using var snapshot = SampleWarehouse.Shared.Lease();
        var rates = IndicatorResults.Ask(snapshot, "2026").Rows.ToDictionary(r => (r.DistrictZh, r.NumberZh), r => Format.RateNumber(r.ExpertRate));
        var table = (await dashboard.Chinese.Page("/indicators")).QuerySelector("table.heat")!;
        var numbers = table.QuerySelectorAll("thead abbr").Select(h => h.Said()).ToList();

        numbers.Count.ShouldBe(22);
        table.QuerySelectorAll("tbody tr").Length.ShouldBe(16);
        foreach (var row in table.QuerySelectorAll("tbody tr"))
        {
            var district = row.QuerySelector("th a")!.Said();
            row.QuerySelectorAll("td").SkipLast(1).Select(c => c.Said()).ShouldBe(numbers.Select(n => rates[(district, n)]));
        }
    }

    [Fact]
    public async Task The_city_row_is_the_mean_of_the_question()
    {
        using var snapshot = SampleWarehouse.Shared.Lease();
        var means = IndicatorSummaries.Ask(snapshot, "2025").Rows.Select(r => Format.RateNumber(r.MeanRate));
        var table = (await dashboard.Chinese.Page("/indicators?round=2025")).QuerySelector("table.heat")!;

        table.QuerySelectorAll("tfoot tr").Single(r => r.QuerySelector("th")!.Said() == "全市平均").QuerySelectorAll("td").SkipLast(1)
            .Select(c => c.Said()).ShouldBe(means);
    }

    [Fact]
    public async Task A_head_says_the_indicators_name_not_only_its_number()
    {
        var heads = (await dashboard.English.Page("/indicators", "en")).QuerySelectorAll("table.heat thead th.column");

        heads.Length.ShouldBe(22);
        heads[0].QuerySelector("abbr + .tip")!.Said().ShouldBe("F1 Planning integration and dedicated plan");
    }

    [Fact]
    public async Task Rows_sort_by_an_indicator_and_columns_by_a_district()
    {
        var byIndicator = (await dashboard.Chinese.Page("/indicators?sort=D3")).QuerySelectorAll("table.heat tbody tr");
        var at = 9; // D3 stands tenth
        var rates = byIndicator.Select(r => decimal.Parse(r.QuerySelectorAll("td")[at].Said(), CultureInfo.InvariantCulture)).ToList();
        rates.ShouldBe(rates.Order());

        var across = (await dashboard.Chinese.Page("/indicators?across=110112")).QuerySelectorAll("table.heat tbody tr")
            .Single(r => r.QuerySelector("th a")!.Said() == "通州区").QuerySelectorAll("td").SkipLast(1).Select(c => decimal.Parse(c.Said(), CultureInfo.InvariantCulture)).ToList();
        across.ShouldBe(across.Order());
    }

    [Fact]
    public async Task Weak_indicators_are_those_that_lose_most_and_the_sentence_adds_them_up()
    {
        using var snapshot = SampleWarehouse.Shared.Lease();
        var lost = IndicatorSummaries.Ask(snapshot, "2026").Rows.OrderByDescending(r => r.PointsLost).ToList();
        var page = await dashboard.Chinese.Page("/indicators");

        page.QuerySelectorAll("section").Single(s => s.QuerySelector("h2")?.Said() == "短板指标").QuerySelectorAll("tbody .strong").Select(c => c.Said())
            .ShouldBe(lost.Take(8).Select(r => Format.Points(r.PointsLost)));
        page.QuerySelector("main .lead")!.Said().ShouldContain(Format.Rate(lost.Take(3).Sum(r => r.PointsLostShare)));
    }

    [Fact]
    public async Task An_indicator_shows_its_official_text_word_for_word_and_how_it_is_collected()
    {
        using var snapshot = SampleWarehouse.Shared.Lease();
        var indicator = snapshot.Catalog.IndicatorsOf("2023").Single(i => i.Code == "D10");
        var page = await dashboard.English.Page("/indicators/D10", "en");

        page.QuerySelector("blockquote")!.TextContent.ShouldBe(indicator.TextZh);
        page.QuerySelector("blockquote")!.GetAttribute("lang").ShouldBe("zh-CN");
        page.QuerySelector("section.official .note")!.Said().ShouldBe("Collected by hearing a report, documents and site visits.");
    }
}
