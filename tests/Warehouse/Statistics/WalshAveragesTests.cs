using CsCheck;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class WalshAveragesTests
{
    [Fact]
    public void The_shift_is_the_median_of_all_averages_made_one_by_one() =>
        Gen.Decimal[-1, 1].Select(d => decimal.Round(d, 3)).Where(d => d != 0).Array[1, 40].Sample(differences =>
        {
            double[] d = [.. differences.Select(x => (double)x)];
            var averages = d.SelectMany((x, i) => d[i..].Select(y => (x + y) / 2)).Order().ToArray();
            var middle = averages.Length / 2;
            var median = averages.Length % 2 == 1 ? averages[middle] : averages[middle - 1] / 2 + averages[middle] / 2;

            WilcoxonSignedRank.Of([.. differences.Select(x => (decimal?)x)]).Required.HodgesLehmann.Value.ShouldBe(median);
        });

    [Theory]
    [InlineData(-3, 3, 0)]
    [InlineData(-1, -1, -1)]
    [InlineData(0.1, 0.2, 0.15)]
    public void Two_differences_have_their_mean_in_the_middle(double one, double other, double expected) =>
        WilcoxonSignedRank.Of([(decimal)one, (decimal)other]).Required.HodgesLehmann.Value.ShouldBe(expected, 1e-15);

    [Fact]
    public void Thousands_of_districts_are_no_matter_of_minutes() =>
        WilcoxonSignedRank.Of([.. Enumerable.Range(1, 5000).Select(i => (decimal?)(i / 1000m))]).Required.HodgesLehmann.Value.ShouldBe(2.5005, 1e-9);
}
