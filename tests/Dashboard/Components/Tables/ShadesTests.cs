using CsCheck;
using LearningCity.Dashboard.Components.Tables;
using LearningCity.Dashboard.Resources;

namespace LearningCity.Dashboard.Tests.Components.Tables;

public sealed class ShadesTests
{
    [Fact]
    public void Each_shade_gets_about_a_fifth_of_the_rates()
    {
        var rates = Enumerable.Range(1, 100).Select(i => i / 100m).ToList();
        var cuts = Shades.Cuts(rates);

        cuts.ShouldBe([0.21m, 0.41m, 0.61m, 0.81m]);
        rates.GroupBy(r => Shades.Of(r, cuts)).Select(g => g.Count()).ShouldAllBe(n => n == 20);
    }

    [Fact]
    public void Rates_that_are_all_alike_share_the_darkest_shade_and_a_legend_without_steps()
    {
        var cuts = Shades.Cuts([1, 1, 1]);

        cuts.ShouldBeEmpty();
        Shades.Of(1, cuts).ShouldBe("heat-5");
    }

    [Fact]
    public void A_higher_rate_never_has_a_lighter_shade() => Gen.Int[0, 1000].Select(i => i / 1000m).List[1, 60].Sample(rates =>
    {
        var cuts = Shades.Cuts(rates);
        var shades = rates.Order().Select(r => Shades.Of(r, cuts)).ToList();
        return shades.SequenceEqual(shades.Order(StringComparer.Ordinal)) && cuts.SequenceEqual(cuts.Order()) && cuts.Distinct().Count() == cuts.Count;
    });

    [Theory]
    [InlineData(0.029, "even")]
    [InlineData(-0.029, "even")]
    [InlineData(0.03, "plus-1")]
    [InlineData(-0.08, "minus-2")]
    [InlineData(0.15, "plus-3")]
    [InlineData(null, "heat-none")]
    public void A_difference_darkens_to_both_sides_of_zero(double? rate, string shade) => Shades.OfDifference((decimal?)rate).ShouldBe(shade);

    [Fact]
    public void Ranks_are_shaded_by_fifths()
    {
        Shades.OfRank(1, 16).ShouldBe("heat-5");
        Shades.OfRank(16, 16).ShouldBe("heat-1");
        Shades.OfRank(null, 16).ShouldBe("heat-none");
    }

    [Fact]
    public void The_legend_names_every_shade_that_a_value_can_have()
    {
        IReadOnlyList<decimal> cuts = [0.7m, 0.8m, 0.9m, 0.95m];
        var legend = ShadeWords.OfCuts(cuts, missing: true, Text.Chinese);

        legend.Select(l => l.Shade).ShouldBe(["heat-1", "heat-2", "heat-3", "heat-4", "heat-5", "heat-none"]);
        legend[0].Words.ShouldBe("低于 70%");
        legend[4].Words.ShouldBe("95% 及以上");
    }
}
