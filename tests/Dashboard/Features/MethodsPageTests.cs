using System.Text.RegularExpressions;
using System.Xml.Linq;
using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Features.Methods;
using LearningCity.Dashboard.Tests.Hosting;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Tests.Features;

public sealed partial class MethodsPageTests(SampleDashboard dashboard, DataDashboard data)
{
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Every_statistic_says_what_it_answers_its_formula_when_it_is_withheld_and_what_it_says_of_this_round(string language)
    {
        var page = await dashboard.Chinese.Page("/methods", language);
        var said = new List<string>();
        foreach (var method in MethodList.All)
        {
            var section = page.GetElementById(method.Code).ShouldNotBeNull(method.Code);
            var parts = section.QuerySelectorAll("dd").Select(d => d.Said()).ToList();
            parts.Count.ShouldBe(method.Reference.Length > 0 ? 5 : 4, method.Code);
            parts.ShouldAllBe(p => p.Length > 0);
            parts[1].ShouldNotContain("_");
            said.AddRange(parts.Take(4).Append(section.QuerySelector("h3")!.Said()));
        }

        (language == "en" ? said.Where(p => Han().IsMatch(Names().Replace(p, ""))) : said.Where(p => EnglishSentence().IsMatch(p))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Worked_examples_are_those_of_the_snapshot_and_change_with_the_round()
    {
        using var s = SampleWarehouse.Shared.Lease();
        foreach (var round in new[] { "2023", "2026" })
        {
            var page = await dashboard.Chinese.Page("/methods?round=" + round, "en");
            var summary = Agreements.Ask(s, round).Summary;
            page.GetElementById("bland-altman")!.QuerySelector(".example")!.Said()
                .ShouldStartWith($"{summary.N} districts: bias {Format.SignedRate((decimal)summary.Bias!.Value, 2)} ");
            page.GetElementById("krippendorff")!.QuerySelector(".example")!.Said().ShouldBe($"Totals: α = {Format.Ratio(Panels.Ask(s, round).Overall!.KrippendorffAlpha)}.");
        }
    }

    [Theory]
    [InlineData("zh", "退回 “…”不是数 not-a-number", "说明 按数字读取 text-slip")]
    [InlineData("en", "Rejected \"…\" is not a number not-a-number", "Note Read as a number text-slip")]
    public async Task The_rules_by_which_the_forms_were_judged_are_listed(string language, string first, string second)
    {
        var page = await data.Client.Page("/methods", language);

        page.QuerySelectorAll("#rules tbody tr").Select(r => r.Said()).ShouldBe([first, second]);
    }

    [Fact]
    public async Task What_a_round_cannot_carry_is_said_with_its_reason()
    {
        using var city = new TestStore(TestStore.SmallCity);
        city.Load("r1 d1 A1 expert 1\nr1 d1 A2 expert 2\nr1 d1 B1 expert 2\nr1 d1 A1 self 2");
        city.Publish().Dispose();
        await using var factory = new DashboardFactory(city.Folder);
        using var client = factory.Client();
        var page = await client.Page("/methods", "en");

        page.GetElementById("rank-interval")!.QuerySelector(".example")!.Said().ShouldBe("Withheld in this round: There is only 1; at least 3 are needed.");
        page.GetElementById("icc")!.QuerySelector(".example")!.Said().ShouldContain("no data");
        page.GetElementById("mean")!.QuerySelector(".example")!.Said().ShouldContain("5.00 points");
    }

    [Fact]
    public void Both_languages_say_the_same_things_in_the_same_places()
    {
        var (zh, en) = (Read("Methods.resx"), Read("Methods.en.resx"));

        zh.Keys.Where(k => !k.StartsWith("formula.", StringComparison.Ordinal)).Order().ShouldBe(en.Keys.Order());
        en.Where(t => !Places(t.Value).SetEquals(Places(zh[t.Key]))).Select(t => t.Key).ShouldBeEmpty();
        en.Where(t => Han().IsMatch(t.Value)).Select(t => t.Key).ShouldBeEmpty();
        foreach (var method in MethodList.All)
            foreach (var part in new[] { "answers.", "withheld.", "example." })
                zh.Keys.ShouldContain(part + method.Code);
        zh.Keys.Where(k => k.Contains('.', StringComparison.Ordinal) && k.StartsWith("answers", StringComparison.Ordinal))
            .Select(k => k["answers.".Length..]).ShouldBe(MethodList.All.Select(m => m.Code), ignoreOrder: true);
    }

    [Fact]
    public void A_formula_sets_lower_what_follows_an_underscore() => FormulaText.Runs("q_(i) = s_xy / 2").ShouldBe(
        [("q", false), ("(i)", true), (" = s", false), ("xy", true), (" / 2", false)]);

    private static Dictionary<string, string> Read(string file) => XDocument.Load(Path.Combine(Root(), "dashboard", "Resources", file))
        .Descendants("data").ToDictionary(d => (string)d.Attribute("name")!, d => (string)d.Element("value")!);

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Value)];

    private static string Root([System.Runtime.CompilerServices.CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    /// <summary>Official names that have no English form.</summary>
    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}+轮")]
    private static partial Regex Names();

    [GeneratedRegex(@"[a-z]{3,} [a-z]{3,} [a-z]{3,}")]
    private static partial Regex EnglishSentence();
}
