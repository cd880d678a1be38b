using AngleSharp;
using AngleSharp.Html.Parser;
using LearningCity.Dashboard.Components.Tables.Files;

namespace LearningCity.Dashboard.Tests.Components.Tables.Files;

public sealed class PageTableTests
{
    [Fact]
    public void Numbers_become_numbers_where_the_whole_column_is_numbers_and_a_missing_one_stays_empty()
    {
        var table = Read("""
            <table><thead><tr><th>区</th><th>总分</th><th>变化</th><th>轮次</th></tr></thead>
            <tbody><tr><th>通州区</th><td>87.10</td><td>−1.00</td><td>2025年评估</td></tr><tr><th>密云区</th><td>—</td><td>+2.50</td><td>—</td></tr></tbody></table>
            """);

        table.Heads.ShouldBe(["区", "总分", "变化", "轮次"]);
        table.Rows[0].ShouldBe(["通州区", 87.10m, -1.00m, "2025年评估"]);
        table.Rows[1].ShouldBe(["密云区", null, 2.50m, "—"]);
    }

    [Fact]
    public void A_percentage_keeps_its_value_in_percent() =>
        Read("<table><thead><tr><th>得分率</th></tr></thead><tbody><tr><td>85.4%</td></tr></tbody></table>").Rows[0].ShouldBe([85.4m]);

    [Fact]
    public void Heads_over_several_columns_stand_over_each_of_them_and_sums_come_last()
    {
        var table = Read("""
            <table><thead><tr><th rowspan="2">区</th><th colspan="2">建设基础</th></tr><tr><th>一.1</th><th>一.2</th></tr></thead>
            <tbody><tr><th>通州区</th><td>91.7</td><td>98.3</td></tr></tbody><tfoot><tr><th>全市平均</th><td>81.4</td><td>85.7</td></tr></tfoot></table>
            """);

        table.Heads.ShouldBe(["区", "建设基础 一.1", "建设基础 一.2"]);
        table.Rows[^1].ShouldBe(["全市平均", 81.4m, 85.7m]);
    }

    [Fact]
    public void Pictures_and_what_only_the_eye_needs_are_left_out_and_a_column_of_pictures_with_them()
    {
        var table = Read("""
            <table><thead><tr><th>区</th><th><span>得分率</span></th></tr></thead>
            <tbody><tr><th>通州区<a class="no-print">按此排列</a><span aria-hidden="true">▲</span></th><td><svg><title>85%</title></svg></td></tr></tbody></table>
            """);

        table.Heads.ShouldBe(["区"]);
        table.Rows[0].ShouldBe(["通州区"]);
    }

    [Fact]
    public void A_table_that_is_set_in_two_boxes_is_one_file()
    {
        var half = "<div data-table='x'><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>{0}</td></tr></tbody></table></div>";
        var page = new HtmlParser(default, BrowsingContext.New()).ParseDocument(half.Replace("{0}", "1") + half.Replace("{0}", "2"));

        PageTable.Of(page, "x")!.Rows.Select(r => r[0]).ShouldBe([1m, 2m]);
        PageTable.Names(page).ShouldBe(["x"]);
        PageTable.Of(page, "y").ShouldBeNull();
    }

    private static PageTable Read(string table) =>
        PageTable.Of(new HtmlParser(default, BrowsingContext.New()).ParseDocument($"<div data-table='t'>{table}</div>"), "t")!;
}
