using LearningCity.Etl.Recognition;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Etl.Tests.Recognition;

public sealed class IndicatorIndexTests
{
    private static readonly CityCatalog Catalog = CatalogFiles.BuiltIn().ToCatalog();
    private static readonly IndicatorIndex Index = new(Catalog, "2023");

    private static string TextOf(string code) => Catalog.Indicator("2023", code)!.TextZh;

    [Theory]
    [InlineData("F1", "F1")]
    [InlineData("ｆ１", "F1")]
    [InlineData("一.1", "F1")]
    [InlineData("二．10", "D10")]
    [InlineData("二、10、", "D10")]
    [InlineData("三（4）", "O4")]
    [InlineData("规划纳入与专项规划", "F1")]
    public void An_indicator_is_known_by_code_by_number_or_by_name(string text, string code) =>
        Index.Find("", false, "", "", text).Indicator!.Code.ShouldBe(code);

    [Theory]
    [InlineData("1.10")]
    [InlineData("10")]
    [InlineData("四.1")]
    [InlineData("一.8")]
    [InlineData("F10")]
    [InlineData("做好相关工作")]
    public void Anything_else_is_unknown(string text) => Index.Find("", false, "", "", text).Indicator.ShouldBeNull();

    [Theory]
    [InlineData("一.建设基础\n（共40分）", "3", "F3")]
    [InlineData("二．建设发展", "11", "D11")]
    [InlineData("建设成效", "4", "O4")]
    [InlineData("二", "1", "D1")]
    public void A_number_counts_within_its_dimension(string dimension, string number, string code) =>
        Index.Find(dimension, true, "", number, "").Indicator!.Code.ShouldBe(code);

    [Theory]
    [InlineData("3.4", "O4")]
    [InlineData("2.10", "D10")]
    [InlineData("2-3", "D3")]
    public void A_number_of_two_parts_names_dimension_and_indicator(string number, string code)
    {
        Index.Find("", false, "", number, "").Indicator!.Code.ShouldBe(code);
        Index.Find("", false, "", "", $"{number} {TextOf(code)}").ShouldBe(new(Catalog.Indicator("2023", code)));
    }

    [Fact]
    public void A_number_that_may_be_several_names_none_but_must_agree()
    {
        // 2.10 that became a number is 2.1.
        Index.Find("", false, "", "2.1", "").Indicator.ShouldBeNull();
        Index.Find("", false, "", "2.1", TextOf("D10")).Indicator!.Code.ShouldBe("D10");
        Index.Find("", false, "", "2.1", TextOf("D2")).Conflict!.En.ShouldContain("D1 or D10");
        // Without its dimension a number fits one indicator of each.
        Index.Find("", false, "", "3", "").Indicator.ShouldBeNull();
        Index.Find("", false, "", "3", TextOf("D3")).Indicator!.Code.ShouldBe("D3");
        Index.Find("", false, "", "3", TextOf("D4")).Conflict!.Zh.ShouldContain("二.4");
        Index.Find("", false, "", "", "1.2 " + TextOf("F1")).Conflict!.En.ShouldContain("F2");
    }

    [Fact]
    public void Every_official_text_is_known_whatever_its_spaces_and_punctuation()
    {
        foreach (var indicator in Index.All)
            Index.Find("", false, "", "", $"{indicator.Position}. " + indicator.TextZh.Replace("，", " , ").Replace("。", "")).Indicator.ShouldBe(indicator);
    }

    [Fact]
    public void A_small_slip_is_told_and_a_large_one_is_not_taken()
    {
        var slip = Index.Find("", false, "", "", TextOf("D10").Replace("习型组织建设", "学习型组织建设"));
        slip.Indicator!.Code.ShouldBe("D10");
        slip.Slip!.Zh.ShouldContain("学习型");
        Index.Find("", false, "", "", new string([.. TextOf("D10").Reverse()])).Indicator.ShouldBeNull();
    }

    [Fact]
    public void What_names_two_indicators_names_none_and_says_which()
    {
        Index.Find("", false, "F1", "", TextOf("F2")).Conflict!.Zh.ShouldContain("一.2");
        Index.Find("一.建设基础", true, "", "", "2." + TextOf("F3")).Indicator.ShouldBeNull();
        Index.Find("二．建设发展", true, "", "", TextOf("F3")).Indicator.ShouldBeNull();
        // Carried down from a row above, a dimension is no statement of this row.
        Index.Find("二．建设发展", false, "", "", TextOf("F3")).Indicator!.Code.ShouldBe("F3");
    }

    [Theory]
    [InlineData("一.建设发展", null)]
    [InlineData("一、建设基础（40分）", "F")]
    [InlineData("D", "D")]
    [InlineData("", null)]
    public void A_dimension_that_contradicts_itself_is_none(string text, string? code) => Index.Dimension(text).ShouldBe(code);
}
