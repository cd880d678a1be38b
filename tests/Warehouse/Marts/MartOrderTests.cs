using System.Text.RegularExpressions;
using LearningCity.Warehouse.Marts;

namespace LearningCity.Warehouse.Tests.Marts;

public sealed class MartOrderTests
{
    [Fact]
    public void Marts_come_after_those_they_depend_on() =>
        MartOrder.Of([Mart("rpt_c", "rpt_b"), Mart("rpt_a"), Mart("rpt_b", "rpt_a")]).Select(m => m.Name).ShouldBe(["rpt_a", "rpt_b", "rpt_c"]);

    [Fact]
    public void A_circle_is_refused_by_name() =>
        Should.Throw<InvalidOperationException>(() => MartOrder.Of([Mart("rpt_a", "rpt_b"), Mart("rpt_b", "rpt_a"), Mart("rpt_c")]))
            .Message.ShouldContain("rpt_a, rpt_b");

    [Fact]
    public void An_unknown_mart_is_refused_by_name() =>
        Should.Throw<InvalidOperationException>(() => MartOrder.Of([Mart("rpt_a", "rpt_q")])).Message.ShouldContain("rpt_q");

    [Fact]
    public void Every_mart_declares_exactly_the_marts_that_its_select_names()
    {
        foreach (var mart in MartFile.BuiltIn().Where(m => m.Select is not null))
        {
            var named = Regex.Matches(mart.Select!.Replace("carried_result", "rpt_indicator_result", StringComparison.Ordinal), @"\brpt_\w+")
                .Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);
            named.Except(mart.DependsOn).ShouldBeEmpty($"{mart.Name} reads what it does not declare");
        }
    }

    [Fact]
    public void A_mart_without_grain_is_refused() =>
        Should.Throw<FormatException>(() => MartFile.Parse("rpt_x", "-- depends on:\n-- rebuilds: own\ncreate table rpt_x (a int);\n-- build\nselect 1"))
            .Message.ShouldContain("grain");

    private static MartFile Mart(string name, params string[] dependsOn) => new(name, "", dependsOn, Rebuild.Own, "", "", null);
}
