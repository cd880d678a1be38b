using LearningCity.Tests.Support;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Warehouse.Tests.Questions;

/// <summary>Another city with 4 dimensions, 31 indicators and 150 points: every question works and none knows Beijing.</summary>
public sealed class SecondCityTests
{
    [Fact]
    public void Every_question_answers_for_another_city()
    {
        using var test = new TestStore();
        CatalogImport.Import(test.Store, TestFiles.SecondCity).Accepted.ShouldBeTrue();
        var catalog = test.Store.Catalog;
        var place = 0;
        foreach (var (round, districts) in new[] { ("A", 7), ("B", 5), ("B2", 1), ("C", 7) })
            foreach (var district in catalog.Districts.Take(districts))
            {
                var rate = 0.5m + 0.01m * place++;
                test.Load(string.Join('\n', catalog.Indicators.SelectMany(i => new[]
                {
                    FormattableString.Invariant($"{round} {district.Code} {i.Code} expert {decimal.Round(i.MaxPoints * rate, 2)}"),
                    FormattableString.Invariant($"{round} {district.Code} {i.Code} self {i.MaxPoints}"),
                    FormattableString.Invariant($"{round} {district.Code} {i.Code} expert:P1 {decimal.Round(i.MaxPoints * rate, 2)}"),
                    FormattableString.Invariant($"{round} {district.Code} {i.Code} expert:P2 {decimal.Round(i.MaxPoints * (rate - 0.1m), 2)}"),
                })));
            }
        using var s = test.Publish();
        var rankings = Rankings.Ask(s, "C").Rows;
        rankings.Count.ShouldBe(7);
        rankings.ShouldAllBe(r => r.MaxPoints == 150m && r.IndicatorsExpected == 31 && r.Complete && r.NameZh.StartsWith("云州省临江市"));
        rankings.Single(r => r.District == "990101").PreviousRound.ShouldBe("B2");
        rankings.Single(r => r.District == "990107").PreviousRound.ShouldBe("A");
        foreach (var dimension in catalog.DimensionsOf("LJ1"))
            Rankings.Ask(s, "C", dimension.Code, Rater.Self).Rows.Count.ShouldBe(7);
        DimensionResults.Ask(s, "C").Rows.Count.ShouldBe(7 * 5);
        IndicatorResults.Ask(s, "C").Rows.Count.ShouldBe(7 * 31);
        IndicatorSummaries.Ask(s, "C").Rows.Select(r => r.NumberZh).ShouldBe(catalog.Indicators.Select(i => i.NumberZh));
        Gaps.Ask(s, "B").Rows.Count.ShouldBe(5);
        Trends.Ask(s).Rows.Select(r => (r.Round, r.N)).ShouldBe([("A", 7), ("B", 5), ("B2", 1), ("C", 7)]);
        Trends.Ask(s, "*", dimension: "G").Rows.Count.ShouldBe(20);
        RoundSummaries.Ask(s).Rows.ShouldAllBe(r => r.MaxPoints == 150m && r.Indicators == 31 && r.Districts == 7);
        var profile = DistrictProfiles.Ask(s, "990103", "C", DistrictProfiles.Zone).ShouldNotBeNull();
        profile.PeerDistricts.ShouldBe(["990103", "990104", "990105"]);
        profile.Indicators.Count.ShouldBe(31);
        profile.Next.ShouldNotBeNull().Points.ShouldBeGreaterThan(0);
        Lineage.Ask(s, "C", "990103", "G01").Rows.Count.ShouldBe(4);
        var agreement = Agreements.Ask(s, "C");
        (agreement.Summary.N, agreement.Dimensions.Count, agreement.Indicators.Count, agreement.History.Count).ShouldBe((7, 4, 31, 4));
        var panel = Panels.Ask(s, "C");
        (panel.Rows.Count, panel.Overall!.Experts, panel.Adjusted.Count).ShouldBe((31, 2, 7));
        panel.Severity.Select(e => Math.Round(e.Severity!.Value, 2)).ShouldBe([0.05, -0.05]);
        RankCertainties.Ask(s, "C").Pairs.Count.ShouldBe(21);
        // The re-evaluation of one district is passed over: C is held against B.
        RoundChanges.Ask(s, "C").Rows.Count(r => r.PreviousRound == "B").ShouldBe(1 + 4 + 31);
        ScaleQualities.Ask(s, "C").Rows.Count.ShouldBe(5);
        PeerComparisons.Ask(s, "990103", "C", PeerComparisons.Nearest)!.Positions.Count.ShouldBe(32);
        WhatIfs.Ask(s, "990103", "C", new Dictionary<string, decimal> { ["G01"] = 0 })!.After!.Rank.ShouldBe(7);
        ReweightedRankings.Ask(s, "C", catalog.DimensionsOf("LJ1").ToDictionary(d => d.Code, _ => 1m)).Rows.Count.ShouldBe(7);
        TrendSummaries.Of(Trends.Ask(s).Rows).Summary.N.ShouldBe(4);
        s.Catalog.Frameworks.Single().Code.ShouldBe("LJ1");
    }
}
