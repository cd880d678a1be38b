using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Tests.Marts;

/// <summary>Published examples, asked of a snapshot.</summary>
public sealed class StatisticsMartTests(PublishedExamples examples) : IClassFixture<PublishedExamples>
{
    private const double Digits = 0.00005;

    private readonly SnapshotReader s = examples.Published;

    [Fact]
    public void The_panel_of_Shrout_and_Fleiss_has_their_intraclass_correlations()
    {
        var answer = Panels.Ask(s, "s");
        foreach (var row in new[] { answer.Rows.Single(), answer.Overall! })
        {
            (row.Districts, row.Experts, row.Cells, row.Crossed).ShouldBe((6, 4, 24, true));
            row.IccA1!.Value.ShouldBe(0.2898, Digits);
            row.IccA1Low!.Value.ShouldBe(0.0188, Digits);
            row.IccA1High!.Value.ShouldBe(0.7611, Digits);
            row.IccAk!.Value.ShouldBe(0.6201, Digits);
            // SD within targets, √(112.75/18), of rates out of 10.
            row.WithinSd!.Value.ShouldBe(Math.Sqrt(112.75 / 18) / 10, 1e-9);
        }
        answer.Withheld.ShouldBeEmpty();
    }

    [Fact]
    public void Their_judges_severities_leave_the_ranking_as_it_is()
    {
        var answer = Panels.Ask(s, "s");
        answer.Severity.Select(e => Math.Round(e.Severity!.Value, 5)).ShouldBe([0.23750, -0.27917, -0.09583, 0.13750]);
        answer.Adjusted.OrderBy(a => a.District).Select(a => a.Rank).ShouldBe([3, 6, 2, 5, 1, 4]);
        answer.Adjusted.ShouldAllBe(a => a.PlacesMoved == 0 && Math.Abs((double)a.Points!.Value - a.AdjustedPoints!.Value) < 1e-9);
    }

    [Fact]
    public void Without_each_judge_in_turn_their_targets_have_the_known_ranges_of_ranks()
    {
        var rows = RankCertainties.Ask(s, "s").Rows.OrderBy(r => r.District).ToList();
        rows.Select(r => (r.WithoutExpertBest, r.WithoutExpertWorst)).ShouldBe([(2, 3), (5, 6), (2, 2), (5, 5), (1, 1), (4, 4)]);
        rows.ShouldAllBe(r => r.WithoutIndicatorBest == null);
        RankCertainties.Ask(s, "s").Withheld.ShouldContain(w => w.Statistic == "withoutIndicatorBest" && w.Reason == "tooFew");
    }

    [Fact]
    public void The_attitude_survey_has_the_alpha_and_item_correlations_of_R()
    {
        var scale = ScaleQualities.Ask(s, "a").Rows;
        scale.Select(r => r.Dimension).ShouldBe(["total", "X"]);
        scale[0].CronbachAlpha!.Value.ShouldBe(0.8431, Digits);
        scale[0].CronbachAlphaLow!.Value.ShouldBe(0.7394, Digits);
        scale[0].CronbachAlphaHigh!.Value.ShouldBe(0.9158, Digits);
        var items = IndicatorSummaries.Ask(s, "a").Rows;
        items.Select(i => Math.Round(i.ItemTotal!.Value, 4)).ShouldBe([0.6713, 0.7421, 0.5607, 0.7144, 0.7863, 0.2650, 0.4608]);
        items.Select(i => Math.Round(i.VarianceShare!.Value, 4)).ShouldBe([0.1642, 0.1929, 0.1477, 0.1640, 0.1531, 0.0721, 0.1061]);
        items.Sum(i => i.VarianceShare)!.Value.ShouldBe(1, 1e-9);
        items.ShouldAllBe(i => i.ItemTotalLow < i.ItemTotal && i.ItemTotal < i.ItemTotalHigh && i.CeilingFlagged == false && i.Quadrant != null);
    }

    [Fact]
    public void The_two_flow_meters_agree_as_Bland_and_Altman_and_Lin_say()
    {
        var total = Agreements.Ask(s, "p").Summary;
        double?[] found = [total.Bias, total.Sd, total.BiasLow, total.BiasHigh, total.LimitLow, total.LimitHigh];
        // Rates out of 1000; the published digits are of litres a minute.
        found.Select(f => Math.Round(f!.Value * 1000, 4)).ShouldBe([-2.1176, 38.7651, -22.0488, 17.8135, -78.0973, 73.8620]);
        (Math.Round(total.Ccc!.Value, 4), Math.Round(total.Pearson!.Value, 4), Math.Round(total.BiasCorrection!.Value, 4)).ShouldBe((0.9427, 0.9433, 0.9994));
        (total.N, total.Excluded).ShouldBe((17, 0));
    }

    [Fact]
    public void The_depression_scores_have_the_published_signed_rank_test()
    {
        var test = Agreements.Ask(s, "w").Indicators.Single();
        (test.N, test.NEffective, test.V, test.P, test.Q).ShouldBe((9, 9, 40, 0.0390625, 0.0390625));
        (test.HodgesLehmann!.Value * 5).ShouldBe(0.46, 1e-9);
        test.RankBiserial!.Value.ShouldBe(0.7778, Digits);
        test.MinimumP.ShouldBe(2.0 / 512);
    }

    [Fact]
    public void Sixteen_districts_rising_through_three_rounds_have_the_known_p()
    {
        var total = RoundChanges.Ask(s, "g3").Rows[0];
        (total.PreviousRound, total.N, total.PageRounds, total.PageN).ShouldBe(("g2", 16, 3, 16));
        total.PageRisingP!.Value.ShouldBe(3.54e-13, 0.005e-13);
        total.P.ShouldBe(2 * Math.Pow(2, -16));
        total.HodgesLehmann!.Value.ShouldBe(0.05, 1e-9);
        // All moved alike: the order and the spread are what they were.
        (total.Spearman, total.KendallTauB, total.MeanRankChange).ShouldBe((1, 1, 0));
        total.PitmanMorganT.ShouldBeNull();
    }

    [Fact]
    public void Rounds_of_unlinked_frameworks_are_not_compared_and_say_why()
    {
        var change = RoundChanges.Ask(s, "a");
        change.Rows.ShouldAllBe(r => r.P == null && r.N == 0);
        change.Withheld.ShouldContain(w => w.Statistic == "p" && w.Code == "total" && w.Reason == "frameworkBreak" && w.En.Length > 0 && w.Zh.Length > 0);
    }

    [Fact]
    public void The_first_round_has_nothing_before_it() =>
        RoundChanges.Ask(s, "s").Withheld.ShouldContain(w => w.Statistic == "p" && w.Code == "total" && w.Reason == "tooFew");

    [Fact]
    public void A_round_without_self_scores_or_experts_says_so_for_every_figure()
    {
        var agreement = Agreements.Ask(s, "a");
        agreement.Summary.Bias.ShouldBeNull();
        agreement.Withheld.ShouldContain(w => w.Statistic == "bias" && w.Code == "total" && w.Reason == "noData");
        agreement.Largest.ShouldBeEmpty();
        var panel = Panels.Ask(s, "a");
        panel.Severity.ShouldBeEmpty();
        panel.Withheld.ShouldContain(w => w.Statistic == "severity" && w.Reason == "noData");
        panel.Withheld.ShouldContain(w => w.Statistic == "iccA1" && w.Code == "A1");
    }

    [Fact]
    public void No_mart_of_statistics_holds_a_number_that_is_none()
    {
        var columns = s.Query<string>("""
            select concat('select count(*) from ', table_name, ' where not isfinite(', column_name, ')')
            from duckdb_columns() where data_type = 'DOUBLE' and table_name like 'rpt%' and database_name = current_database()
            """);
        columns.Count.ShouldBeGreaterThan(50);
        columns.ShouldAllBe(sql => s.Query<long>(sql)[0] == 0);
    }

    [Fact]
    public void Every_null_of_a_statistic_has_its_reason_and_every_reason_its_null()
    {
        foreach (var (mart, code, columns) in new[]
        {
            ("rpt_agreement", "dimension", "bias bias_low bias_high sd limit_low limit_low_low limit_high_high ccc pearson pearson_low bias_correction"),
            ("rpt_agreement_indicator", "indicator", "v p q hodges_lehmann rank_biserial effect"),
            ("rpt_panel_reliability", "code", "icc_a1 icc_a1_low icc_ak icc_ak_high krippendorff_alpha within_sd"),
            ("rpt_indicator_quality", "indicator", "variance_share item_total item_total_low gini"),
            ("rpt_scale_quality", "dimension", "cronbach_alpha cronbach_alpha_low gini"),
            ("rpt_round_change", "code", "v p q hodges_lehmann sd_before pitman_morgan_t pitman_morgan_p beta page_l page_p"),
        })
            foreach (var column in columns.Split(' '))
            {
                var unequal = s.Query<string>($"""
                    (select concat(round, ' ', {code}) from {mart} where {column} is null
                     except select concat(round, ' ', code) from rpt_withheld where mart = '{mart}' and statistic = '{column}')
                    union all
                    (select concat(round, ' ', code) from rpt_withheld where mart = '{mart}' and statistic = '{column}'
                     except select concat(round, ' ', {code}) from {mart} where {column} is null)
                    """);
                unequal.ShouldBeEmpty($"{mart}.{column}");
            }
    }
}
