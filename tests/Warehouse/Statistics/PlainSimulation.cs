using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

/// <summary>The rank simulation written down as it is described, without any care for speed.</summary>
internal static class PlainSimulation
{
    public static Dictionary<(string, string), double> Above(ScoreTable table, int draws, double spread, Random random)
    {
        var above = new Dictionary<(string, string), double>();
        for (var draw = 0; draw < draws; draw++)
        {
            var weights = table.Indicators.Select(j => (double)j.MaxPoints * (1 + spread * (2 * random.NextDouble() - 1))).ToArray();
            var normalised = table.Indicators.Select((j, index) =>
            {
                var same = table.Indicators.Select((k, i) => (k, i)).Where(k => k.k.Dimension == j.Dimension).ToArray();
                return weights[index] * same.Sum(k => (double)k.k.MaxPoints) / same.Sum(k => weights[k.i]);
            }).ToArray();
            var totals = table.Districts.Select(d =>
            {
                var panel = Enumerable.Range(0, d.Experts.Count).Select(_ => d.Experts[random.Next(d.Experts.Count)]).ToArray();
                return table.Indicators.Select((j, index) => normalised[index] / (double)j.MaxPoints
                    * (double)(panel.Length == 0 ? d.Points[index]!.Value : panel.Average(e => e.Points[index]!.Value))).Sum();
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
}
