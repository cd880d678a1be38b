using LearningCity.Dashboard.Features.Districts;
using LearningCity.Dashboard.Features.Gaps;
using LearningCity.Dashboard.Features.Indicators;
using LearningCity.Dashboard.Features.Overview;
using LearningCity.Dashboard.Features.Rankings;
using LearningCity.Dashboard.Features.Trends;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Tests.Features;

public sealed class SentenceTests
{
    private static readonly Text Zh = Text.Chinese;
    private static readonly Text En = Text.English;

    [Fact]
    public void A_ranking_names_the_leader_and_the_distance_to_the_next()
    {
        RankingRow[] rows = [Rows.Ranking("甲", 1, 90), Rows.Ranking("乙", 2, 87.5m)];

        RankingsSentence.Of(rows, Zh).ShouldBe("甲区以 90.00 分居首，领先下一名 2.50 分。");
        RankingsSentence.Of(rows, En).ShouldBe("甲 leads with 90.00 points, 2.50 ahead of the next.");
    }

    [Fact]
    public void Leaders_with_equal_points_share_the_sentence() => RankingsSentence
        .Of([Rows.Ranking("甲", 1, 90, tied: true), Rows.Ranking("乙", 1, 90, tied: true), Rows.Ranking("丙", 3, 80)], Zh)
        .ShouldBe("甲区和乙区同以 90.00 分并列第一。");

    [Fact]
    public void Overlapping_intervals_are_a_warning_when_they_are_at_least_half_of_the_neighbours()
    {
        RankingRow[] apart = [Rows.Ranking("甲", 1, 90, 1, 1), Rows.Ranking("乙", 2, 80, 2, 2), Rows.Ranking("丙", 3, 70, 3, 4), Rows.Ranking("丁", 4, 60, 3, 4)];
        RankingRow[] close = [Rows.Ranking("甲", 1, 90, 1, 1), Rows.Ranking("乙", 2, 80, 2, 3), Rows.Ranking("丙", 3, 79, 2, 3)];

        RankingsSentence.Of(apart, Zh).ShouldNotContain("重叠");
        RankingsSentence.Of(close, Zh).ShouldContain("2 对相邻名次中有 1 对区间重叠");
        RankingsSentence.Of([.. close.Select(r => r with { RankLow = null })], Zh).ShouldNotContain("重叠");
    }

    [Fact]
    public void A_ranking_without_anyone_complete_says_so_and_one_incomplete_district_is_singular()
    {
        RankingsSentence.Of([Rows.Ranking("甲", null, 10)], En).ShouldBe("No district has a complete set of scores in this round, so there is no ranking yet.");
        RankingsSentence.Of([Rows.Ranking("甲", 1, 90), Rows.Ranking("乙", null, 10)], En).ShouldEndWith("1 district has missing scores and is not ranked.");
        RankingsSentence.Of([Rows.Ranking("甲", 1, 90), Rows.Ranking("乙", null, 1), Rows.Ranking("丙", null, 1)], En).ShouldEndWith("2 districts have missing scores and are not ranked.");
    }

    [Fact]
    public void Gaps_name_who_differs_most_and_least_by_size_not_by_sign() => GapsSentence
        .Of([Rows.Gap("甲", 6), Rows.Gap("乙", 1), Rows.Gap("丙", -0.5m), Rows.Gap("丁", null)], Zh)
        .ShouldBe("3 个区的自评平均比专家评分高 2.17 分。甲区高出最多（+6.00 分），丙区最接近（−0.50 分）。1 个区的自评低于专家评分。");

    [Fact]
    public void Gaps_below_zero_on_average_are_said_as_lower_without_a_sign() =>
        GapsSentence.Of([Rows.Gap("甲", -2)], En).ShouldBe("On average the 1 districts scored themselves 2.00 points below the experts. 1 district scored itself below the experts.");

    [Fact]
    public void Weak_indicators_are_named_with_their_share_and_the_lowest_rate_if_it_is_another()
    {
        IndicatorSummaryRow[] rows = [Rows.Summary("A", 1, 0.2m, 0.8m), Rows.Summary("B", 2, 0.4m, 0.6m), Rows.Summary("C", 1.5m, 0.3m, 0.7m), Rows.Summary("D", 0.5m, 0.1m, 0.5m)];

        IndicatorsSentence.Of(WeakIndicators.Of(rows), Zh).ShouldBe("失分最多的是B称、C称和A称，3 项合计占全市失分的 90.0%。得分率最低的是D称，平均 50.0%。");
        IndicatorsSentence.Of(WeakIndicators.Of(rows[..3]), Zh).ShouldNotContain("最低");
        IndicatorsSentence.Of([], Zh).ShouldBe("本轮还没有专家评分。");
    }

    [Fact]
    public void An_indicator_with_many_at_the_maximum_is_said_to_tell_little()
    {
        IndicatorResultRow[] rows = [Rows.Result("甲", "A", 5), Rows.Result("乙", "A", 5), Rows.Result("丙", "A", 5), Rows.Result("丁", "A", 4)];

        IndicatorSentence.Of(Rows.Summary("A", 0.25m, 0.02m, 0.95m, 0.75m), rows, Zh)
            .ShouldBe("平均得分率 95.0%，占全市失分的 2.0%。甲区等 3 个区最高（100.0%），丁区最低（80.0%）。4 个区中有 3 个得满分，区分度有限。");
        IndicatorSentence.Of(Rows.Summary("A", 0.25m, 0.02m, 0.95m, 0.149m), rows, Zh).ShouldNotContain("区分度");
        IndicatorSentence.Of(null, [], Zh).ShouldBe("本轮还没有该指标的专家评分。");
    }

    [Fact]
    public void A_round_is_compared_in_points_only_within_its_framework()
    {
        RankingRow[] districts = [Rows.Ranking("甲", 1, 90), Rows.Ranking("乙", 2, 80)];

        OverviewSentence.Of(Rows.Round("2026", 85), Rows.Round("2025", 84), districts, [Rows.Summary("A", 2)], Zh)
            .ShouldBe("4 个区平均 85.00 分，比2025轮提高 1.00 分。甲区居首，与末位乙区相差 10.00 分。失分最多的指标是A称，平均失 2.00 分。");
        OverviewSentence.Of(Rows.Round("2026", 85), Rows.Round("2025", 86), [], [], En).ShouldBe("4 districts average 85.00 points, 1.00 fewer than in the round 2025.");
        OverviewSentence.Of(Rows.Round("2026", 85), Rows.Round("2025", 84, framework: "L"), [], [], Zh).ShouldBe("4 个区平均 85.00 分。");
        OverviewSentence.Of(Rows.Round("2026", null, complete: 0), null, [], [], Zh).ShouldBe("4 个区已有评分，但还没有评分完整的区。");
    }

    [Fact]
    public void A_round_names_all_who_share_the_first_place_or_the_last()
    {
        string Said(params RankingRow[] districts) => OverviewSentence.Of(Rows.Round("2026", 85), null, districts, [], Zh);

        Said(Rows.Ranking("甲", 1, 90, tied: true), Rows.Ranking("乙", 1, 90, tied: true), Rows.Ranking("丙", 3, 80))
            .ShouldBe("4 个区平均 85.00 分。甲区和乙区并列居首，与末位丙区相差 10.00 分。");
        Said(Rows.Ranking("甲", 1, 90), Rows.Ranking("乙", 2, 80, tied: true), Rows.Ranking("丙", 2, 80, tied: true), Rows.Ranking("丁", 2, 80, tied: true))
            .ShouldBe("4 个区平均 85.00 分。甲区居首，与末位乙区等 3 个区相差 10.00 分。");
        Said(Rows.Ranking("甲", 1, 90, tied: true), Rows.Ranking("乙", 1, 90, tied: true)).ShouldBe("4 个区平均 85.00 分。2 个区总分相同，均为 90.00 分。");
        OverviewSentence.Of(Rows.Round("2026", 85, complete: 1), null, [Rows.Ranking("甲", 1, 85)], [], En).ShouldStartWith("Only one district has complete scores");
    }

    [Fact]
    public void A_course_is_said_from_first_to_last_with_a_warning_when_the_districts_differ()
    {
        DistrictCourse[] courses = [Course(0.02m), Course(-0.01m), Course(null)];

        TrendsSentence.Of([Rows.Trend("2025", 0.8m, 3), Rows.Trend("2026", 0.825m, 4)], null, courses, Zh)
            .ShouldBe("全市得分率由2025轮的 80.0% 升至2026轮的 82.5%，提高 2.5 个百分点。最近一轮有 2 个区可与自己上一次相比：1 个上升，1 个下降。各轮平均所含区数依次为 3、4，宜看同一区的变化。");
        TrendsSentence.Of([], [Rows.Trend("2025", 0.8m, 1), Rows.Trend("2026", 0.7m, 1)], courses, Zh).ShouldBe("全市得分率由2025轮的 80.0% 降至2026轮的 70.0%，下降 10.0 个百分点。");
    }

    [Fact]
    public void Across_a_break_no_rise_or_fall_is_claimed()
    {
        var said = TrendsSentence.Of([Rows.Trend("2025", 0.8m), Rows.Trend("2027", 0.9m, comparable: false)], null, [], En);

        said.ShouldContain("do not compare directly");
        said.ShouldNotContain("gain");
    }

    [Fact]
    public void Rounds_without_a_rate_are_passed_over()
    {
        TrendsSentence.Of([Rows.Trend("2025", null), Rows.Trend("2026", 0.9m)], null, [], Zh).ShouldBe("全市只有2026轮的数据，得分率为 90.0%。");
        TrendsSentence.Of([], null, [], Zh).ShouldBe("没有可显示的历轮数据。");
    }

    [Fact]
    public void A_district_reads_where_it_loses_and_how_far_the_next_rank_is()
    {
        var lost = new[] { 4m, 3m, 5m, 2m }.Select((points, i) => Rows.Profile(Rows.Result("甲", "I" + i, points))).ToArray();
        var second = Rows.Profile(Rows.Ranking("甲", 2, 88), new NextRank(1, 2.5m, ["乙"]), lost);

        DistrictSentence.Of(second, ["乙区"], Zh).ShouldBe("失分集中在I3称、I1称和I0称，3 项共失 6.00 分。距第 1 名乙区 2.50 分。");
        DistrictSentence.Of(Rows.Profile(Rows.Ranking("甲", 1, 99), null, Rows.Profile(Rows.Result("甲", "A", 4))), [], Zh).ShouldBe("失分集中在A称，共失 1.00 分。本轮居首。");
        DistrictSentence.Of(Rows.Profile(Rows.Ranking("甲", 1, 100, tied: true), null), [], Zh).ShouldBe("本轮并列第一。");
        DistrictSentence.Of(Rows.Profile(Rows.Ranking("甲", null, 50), null), [], Zh).ShouldBe("专家评分只有 3/4 项，暂不排名。");
        DistrictSentence.Of(Rows.Profile(Rows.Ranking("甲", 1, 100) with { Ranked = 1 }, null), [], Zh).ShouldBe("本轮只有本区评分完整，没有名次可比。");
        DistrictSentence.Of(Rows.Profile(Rows.Ranking("甲", 1, 100) with { Ranked = 1 }, null), [], En).ShouldNotContain("leads");
    }

    private static DistrictCourse Course(decimal? change) => new(new("d", "区", "d", "d", "Z", "一区", "Zone", null), [], change, true);
}
