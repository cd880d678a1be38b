using CsCheck;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class IntraclassCorrelationTests
{
    [Fact]
    public void Six_targets_and_four_judges_of_Shrout_and_Fleiss_1979()
    {
        var icc = IntraclassCorrelation.Of(ShroutFleiss.Ratings).Required;

        icc.OneWay.OneRater.Required.Value.ShouldBe(0.1657, 0.00005);
        icc.Agreement.OneRater.Required.Value.ShouldBe(0.2898, 0.00005);
        icc.Agreement.OneRater.Required.Interval!.Low.ShouldBe(0.0188, 0.00005);
        icc.Agreement.OneRater.Required.Interval!.High.ShouldBe(0.7611, 0.00005);
        icc.Consistency.OneRater.Required.Value.ShouldBe(0.7148, 0.00005);
        icc.OneWay.MeanOfRaters.Required.Value.ShouldBe(0.4428, 0.00005);
        icc.Agreement.MeanOfRaters.Required.Value.ShouldBe(0.6201, 0.00005);
        icc.Consistency.MeanOfRaters.Required.Value.ShouldBe(0.9093, 0.00005);
        icc.TargetVariance.ShouldBe(2.5556, 0.00005);
        icc.RaterVariance.ShouldBe(5.2444, 0.00005);
        icc.ErrorVariance.ShouldBe(1.0194, 0.00005);
    }

    [Fact]
    public void The_other_intervals_are_those_that_the_psych_package_documents_for_this_table()
    {
        var icc = IntraclassCorrelation.Of(ShroutFleiss.Ratings).Required;

        Near(icc.OneWay.OneRater, -0.133, 0.72);
        Near(icc.Consistency.OneRater, 0.342, 0.95);
        Near(icc.OneWay.MeanOfRaters, -0.884, 0.91);
        Near(icc.Agreement.MeanOfRaters, 0.071, 0.93);
        Near(icc.Consistency.MeanOfRaters, 0.676, 0.99);

        static void Near(Statistic<Estimate> statistic, double low, double high)
        {
            statistic.Required.Interval!.Low.ShouldBe(low, 0.0006);
            statistic.Required.Interval!.High.ShouldBe(high, 0.006);
        }
    }

    [Fact]
    public void A_missing_cell_asks_for_Krippendorffs_alpha()
    {
        var withheld = IntraclassCorrelation.Of([[1, 2], [2, null], [3, 4]]).Withheld!;

        withheld.Reason.ShouldBe(WithheldReason.NotCrossed);
        withheld.En.ShouldContain("Krippendorff");
    }

    [Fact]
    public void Too_few_targets_or_raters_or_equal_scores_withhold_it()
    {
        IntraclassCorrelation.Of([]).Withheld!.Reason.ShouldBe(WithheldReason.NoData);
        IntraclassCorrelation.Of([[1, 2], [2, 3]]).Withheld!.Reason.ShouldBe(WithheldReason.TooFew);
        IntraclassCorrelation.Of([[1], [2], [3]]).Withheld!.Reason.ShouldBe(WithheldReason.TooFew);
        IntraclassCorrelation.Of([[0.9, 0.9], [0.9, 0.9], [0.9, 0.9]]).Withheld!.Reason.ShouldBe(WithheldReason.NoVariance);
    }

    [Fact]
    public void Perfect_agreement_is_one_without_an_interval()
    {
        var icc = IntraclassCorrelation.Of([[0.1, 0.1], [0.4, 0.4], [0.7, 0.7]]).Required;

        icc.Agreement.OneRater.Required.Value.ShouldBe(1, 1e-12);
        icc.Agreement.OneRater.Required.IntervalWithheld!.Reason.ShouldBe(WithheldReason.NoResidual);
    }

    [Fact]
    public void A_constant_severity_lowers_agreement_and_leaves_consistency_perfect()
    {
        var icc = IntraclassCorrelation.Of([[0.1, 0.3], [0.4, 0.6], [0.7, 0.9]]).Required;

        icc.Consistency.OneRater.Required.Value.ShouldBe(1, 1e-9);
        icc.Agreement.OneRater.Required.Value.ShouldBe(0.09 / (0.09 + 0.02), 1e-9);
    }

    [Fact]
    public void Districts_that_do_not_differ_while_experts_do_give_zero_or_less_and_never_a_number_that_is_none()
    {
        var icc = IntraclassCorrelation.Of([[1, 2], [1, 2], [1, 2]]).Required;

        foreach (var statistic in new[] { icc.OneWay.OneRater, icc.Agreement.OneRater, icc.Agreement.MeanOfRaters, icc.Consistency.MeanOfRaters })
        {
            (statistic.Withheld is not null || double.IsFinite(statistic.Value!.Value)).ShouldBeTrue();
        }
    }

    [Fact]
    public void The_order_of_targets_and_raters_a_shift_and_a_scale_change_nothing() =>
        Gen.Int[0, 20].Array2D[Gen.Int[3, 8], Gen.Int[2, 5]].Sample(table =>
        {
            double?[][] x = [.. Enumerable.Range(0, table.GetLength(0)).Select(i =>
                Enumerable.Range(0, table.GetLength(1)).Select(j => (double?)table[i, j]).ToArray())];
            double?[][] other = [.. x.Reverse().Select(row => row.Reverse().Select(v => v * 0.5 - 3).ToArray())];
            var (a, b) = (IntraclassCorrelation.Of(x), IntraclassCorrelation.Of(other));

            b.IsGiven.ShouldBe(a.IsGiven);
            if (a is { IsGiven: true, Value.Agreement.OneRater.IsGiven: true })
            {
                b.Required.Agreement.OneRater.Required.Value.ShouldBe(a.Value.Agreement.OneRater.Value!.Value, 1e-9);
                b.Required.ErrorVariance.ShouldBe(a.Value.ErrorVariance / 4, 1e-9);
                if (a.Value.Agreement.OneRater.Value.Interval is { } interval)
                {
                    interval.Low.ShouldBeLessThanOrEqualTo(a.Value.Agreement.OneRater.Value.Value + 1e-9);
                    interval.High.ShouldBeGreaterThanOrEqualTo(a.Value.Agreement.OneRater.Value.Value - 1e-9);
                }
            }
        });

    [Fact]
    public void Each_coefficient_is_its_ratio_of_variances() =>
        Gen.Int[0, 20].Array2D[Gen.Int[3, 8], Gen.Int[2, 5]].Sample(table =>
        {
            var (n, k) = (table.GetLength(0), table.GetLength(1));
            double?[][] x = [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, k).Select(j => (double?)table[i, j]).ToArray())];
            if (IntraclassCorrelation.Of(x) is not { IsGiven: true, Value: var icc })
                return;

            var rows = x.Select(row => row.Average()!.Value).ToArray();
            var columns = Enumerable.Range(0, k).Select(j => x.Average(row => row[j])!.Value).ToArray();
            var grand = rows.Average();
            var error = rows.Select((r, i) => columns.Select((c, j) => Math.Pow(table[i, j] - r - c + grand, 2)).Sum()).Sum() / ((n - 1) * (k - 1));
            var target = (k * rows.Sum(r => Math.Pow(r - grand, 2)) / (n - 1) - error) / k;
            var rater = (n * columns.Sum(c => Math.Pow(c - grand, 2)) / (k - 1) - error) / n;

            icc.TargetVariance.ShouldBe(target, 1e-9);
            icc.RaterVariance.ShouldBe(rater, 1e-9);
            icc.ErrorVariance.ShouldBe(error, 1e-9);
            Near(icc.Agreement.OneRater, target + rater + error);
            Near(icc.Agreement.MeanOfRaters, target + (rater + error) / k);
            Near(icc.Consistency.OneRater, target + error);
            Near(icc.Consistency.MeanOfRaters, target + error / k);

            void Near(Statistic<Estimate> coefficient, double all)
            {
                if (coefficient.IsGiven && Math.Abs(all) > 1e-6)
                    coefficient.Value.Value.ShouldBe(target / all, 1e-6 * (1 + Math.Abs(target / all)));
            }
        });
}
