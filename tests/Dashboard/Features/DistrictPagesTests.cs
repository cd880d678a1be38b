using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Tests.Hosting;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Tests.Features;

public sealed class DistrictPagesTests(SampleDashboard dashboard)
{
    [Fact]
    public async Task The_figures_at_the_top_are_the_profiles()
    {
        using var snapshot = SampleWarehouse.Shared.Lease();
        var profile = DistrictProfiles.Ask(snapshot, "110112", "2026")!;
        var values = (await dashboard.Chinese.Page("/districts/110112")).QuerySelectorAll("dl.figures .value").Select(v => v.Said()).ToList();

        values.ShouldBe([Format.Points(profile.Ranking.Points), "4 / 16", "−1.00", "+6.40", "2.90 分"]);
    }

    [Fact]
    public async Task Nobody_is_told_to_learn_from_itself()
    {
        using var snapshot = SampleWarehouse.Shared.Lease();
        foreach (var district in snapshot.Catalog.Districts)
        {
            var page = await dashboard.Chinese.Page($"/districts/{district.Code}");
            page.QuerySelectorAll("table.spine .learn a").Select(a => a.GetAttribute("href")!).Where(h => h.Contains(district.Code, StringComparison.Ordinal)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Peers_can_be_the_zone()
    {
        var page = await dashboard.Chinese.Page("/districts/110101?peers=zone");

        page.QuerySelectorAll("section .note")[0].Said().ShouldContain("同功能区（2 个区）");
        page.QuerySelectorAll("table.spine .learn a").Select(a => a.Said()).ShouldAllBe(name => name == "西城区");
    }

    [Fact]
    public async Task A_round_without_the_district_says_so_and_leads_to_the_others()
    {
        var page = await dashboard.Chinese.Page("/districts/110109?round=2023");

        page.QuerySelector("main .lead")!.Said().ShouldBe("门头沟区没有参加本轮评估。");
        page.QuerySelectorAll("main section a").Length.ShouldBe(3);
    }

    [Fact]
    public async Task What_if_adds_the_points_and_finds_the_rank()
    {
        using var snapshot = SampleWarehouse.Shared.Lease();
        var own = IndicatorResults.Ask(snapshot, "2026", "110112", "O3").Rows[0];
        var page = await dashboard.Chinese.Page("/districts/110112?if-O3=6");
        var total = 87.10m + (6 - own.ExpertPoints!.Value);
        var rank = 1 + Rankings.Ask(snapshot, "2026").Rows.Count(r => r.District != "110112" && r.Points > total);

        page.QuerySelector("#what-if [role=status]")!.Said()
            .ShouldMatch($"^总分 {total}（\\+{total - 87.10m}），名次 {rank} / 16（实际第 4 名）。名次区间 [0-9]+(–[0-9]+)?（实际 4–7）。$");
    }

    [Theory]
    [InlineData("9")]
    [InlineData("-1")]
    [InlineData("many")]
    public async Task What_if_refuses_what_cannot_be_a_score_and_keeps_the_real_one(string points)
    {
        var section = (await dashboard.Chinese.Page("/districts/110112?if-O3=" + points)).QuerySelector("#what-if")!;

        section.QuerySelector("[role=status]")!.Said().ShouldStartWith("总分 87.10（0.00），名次 4 / 16");
        section.Said().ShouldContain($"“{points}”不是 0 到 6 之间的数");
    }

    [Fact]
    public async Task The_form_of_what_if_holds_the_real_scores()
    {
        using var snapshot = SampleWarehouse.Shared.Lease();
        var scores = IndicatorResults.Ask(snapshot, "2026", "110112").Rows.ToDictionary(r => "if-" + r.Indicator, r => Format.Points(r.ExpertPoints));
        var inputs = (await dashboard.Chinese.Page("/districts/110112")).QuerySelectorAll("#what-if input[type=number]");

        inputs.ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value")!).ShouldBe(scores, ignoreOrder: true);
    }

    [Fact]
    public async Task The_list_holds_every_district_of_the_catalog_evaluated_or_not()
    {
        var page = await dashboard.Chinese.Page("/districts?round=2023");

        page.QuerySelectorAll("main tbody th a").Length.ShouldBe(16);
        page.QuerySelectorAll("main tbody td").Count(c => c.Said() == "本轮未参评").ShouldBe(4);
    }
}
