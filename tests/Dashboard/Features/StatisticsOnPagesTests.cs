using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Tests.Hosting;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Tests.Features;

/// <summary>What the pages show of tests, reliability and certainty is what the warehouse answers.</summary>
public sealed class StatisticsOnPagesTests(SampleDashboard dashboard)
{
    [Fact]
    public async Task The_firmness_of_each_rank_is_the_warehouses()
    {
        using var snapshot = SampleWarehouse.Shared.Lease();
        var certainty = RankCertainties.Ask(snapshot, "2026");
        var adjusted = Panels.Ask(snapshot, "2026").Adjusted.ToDictionary(a => a.District);
        var page = await dashboard.Chinese.Page("/rankings?round=2026");

        var shown = page.QuerySelectorAll("h2").Single(h => h.Said() == "名次有多可靠").Closest("section")!.Rows();

        shown.Count.ShouldBe(16);
        foreach (var (row, expected) in shown.Zip(certainty.Rows))
        {
            row[1].ShouldBe(expected.NameZh);
            row[2].ShouldBe(Format.Range(expected.RankLow!.Value, expected.RankHigh!.Value));
            row[3].ShouldBe(Format.Rate((decimal)expected.PTop3!.Value));
            row[6].ShouldBe(Format.Count(adjusted[expected.District].AdjustedRank));
        }
    }

    [Fact]
    public async Task Only_the_official_ranking_has_a_firmness_and_other_weights()
    {
        foreach (var address in new[] { "/rankings?of=self", "/rankings?by=F" })
        {
            var page = await dashboard.Chinese.Page(address);
            page.QuerySelectorAll("h2").ShouldNotContain(h => h.Said() == "名次有多可靠");
            page.QuerySelector("#weights").ShouldBeNull();
        }
    }

    [Fact]
    public async Task With_all_weight_on_one_dimension_the_order_is_that_of_the_dimension()
    {
        using var snapshot = SampleWarehouse.Shared.Lease();
        var expected = Rankings.Ask(snapshot, "2026", "F").Rows.ToDictionary(r => r.NameEn, r => Format.Count(r.Rank));
        var page = await dashboard.English.Page("/rankings?round=2026&w-f=1&w-d=0&w-o=0", "en");

        var rows = page.QuerySelector("#weights")!.Rows();

        rows.Count.ShouldBe(16);
        foreach (var row in rows)
            row[0].ShouldBe(expected[row[1]], row[1]);
    }

    [Theory]
    [InlineData("w-f=-1")]
    [InlineData("w-f=abc")]
    [InlineData("w-f=1e99")]
    [InlineData("w-f=1001")]
    public async Task A_weight_that_is_none_is_refused_in_words(string query)
    {
        var section = (await dashboard.Chinese.Page("/rankings?" + query)).QuerySelector("#weights")!;
        section.QuerySelector("[role=alert]")!.Said().ShouldContain("建设基础");
        section.QuerySelectorAll("table").ShouldBeEmpty();
    }

    [Fact]
    public async Task Weights_that_are_all_zero_are_refused_in_words()
    {
        var section = (await dashboard.Chinese.Page("/rankings?w-f=0&w-d=0&w-o=0")).QuerySelector("#weights")!;
        section.QuerySelector("[role=alert]")!.Said().Length.ShouldBeGreaterThan(5);
        section.QuerySelectorAll("table").ShouldBeEmpty();
    }

    [Fact]
    public async Task Tests_and_tendencies_of_the_gaps_are_the_warehouses()
    {
        using var snapshot = SampleWarehouse.Shared.Lease();
        var agreement = Agreements.Ask(snapshot, "2026")!;
        var page = await dashboard.Chinese.Page("/gaps?round=2026");

        var tests = page.QuerySelectorAll("h2").Single(h => h.Said() == "各指标差异").Closest("section")!
            .QuerySelectorAll("tbody tr").ToDictionary(r => r.QuerySelector("a")!.GetAttribute("href")!.Split('/', '?')[2], r => r.Children[4].Said());
        foreach (var indicator in agreement.Indicators)
            tests[indicator.Indicator].ShouldBe(Format.P(indicator.Q));

        var tables = page.QuerySelectorAll("h2").Single(h => h.Said() == "差异来自哪里").Closest("section")!.QuerySelectorAll("table").ToList();
        var first = agreement.Districts.MaxBy(d => d.Effect)!;
        (tables[0].Rows()[0][0], tables[0].Rows()[0][1]).ShouldBe((first.NameZh, Format.SignedRate(first.Effect)));
        tables[1].Rows()[0][4].ShouldBe(Format.SignedRate(agreement.Largest[0].ResidualRate));
        page.QuerySelectorAll("h2").Single(h => h.Said() == "历轮一致性").Closest("section")!.Rows().Count.ShouldBe(agreement.History.Count);
    }

    [Fact]
    public async Task A_trend_over_too_few_rounds_is_described_but_not_tested()
    {
        using var snapshot = SampleWarehouse.Shared.Lease();
        var (summary, _) = TrendSummaries.Of(Trends.Ask(snapshot).Rows);
        summary.Tested.ShouldBeFalse();
        var said = (await dashboard.Chinese.Page("/trends")).QuerySelector("main")!.Said();

        said.ShouldContain(Format.SignedRate(summary.Slope) + " 个百分点（泰尔–森斜率）");
        said.ShouldContain($"曼–肯德尔 S = {summary.S}");
        said.ShouldContain("各区整体变化");
    }

    [Fact]
    public async Task An_indicator_says_how_well_it_measures()
    {
        using var snapshot = SampleWarehouse.Shared.Lease();
        var summary = IndicatorSummaries.Ask(snapshot, "2026").Rows.Single(r => r.Indicator == "F4");
        var panel = Panels.Ask(snapshot, "2026").Rows.Single(r => r.Indicator == "F4");
        var page = await dashboard.Chinese.Page("/indicators/F4?round=2026");

        var rows = page.QuerySelectorAll("h2").Single(h => h.Said() == "指标质量").Closest("section")!.Rows();

        rows.Single(r => r[0].StartsWith("与其余总分", StringComparison.Ordinal))[1].ShouldBe(Format.Ratio(summary.ItemTotal));
        rows.Single(r => r[0].StartsWith("克里彭多夫", StringComparison.Ordinal))[1].ShouldBe(Format.Ratio(panel.KrippendorffAlpha));
        // Not every expert scored every district.
        panel.IccA1.ShouldBeNull();
        rows.Single(r => r[0].Contains("ICC(A,1)", StringComparison.Ordinal))[1].ShouldContain("不能计算组内相关系数");
    }
}
