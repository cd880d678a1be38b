using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Resources;

namespace LearningCity.Dashboard.Tests.Components;

public sealed class FormatTests
{
    [Theory]
    [InlineData("0.85375", "85.4%")]
    [InlineData("0.8335", "83.4%")]
    [InlineData("1", "100.0%")]
    [InlineData("0", "0.0%")]
    [InlineData(null, "—")]
    public void A_rate_is_written_to_a_tenth_of_a_percent_with_halves_away_from_zero(string? rate, string written) =>
        Format.Rate(Decimal(rate)).ShouldBe(written);

    [Theory]
    [InlineData("3.8", "+3.80")]
    [InlineData("-0.005", "\u22120.01")]
    [InlineData("-0.004", "0.00")]
    [InlineData("0", "0.00")]
    [InlineData(null, "—")]
    public void A_signed_number_has_a_true_minus_and_zero_has_no_sign(string? points, string written) =>
        Format.SignedPoints(Decimal(points)).ShouldBe(written);

    [Theory]
    [InlineData("6", "6")]
    [InlineData("2.50", "2.5")]
    public void Max_points_have_no_more_decimals_than_they_need(string points, string written) =>
        Format.MaxPoints(Decimal(points)!.Value).ShouldBe(written);

    [Fact]
    public void A_moment_is_written_in_Beijing_time()
    {
        var moment = new DateTimeOffset(2026, 11, 2, 18, 15, 0, TimeSpan.Zero);

        Format.Time(moment, Text.Chinese).ShouldBe("2026年11月3日 02:15");
        Format.Time(moment, Text.English).ShouldBe("3 November 2026, 02:15");
    }

    [Fact]
    public void Population_is_counted_in_wan_in_Chinese_only()
    {
        Format.Population(1_840_295, Text.Chinese).ShouldBe("184.0 万");
        Format.Population(1_840_295, Text.English).ShouldBe("1,840,295");
    }

    [Fact]
    public void A_range_of_one_is_one_number()
    {
        Format.Range(4, 6).ShouldBe("4–6");
        Format.Range(4, 4).ShouldBe("4");
    }

    private static decimal? Decimal(string? text) =>
        text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
