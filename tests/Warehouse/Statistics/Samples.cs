using CsCheck;

namespace LearningCity.Warehouse.Tests.Statistics;

/// <summary>Generators of paired rates in steps of a thousandth, with variance on both sides and no line through all pairs.</summary>
internal static class Samples
{
    public static Gen<(double?[] X, double?[] Y)> Pairs(int least, int most) =>
        Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 1000]).Array[least, most]
            .Where(pairs => !OnOneLine(pairs))
            .Select(pairs => (
                pairs.Select(p => (double?)(p.Item1 / 1000.0)).ToArray(),
                pairs.Select(p => (double?)(p.Item2 / 1000.0)).ToArray()));

    private static bool OnOneLine((int X, int Y)[] pairs) =>
        pairs.All(p => pairs.All(q => (p.X - pairs[0].X) * (q.Y - pairs[0].Y) == (q.X - pairs[0].X) * (p.Y - pairs[0].Y)))
        || pairs.All(p => p.X == pairs[0].X)
        || pairs.All(p => p.Y == pairs[0].Y)
        || pairs.All(p => p.X - p.Y == pairs[0].X - pairs[0].Y)
        || pairs.All(p => p.X + p.Y == pairs[0].X + pairs[0].Y);
}
