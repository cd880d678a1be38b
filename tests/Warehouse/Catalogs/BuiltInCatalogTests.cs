using System.Text.RegularExpressions;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Warehouse.Tests.Catalogs;

/// <summary>Holds the built-in catalog to the official framework of 2023 and the census of 2020.</summary>
public sealed class BuiltInCatalogTests
{
    private static readonly CatalogDraft Draft = CatalogFiles.BuiltIn();
    private static readonly CityCatalog Catalog = Draft.ToCatalog();

    [Fact]
    public void The_built_in_catalog_breaks_no_rule() => CatalogRules.Check(Draft, Catalog).ShouldBeEmpty();

    [Fact]
    public void Framework_2023_has_three_dimensions_of_40_40_and_20_points()
    {
        Catalog.DimensionsOf("2023").Select(d => (d.Code, d.NameZh, d.MaxPoints)).ShouldBe(
            [("F", "建设基础", 40m), ("D", "建设发展", 40m), ("O", "建设成效", 20m)]);
    }

    [Fact]
    public void Framework_2023_has_22_indicators_worth_100_points()
    {
        var indicators = Catalog.IndicatorsOf("2023").ToList();
        indicators.GroupBy(i => i.Dimension).Select(g => (g.Key, g.Count())).ShouldBe([("F", 7), ("D", 11), ("O", 4)]);
        indicators.Count.ShouldBe(22);
        indicators.Sum(i => i.MaxPoints).ShouldBe(100m);
    }

    [Fact]
    public void Indicators_are_collected_by_22_hearings_14_documents_10_interviews_and_9_site_visits()
    {
        var indicators = Catalog.IndicatorsOf("2023").ToList();
        indicators.Count(i => i.Hearing).ShouldBe(22);
        indicators.Count(i => i.Documents).ShouldBe(14);
        indicators.Count(i => i.Interviews).ShouldBe(10);
        indicators.Count(i => i.SiteVisit).ShouldBe(9);
    }

    [Fact]
    public void Indicators_are_numbered_as_the_official_table_numbers_them()
    {
        var numbers = Catalog.IndicatorsOf("2023").Select(i => i.NumberZh).ToList();
        numbers.ShouldBe([
            "一.1", "一.2", "一.3", "一.4", "一.5", "一.6", "一.7",
            "二.1", "二.2", "二.3", "二.4", "二.5", "二.6", "二.7", "二.8", "二.9", "二.10", "二.11",
            "三.1", "三.2", "三.3", "三.4"]);
    }

    [Fact]
    public void The_typo_of_the_official_text_stays()
    {
        Catalog.IndicatorsOf("2023").Where(i => Regex.IsMatch(i.TextZh, "(?<!学)习型组织")).Select(i => i.Code).ShouldBe(["D10"]);
    }

    [Fact]
    public void Sixteen_districts_hold_the_population_of_the_2020_census()
    {
        Catalog.Districts.Count.ShouldBe(16);
        Catalog.Districts.Sum(d => d.Population).ShouldBe(21_893_095);
        Catalog.Districts.ShouldAllBe(d => d.Zone != "" && d.Code.Length == 6);
    }

    [Fact]
    public void Rounds_2023_to_2026_are_registered_in_order()
    {
        Catalog.Rounds.Select(r => (r.Code, r.Framework)).ShouldBe([("2023", "2023"), ("2024", "2023"), ("2025", "2023"), ("2026", "2023")]);
    }

    [Fact]
    public void Numbers_follow_the_positions_of_any_number_of_dimensions()
    {
        var catalog = CityCatalog.Ordered(
            [new("X", "x", "x", new(2020, 1, 1))],
            [new("X", "Z", 12, "z", "z", 1), new("X", "Y", 2, "y", "y", 1)],
            [new("X", "Z1", "Z", 10, "", 1, true, true, true, true, "", "", ""), new("X", "Y1", "Y", 1, "", 1, true, true, true, true, "", "", "")],
            [], [], []);
        catalog.Indicators.Select(i => i.NumberZh).ShouldBe(["二.1", "十二.10"]);
    }

    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(11, "十一")]
    [InlineData(20, "二十")]
    [InlineData(21, "二十一")]
    [InlineData(100, "一百")]
    [InlineData(101, "一百零一")]
    [InlineData(110, "一百一十")]
    [InlineData(2003, "二千零三")]
    public void Chinese_numerals_are_written_as_in_headings(int number, string expected) => ChineseNumerals.Of(number).ShouldBe(expected);
}
