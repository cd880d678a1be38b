using Dapper;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Warehouse.Tests.Marts;

/// <summary>Random scores with holes, ties, panels and consolidated values: the marts must say what a few plain loops say.</summary>
public sealed class BruteForceTests
{
    private const int Rounds = 6;
    private const int Districts = 25;

    private static readonly decimal[] MaxPoints = [4, 6, 10, 2.5m, 0.3m, 7];

    [Fact]
    public void Marts_equal_a_brute_force_twin()
    {
        using var test = new TestStore(City());
        var scores = Draw(new Random(20231101)).ToList();
        test.Store.Connection.Execute("begin");
        StoreSeed.Scores(test.Store, [.. scores]);
        test.Store.Connection.Execute("commit");
        using var s = test.Publish();
        var previous = new Dictionary<string, (string Round, int Rank, decimal Points)>();
        foreach (var round in s.Catalog.Rounds)
        {
            var inRound = scores.Where(x => x.Round == round.Code).ToList();
            var expected = inRound.Select(x => x.District).Distinct().ToDictionary(d => d, d => s.Catalog.Indicators.ToDictionary(
                i => i.Code, i => (Self: Self(inRound, d, i.Code), Expert: Expert(inRound, d, i.Code))));
            foreach (var row in IndicatorResults.Ask(s, round.Code).Rows)
            {
                var (self, expert) = expected[row.District][row.Indicator];
                (row.SelfPoints, row.ExpertPoints, row.GapPoints).ShouldBe((self, expert, self - expert));
                row.ExpertRate.ShouldBe(expert is null ? null : Round(expert.Value / row.MaxPoints, 6));
                row.GapRate.ShouldBe(self is null || expert is null ? null : Round((self.Value - expert.Value) / row.MaxPoints, 6));
            }
            var complete = expected.Where(e => e.Value.Values.All(v => v.Expert is not null)).ToDictionary(e => e.Key, e => e.Value.Values.Sum(v => v.Expert!.Value));
            var rankings = Rankings.Ask(s, round.Code).Rows;
            rankings.Select(r => r.District).ShouldBe(expected.Keys, ignoreOrder: true);
            foreach (var row in rankings)
            {
                row.Complete.ShouldBe(complete.ContainsKey(row.District));
                row.Rank.ShouldBe(row.Complete ? 1 + complete.Values.Count(p => p > complete[row.District]) : null);
                row.Tied.ShouldBe(row.Complete && complete.Values.Count(p => p == complete[row.District]) > 1);
                var had = previous.TryGetValue(row.District, out var before);
                (row.PreviousRound, row.PreviousRank, row.PreviousPoints).ShouldBe(had ? (before.Round, before.Rank, before.Points) : (null, (int?)null, (decimal?)null));
                row.RankChange.ShouldBe(had ? before.Rank - row.Rank : null);
            }
            foreach (var row in rankings.Where(r => r.Complete))
                previous[row.District] = (round.Code, row.Rank!.Value, row.Points!.Value);
            foreach (var row in IndicatorSummaries.Ask(s, round.Code).Rows)
            {
                var rates = expected.Values.Select(e => e[row.Indicator].Expert).OfType<decimal>().Select(p => Round(p / row.MaxPoints, 6)).Order().ToList();
                row.N.ShouldBe(rates.Count);
                row.MeanRate.ShouldBe(rates.Count == 0 ? null : Round(rates.Sum() / rates.Count, 6));
                row.MedianRate.ShouldBe(rates.Count == 0 ? null : Round((rates[(rates.Count - 1) / 2] + rates[rates.Count / 2]) / 2, 6));
                row.CeilingShare.ShouldBe(rates.Count == 0 ? null : Round((decimal)rates.Count(r => r == 1) / rates.Count, 6));
            }
        }
    }

    private static CityCatalog City() => CityCatalog.Ordered(
        [new("K", "体系", "Framework", new(2020, 1, 1))],
        [new("K", "A", 1, "甲", "A", MaxPoints[..3].Sum()), new("K", "B", 2, "乙", "B", MaxPoints[3..].Sum())],
        MaxPoints.Select((m, n) => TestStore.Indicator("K", $"I{n}", n < 3 ? "A" : "B", (n % 3) + 1, m)),
        [],
        Enumerable.Range(1, Districts).Select(n => TestStore.District($"d{n:00}", "zone")),
        Enumerable.Range(1, Rounds).Select(n => TestStore.Round($"r{n}", "K", 2020 + n)));

    private static IEnumerable<SeedScore> Draw(Random random)
    {
        for (var round = 1; round <= Rounds; round++)
            for (var district = 1; district <= Districts; district++)
            {
                // A third of the districts skip a round, another third leave holes.
                var kind = random.Next(6);
                if (kind < 2)
                    continue;
                for (var i = 0; i < MaxPoints.Length; i++)
                {
                    // Coarse steps make ties.
                    decimal Points() => Round(MaxPoints[i] * random.Next(0, 5) / 4, 2);
                    SeedScore Score(string rater, string expert) => new($"r{round}", $"d{district:00}", $"I{i}", rater, expert, Points());
                    bool Hole() => kind < 4 && random.Next(8) == 0;
                    if (!Hole())
                        yield return Score("self", "");
                    if (Hole())
                        continue;
                    if (random.Next(3) > 0)
                        yield return Score("expert", "");
                    else
                        for (var e = 0; e < 1 + random.Next(4); e++)
                            yield return Score("expert", $"E{e}");
                }
            }
    }

    private static decimal? Self(List<SeedScore> scores, string district, string indicator) =>
        scores.SingleOrDefault(s => s.District == district && s.Indicator == indicator && s.Rater == "self")?.Points;

    private static decimal? Expert(List<SeedScore> scores, string district, string indicator)
    {
        var own = scores.Where(s => s.District == district && s.Indicator == indicator && s.Rater == "expert").ToList();
        return own.Count == 0 ? null
            : own.SingleOrDefault(s => s.Expert == "") is { } panel ? panel.Points
            : Round(own.Sum(s => s.Points!.Value) / own.Count, 2);
    }

    private static decimal Round(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);
}
