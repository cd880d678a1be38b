using System.Net;
using System.Text.Json.Nodes;
using LearningCity.Dashboard.Tests.Hosting;

namespace LearningCity.Dashboard.Tests.Api;

public sealed class StatisticsTests(SampleDashboard dashboard)
{
    private readonly HttpClient client = dashboard.English;

    [Fact]
    public async Task Agreement_stands_beside_the_gaps_that_it_sums_up()
    {
        var answer = await client.Json("agreement");
        var gaps = answer["rows"]!.AsArray().Select(r => r!["gapRate"]!.GetValue<double>()).ToArray();

        answer["n"]!.GetValue<int>().ShouldBe(gaps.Length);
        answer["bias"]!.GetValue<double>().ShouldBe(gaps.Average(), 1e-9);
        answer["biasLow"]!.GetValue<double>().ShouldBeLessThan(gaps.Average());
        var indicators = answer["indicators"]!.AsArray();
        indicators.Count.ShouldBe(22);
        indicators.ShouldAllBe(i => i!["p"] == null || i["q"]!.GetValue<double>() >= i["p"]!.GetValue<double>());
        answer["history"]!.AsArray().Select(h => h!["round"]!.GetValue<string>()).ShouldBe(["2023", "2024", "2025", "2026"]);
        Withheld(answer).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_panel_in_which_every_expert_scored_every_district_has_intraclass_correlations()
    {
        var answer = await client.Json("panel");
        var rows = answer["rows"]!.AsArray();

        rows.Count.ShouldBe(22);
        foreach (var row in rows)
        {
            row!["crossed"]!.GetValue<bool>().ShouldBe(row["iccA1"] is not null);
            row["withinSd"].ShouldNotBeNull();
        }

        answer["severity"]!.AsArray().Sum(s => s!["severity"]!.GetValue<double>()).ShouldBe(0, 1e-9);
        var adjusted = answer["adjusted"]!.AsArray();
        adjusted.Count.ShouldBe(16);
        adjusted.ShouldAllBe(a => a!["rank"]!.GetValue<int>() - a["adjustedRank"]!.GetValue<int>() == a["placesMoved"]!.GetValue<int>());
    }

    [Fact]
    public async Task Four_rounds_have_a_slope_and_the_least_p_but_no_test_and_the_reason_is_said()
    {
        var answer = await client.Json("trends?district=110105");
        var summary = answer["summary"]!;

        summary["tested"]!.GetValue<bool>().ShouldBeFalse();
        summary["minimumP"]!.GetValue<double>().ShouldBe(0.0833, 0.00005);
        summary["slope"].ShouldNotBeNull();
        summary["p"].ShouldBeNull();
        Withheld(answer).ShouldContain(("p", "notTested"));
    }

    [Fact]
    public async Task Many_series_have_no_summary_and_say_so()
    {
        var answer = await client.Json("trends?district=*");

        answer["summary"].ShouldBeNull();
        Withheld(answer).ShouldBe([("summary", "invalidChoice")]);
    }

    [Fact]
    public async Task Every_indicator_says_how_it_goes_with_the_rest_and_the_shares_of_variance_add_to_one()
    {
        var answer = await client.Json("indicators");

        answer["rows"]!.AsArray().Sum(r => r!["varianceShare"]!.GetValue<double>()).ShouldBe(1, 1e-6);
        answer["rows"]!.AsArray().ShouldAllBe(r => r!["itemTotal"] != null);
        answer["scales"]!.AsArray().Select(s => s!["dimension"]!.GetValue<string>()).ShouldBe(["total", "F", "D", "O"]);
    }

    [Fact]
    public async Task What_if_changes_one_district_and_refuses_what_cannot_be()
    {
        var answer = await client.Json("whatif?district=110112&points=D10:3,F1:6");
        answer["after"]!["points"]!.GetValue<decimal>().ShouldBeGreaterThan(answer["before"]!["points"]!.GetValue<decimal>());
        answer["rows"]!.AsArray().Count.ShouldBe(2);

        foreach (var points in new[] { "F1:99", "F1:-1", "Z9:1", "F1", "F1:x", "F1:1,F1:2", "F1:1:2" })
        {
            var problem = await client.Json($"whatif?district=110112&points={points}", HttpStatusCode.BadRequest);
            problem["errors"]![0]!["parameter"]!.GetValue<string>().ShouldBe("points");
        }
    }

    [Fact]
    public async Task Official_weights_in_another_unit_move_nobody()
    {
        (await client.Rows("reweighted?weights=F:2,D:2,O:1")).ShouldAllBe(r => r["placesMoved"]!.GetValue<int>() == 0);
        foreach (var weights in new[] { "F:2", "F:-1,D:2,O:1", "F:0,D:0,O:0", "F:1,D:1,O:x" })
        {
            var problem = await client.Json("reweighted?weights=" + weights, HttpStatusCode.BadRequest);
            problem["errors"]![0]!["parameter"]!.GetValue<string>().ShouldBe("weights");
            problem["errors"]![0]!["message"]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace();
        }
    }

    [Fact]
    public async Task The_nearest_districts_are_peers_with_their_distance_and_reason()
    {
        var answer = await client.Json("districts/110112?peers=nearest");

        answer["peers"]!["by"]!.GetValue<string>().ShouldBe("nearest");
        answer["peers"]!["districts"]!.AsArray().Count.ShouldBe(6);
        var distances = answer["comparison"]!["peers"]!.AsArray().Select(p => p!["distance"]!.GetValue<double>()).ToArray();
        distances.Length.ShouldBe(5);
        distances.ShouldBeInOrder(SortDirection.Ascending);
        answer["comparison"]!["whyEn"]!.GetValue<string>().ShouldContain("nearest");
    }

    private static List<(string Statistic, string Reason)> Withheld(JsonObject answer)
    {
        var list = answer["withheld"]!.AsArray();
        list.ShouldAllBe(w => w!["zh"]!.GetValue<string>().Length > 0 && w["en"]!.GetValue<string>().Length > 0);
        return [.. list.Select(w => (w!["statistic"]!.GetValue<string>(), w["reason"]!.GetValue<string>()))];
    }
}
