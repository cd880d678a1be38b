using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

/// <summary>The rank simulation written down as it is described, without any care for speed.</summary>
internal static class PlainSimulation
{
    public static Dictionary<(string, string), double> Above(ScoreTable table, int draws, double spread, Random random)
    {
        var most = table.Indicators.Select(j => (double)j.MaxPoints).ToArray();
        var above = new Dictionary<(string, string), double>();
        for (var draw = 0; draw < draws; draw++)
        {
            var weights = most.Select(w => w * (1 + spread * (2 * random.NextDouble() - 1))).ToArray();
            foreach (var dimension in table.Indicators.Select((j, index) => (j.Dimension, index)).GroupBy(j => j.Dimension))
            {
                var factor = dimension.Sum(j => most[j.index]) / dimension.Sum(j => weights[j.index]);
                foreach (var (_, index) in dimension)
                {
                    weights[index] *= factor;
                }
            }

            var totals = table.Districts.Select(d =>
            {
                var panel = d.Experts.Select(_ => d.Experts[random.Next(d.Experts.Count)]).ToArray();
                return weights.Select((w, j) => w * Score(panel, d, j) / most[j]).Sum();
            }).ToArray();
            for (var a = 0; a < totals.Length; a++)
            {
                for (var b = 0; b < totals.Length; b++)
                {
                    var key = (table.Districts[a].District, table.Districts[b].District);
                    above[key] = above.GetValueOrDefault(key) + (totals[a] > totals[b] + 1e-9 ? 1.0 / draws : 0);
                }
            }
        }

        return above;
    }

    private static double Score(ExpertScores[] panel, DistrictScores district, int j)
    {
        var scores = panel.Where(e => e.Points[j].HasValue).Select(e => (double)e.Points[j]!.Value).ToArray();
        return scores.Length > 0 ? scores.Average() : (double)district.Points[j]!.Value;
    }
}
