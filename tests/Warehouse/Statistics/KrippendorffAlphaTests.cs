using CsCheck;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class KrippendorffAlphaTests
{
    [Fact]
    public void Twelve_units_and_four_observers_of_Krippendorff_2011()
    {
        double?[][] observers =
        [
            [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
            [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
            [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
            [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
        ];

        var alpha = KrippendorffAlpha.Interval(Transpose(observers)).Required;

        alpha.Value.ShouldBe(0.849, 0.0005);
        (alpha.N, alpha.Excluded).ShouldBe((11, 1));
    }

    [Fact]
    public void Too_few_pairable_units_or_equal_scores_withhold_it()
    {
        KrippendorffAlpha.Interval([]).Withheld!.Reason.ShouldBe(WithheldReason.NoData);
        KrippendorffAlpha.Interval([[1, 2], [2, 2], [3, null]]).Withheld!.Reason.ShouldBe(WithheldReason.TooFew);
        KrippendorffAlpha.Interval([[5, 5], [5, 5], [5, 5]]).Withheld!.Reason.ShouldBe(WithheldReason.NoVariance);
        KrippendorffAlpha.Interval([[1, 1], [2, 2], [3, 3]]).Required.Value.ShouldBe(1, 1e-12);
    }

    [Fact]
    public void It_follows_its_definition_over_all_pairs() =>
        Gen.Int[0, 6].Select(i => i == 0 ? (double?)null : i).Array[0, 5].Array[3, 8].Sample(units =>
        {
            var pairable = units.Select(u => u.Where(v => v.HasValue).Select(v => v!.Value).ToArray()).Where(u => u.Length >= 2).ToArray();
            var all = pairable.SelectMany(u => u).ToArray();
            var statistic = KrippendorffAlpha.Interval(units);
            if (pairable.Length < 3 || all.Distinct().Count() == 1)
            {
                statistic.IsGiven.ShouldBeFalse();
                return;
            }

            var observed = pairable.Sum(u => Pairs(u) / (u.Length - 1)) / all.Length;
            var expected = Pairs(all) / (all.Length * (all.Length - 1.0));
            statistic.Required.Value.ShouldBe(1 - observed / expected, 1e-9);

            KrippendorffAlpha.Interval([.. units.Reverse().Select(u => u.Reverse().Select(v => v * 0.1 + 3).ToArray())])
                .Required.Value.ShouldBe(statistic.Value!.Value, 1e-9);
        });

    private static double Pairs(double[] values) => values.Sum(a => values.Sum(b => (a - b) * (a - b)));

    private static double?[][] Transpose(double?[][] table) =>
        [.. Enumerable.Range(0, table[0].Length).Select(j => table.Select(row => row[j]).ToArray())];
}
