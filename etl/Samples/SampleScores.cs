using System.Globalization;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Etl.Samples;

/// <summary>Synthetic scores that look like real ones: districts differ in quality and indicators in difficulty, experts in severity;
/// districts improve over the rounds and score themselves a little too well.</summary>
/// <remarks>Every number hangs on the seed and on the codes of what it is about, so a smaller sample is a part of a larger one.
/// The panel's consolidated score is the mean of its experts to 0.1; experts and districts score in steps of 0.5.</remarks>
public sealed class SampleScores
{
    private readonly SampleCity _city;
    private readonly SampleNumbers _numbers;
    private readonly Dictionary<string, int> _order;

    public SampleScores(SampleCity city, SampleOptions options)
    {
        _city = city;
        _numbers = new SampleNumbers(options.Seed);
        Experts = [.. Enumerable.Range(1, options.Experts).Select(e => $"E{e.ToString("00", CultureInfo.InvariantCulture)}")];
        _order = city.Catalog.Rounds.OrderBy(r => r.Date).ThenBy(r => r.Code, StringComparer.Ordinal).Select((r, i) => (r.Code, i)).ToDictionary();
    }

    public IReadOnlyList<string> Experts { get; }

    /// <summary>All scores, by round, district and indicator, one at a time: nothing is kept.</summary>
    public IEnumerable<SampleScore> All()
    {
        foreach (var round in _city.Rounds)
        {
            var indicators = _city.Catalog.IndicatorsOf(round.Framework).ToList();
            foreach (var district in _city.Districts)
            {
                foreach (var score in Of(round, district, indicators))
                    yield return score;
            }
        }
    }

    /// <summary>The scores of one district in one round.</summary>
    public IEnumerable<SampleScore> Of(Round round, District district) => Of(round, district, [.. _city.Catalog.IndicatorsOf(round.Framework)]);

    private IEnumerable<SampleScore> Of(Round round, District district, List<Indicator> indicators)
    {
        var claim = 0.06 + (0.03 * _numbers.Normal("claim", district.Code));
        foreach (var indicator in indicators)
        {
            var rate = Rate(round, district, indicator);
            var self = rate + claim + (0.03 * _numbers.Normal("self", round.Code, district.Code, indicator.Code));
            yield return new(round.Code, district.Code, indicator.Code, SampleScore.SelfRater, "", Steps(self, indicator.MaxPoints, 2));

            var sum = 0m;
            foreach (var expert in Experts)
            {
                var seen = rate + (0.03 * _numbers.Normal("severity", expert)) + (0.05 * _numbers.Normal("seen", round.Code, district.Code, indicator.Code, expert));
                var points = Steps(seen, indicator.MaxPoints, 2);
                sum += points;
                yield return new(round.Code, district.Code, indicator.Code, SampleScore.ExpertRater, expert, points);
            }
            var panel = Experts.Count == 0
                ? Steps(rate, indicator.MaxPoints, 10)
                : Math.Min(indicator.MaxPoints, Math.Round(sum / Experts.Count, 1, MidpointRounding.AwayFromZero));
            yield return new(round.Code, district.Code, indicator.Code, SampleScore.ExpertRater, "", panel);
        }
    }

    /// <summary>What the district's work is worth, 0 to 1, before anybody looks at it.</summary>
    private double Rate(Round round, District district, Indicator indicator)
    {
        var start = 0.84
            + (0.05 * _numbers.Normal("quality", district.Code))
            + (0.06 * _numbers.Normal("difficulty", indicator.Framework, indicator.Code))
            + (0.05 * _numbers.Normal("strength", district.Code, indicator.Code));
        // What is missing shrinks from round to round, faster in some districts than in others; a few fall back.
        var keep = 0.95 + (0.03 * _numbers.Normal("pace", district.Code));
        var missing = 1 - start;
        for (var r = _order[round.Code]; r > 0; r--)
            missing *= keep;
        return 1 - missing + (0.02 * _numbers.Normal("year", round.Code, district.Code, indicator.Code));
    }

    /// <summary>Points in steps of 1/<paramref name="parts"/>, from 0 to the most.</summary>
    private static decimal Steps(double rate, decimal most, int parts)
    {
        var points = Math.Round((decimal)Math.Clamp(rate, 0, 1) * most * parts, MidpointRounding.AwayFromZero) / parts;
        return Math.Min(points, most);
    }
}
