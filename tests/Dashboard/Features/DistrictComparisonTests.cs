using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Tests.Hosting;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Tests.Features;

public sealed class DistrictComparisonTests(SampleDashboard dashboard, DataDashboard data)
{
    [Fact]
    public async Task Every_rate_beside_another_districts_is_the_questions_and_so_is_the_difference()
    {
        using var snapshot = SampleWarehouse.Shared.Lease();
        decimal?[] Rates(string district) => [.. IndicatorResults.Ask(snapshot, "2026", district).Rows.Select(r => r.ExpertRate)];
        var (own, other, third) = (Rates("110112"), Rates("110101"), Rates("110105"));
        var rows = (await dashboard.Chinese.Page("/districts/110112?with=110105&with=110101")).QuerySelector("#compare table")!.Rows().Skip(1).ToList();

        rows.Count.ShouldBe(22);
        for (var i = 0; i < rows.Count; i++)
        {
            rows[i].Skip(2).ShouldBe(
            [
                Format.Rate(own[i]), Format.Rate(other[i]), Format.SignedRate(own[i] - other[i]), Format.Rate(third[i]), Format.SignedRate(own[i] - third[i]),
            ]);
        }
    }

    [Fact]
    public async Task A_comparison_says_the_difference_of_the_totals_and_has_a_mark_for_every_rate()
    {
        using var snapshot = SampleWarehouse.Shared.Lease();
        var totals = Rankings.Ask(snapshot, "2026").Rows.ToDictionary(r => r.District, r => r.Points!.Value);
        var section = (await dashboard.Chinese.Page("/districts/110112?with=110105")).QuerySelector("#compare")!;

        section.QuerySelector("ul.list li")!.Said().ShouldStartWith($"总分比朝阳区低 {totals["110105"] - totals["110112"]:0.00} 分。");
        section.QuerySelector(".fig-wide")!.QuerySelectorAll("a.fig-mark").Length.ShouldBe(44);
        section.QuerySelectorAll(".fig-links a").Select(a => a.GetAttribute("href")!).ShouldAllBe(h => h.Contains("with=110105", StringComparison.Ordinal));
        section.QuerySelectorAll("input[type=checkbox]").Length.ShouldBe(15);
        section.QuerySelectorAll("input[checked]").Single().GetAttribute("value").ShouldBe("110105");
    }

    [Fact]
    public async Task More_than_three_are_left_out_and_the_page_says_so_and_nobody_is_compared_with_itself()
    {
        var section = (await dashboard.Chinese.Page("/districts/110112?with=110112&with=110105&with=110101&with=110106&with=110107")).QuerySelector("#compare")!;

        section.QuerySelectorAll("ul.list li").Length.ShouldBe(3);
        section.Said().ShouldContain("最多对比 3 个区");
        (await dashboard.Chinese.Page("/districts/110112?with=110112")).QuerySelector("#compare figure").ShouldBeNull();
    }

    [Fact]
    public async Task One_that_was_not_evaluated_in_the_round_is_named_and_not_drawn()
    {
        var section = (await dashboard.Chinese.Page("/districts/110112?round=2023&with=110109")).QuerySelector("#compare")!;

        section.Said().ShouldContain("门头沟区没有参加本轮评估。");
        section.QuerySelector("figure").ShouldBeNull();
    }

    [Fact]
    public async Task The_nearest_peers_stand_with_their_distance_and_whom_to_learn_from_is_the_questions_answer()
    {
        using var snapshot = SampleWarehouse.Shared.Lease();
        var peers = PeerComparisons.Ask(snapshot, "110112", "2026", PeerComparisons.Nearest)!;
        var page = await dashboard.Chinese.Page("/districts/110112?peers=nearest");
        var section = page.QuerySelector("#learn")!;

        section.QuerySelectorAll("p")[1].QuerySelectorAll("a").Select(a => a.Said()).ShouldBe(peers.Peers.Select(p => p.NameZh));
        section.Said().ShouldContain($"大兴区（{Format.Number((decimal)peers.Peers[0].Distance!.Value * 100, 1)}）");
        section.QuerySelectorAll("tbody tr").Select(r => r.Children[3].Said()).ShouldBe(peers.LearnFrom.Take(8).Select(l => Format.Points(l.PointsBehind)));
        page.QuerySelectorAll("section .note")[0].Said().ShouldContain("得分最接近（6 个区）");
    }

    [Fact]
    public async Task The_points_to_the_next_rank_can_be_gained_from_the_peers_on_as_many_indicators_as_the_page_says()
    {
        using var snapshot = SampleWarehouse.Shared.Lease();
        var behind = PeerComparisons.Ask(snapshot, "110112", "2026", PeerComparisons.Nearest)!.LearnFrom.Select(l => l.PointsBehind).ToList();
        var next = DistrictProfiles.Ask(snapshot, "110112", "2026")!.Next!;
        var needed = Enumerable.Range(1, behind.Count).First(n => behind.Take(n).Sum() > next.Points);

        (await dashboard.Chinese.Page("/districts/110112")).QuerySelector("#learn .note")!.Said()
            .ShouldBe($"以上前 {needed} 项若都达到同类区最好水平，就能多得至少 {next.Points:0.00} 分，超过现在的第 {next.Rank} 名。");
    }

    [Fact]
    public async Task The_notes_on_the_data_say_what_is_missing_and_what_was_sent_back_and_lead_there()
    {
        var quality = (await data.Client.Page("/districts/d1?round=r2")).QuerySelector("#quality")!;

        quality.Said().ShouldContain("退回 1 行，警告 0 行，提示 1 行");
        quality.Said().ShouldContain("“=1+1”不是数");
        var link = quality.QuerySelector("a")!.GetAttribute("href")!;
        (await data.Client.Page(link)).QuerySelectorAll("table.rejected tbody tr").Length.ShouldBe(2);
        (await dashboard.English.Page("/districts/110112", "en")).QuerySelector("#quality")!.Said().ShouldContain("Every indicator has an expert score.");
    }

    [Fact]
    public async Task Rejected_rows_of_a_district_without_any_are_an_answer_with_a_way_out()
    {
        var page = await data.Client.Page("/data/rejected?district=d2");

        page.QuerySelector("table.rejected").ShouldBeNull();
        page.QuerySelector("main form select[name=district] option[selected]")!.GetAttribute("value").ShouldBe("d2");
    }
}
