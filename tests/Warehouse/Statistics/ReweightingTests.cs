using CsCheck;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class ReweightingTests
{
    private static readonly ScoreTable Table = new(
        [new("F1", "F", 30), new("F2", "F", 10), new("O1", "O", 60)],
        [new("A", [30m, 10m, 30m]), new("B", [15m, 5m, 60m]), new("C", [30m, 0m, null])]);

    [Fact]
    public void A_dimension_counts_as_asked_and_its_indicators_keep_their_proportions()
    {
        var result = Of(("F", 3), ("O", 1));

        result[0].ShouldBe(new ReweightedPlace(0.875m, new Place(2, 1), new Place(1, 1)));
        result[1].ShouldBe(new ReweightedPlace(0.625m, new Place(1, 1), new Place(2, 1)));
        result[0].Moves.ShouldBe(1);
    }

    [Fact]
    public void An_incomplete_district_is_not_ranked_under_other_weights_either() =>
        Reweighting.Of(Table, new Dictionary<string, decimal> { ["F"] = 1, ["O"] = 0 }).Required.Districts[2].Place.Withheld!.Reason.ShouldBe(WithheldReason.Incomplete);

    [Fact]
    public void The_official_weights_in_any_unit_give_the_official_ranking() =>
        Gen.Select(Gen.Int[0, 500], Gen.Int[1, 50]).Sample((seed, unit) =>
        {
            var table = Tables.Random(12, 0, seed);
            var weights = table.Indicators.GroupBy(i => i.Dimension).ToDictionary(d => d.Key, d => d.Sum(i => i.MaxPoints) * unit);

            Reweighting.Of(table, weights).Required.Districts.ShouldAllBe(d => d.Place.Required.Moves == 0);
        }, iter: 50);

    [Theory]
    [InlineData("F=1")]
    [InlineData("F=1,O=1,X=1")]
    [InlineData("F=-1,O=2")]
    [InlineData("F=0,O=0")]
    public void Weights_that_are_not_possible_are_refused_with_a_reason(string weights)
    {
        var withheld = Reweighting.Of(Table, weights.Split(',').Select(w => w.Split('=')).ToDictionary(w => w[0], w => decimal.Parse(w[1], System.Globalization.CultureInfo.InvariantCulture))).Withheld!;

        withheld.Reason.ShouldBe(WithheldReason.InvalidChoice);
        withheld.Zh.ShouldNotBeEmpty();
    }

    private static List<ReweightedPlace> Of(params (string Dimension, decimal Weight)[] weights) =>
        [.. Reweighting.Of(Table, weights.ToDictionary(w => w.Dimension, w => w.Weight)).Required.Districts.Take(2).Select(d => d.Place.Required)];

    [Fact]
    public void The_rate_is_the_weighted_mean_of_the_rates_of_the_dimensions_in_any_order() =>
        Gen.Select(Gen.Int[0, 500], Gen.Int[0, 9].Array[3]).Where(g => g.Item2.Sum() > 0).Sample((seed, w) =>
        {
            var table = Tables.Random(6, 0, seed);
            var weights = new Dictionary<string, decimal> { ["F"] = w[0], ["D"] = w[1], ["O"] = w[2] };
            var result = Reweighting.Of(table, weights).Required.Districts;
            var backwards = Reweighting.Of(table with { Districts = [.. table.Districts.Reverse()] }, weights).Required.Districts;

            backwards.Reverse().ShouldBe(result);
            foreach (var (district, answer) in table.Districts.Zip(result))
            {
                var expected = weights.Sum(d => d.Value * Rate(district, d.Key)) / w.Sum();
                answer.Place.Required.Rate.ShouldBe(expected, 1e-9m);
            }

            decimal Rate(DistrictScores district, string dimension)
            {
                var columns = Enumerable.Range(0, table.Indicators.Count).Where(j => table.Indicators[j].Dimension == dimension).ToList();
                return columns.Sum(j => district.Points[j]!.Value) / columns.Sum(j => table.Indicators[j].MaxPoints);
            }
        }, iter: 50);
}
