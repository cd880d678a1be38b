using System.Buffers;

namespace LearningCity.Warehouse.Statistics;

/// <summary>What the simulation varies, and how long it runs.</summary>
/// <param name="Seed">The same seed gives the same answer on every machine and number of threads.</param>
/// <param name="WeightSpread">Half-width of the factor on each weight: 0.25 lets it vary by a quarter either way. 0 … 1.</param>
/// <param name="Level">Share of the draws inside the interval: 0.90 runs from the 5 % to the 95 % point.</param>
/// <param name="PairwiseUpTo">Pairwise probabilities are computed for all pairs up to this many districts.</param>
/// <param name="Threads">At most this many threads; −1 for as many as the machine has.</param>
public sealed record RankIntervalSettings(
    int Seed,
    int Draws = 2000,
    double WeightSpread = 0.25,
    double Level = 0.90,
    int PairwiseUpTo = 64,
    int Threads = -1)
{
    /// <summary>Pairs to compare however many districts there are.</summary>
    public IReadOnlyList<(string Left, string Right)> Pairs { get; init; } = [];
}

/// <summary>How certain a rank is.</summary>
/// <param name="Place">The official rank, without any variation.</param>
/// <param name="Rank">The interval of ranks; whole numbers, 1 is best.</param>
/// <param name="TopThree">Share of the draws with rank 3 or better, shared ranks included.</param>
/// <param name="Experts">Experts that were redrawn; fewer than 2 means that only the weights vary for this district.</param>
public sealed record RankInterval(Place Place, Interval Rank, double TopThree, int Experts);

/// <summary>The rank interval of one district, or why it has none.</summary>
public sealed record DistrictRankInterval(string District, Statistic<RankInterval> Interval);

/// <summary>How two districts compare over the draws.</summary>
/// <param name="Above">Share of the draws with <paramref name="Left"/> ranked above <paramref name="Right"/>.</param>
/// <param name="Tied">Share of the draws with both on one rank.</param>
public sealed record PairProbability(string Left, string Right, double Above, double Tied);

/// <summary>Rank intervals of one round.</summary>
/// <param name="N">Districts that were ranked.</param>
/// <param name="Excluded">Districts that were not, because a score is missing.</param>
public sealed record RankIntervalResult(
    IReadOnlyList<DistrictRankInterval> Districts,
    IReadOnlyList<PairProbability> Pairs,
    int N,
    int Excluded,
    RankIntervalSettings Settings,
    Method Method);

/// <summary>
/// Rank intervals by seeded Monte Carlo. In each draw every weight w (max points) becomes w·(1 + 0.25·U(−1, 1)), renormalised
/// within its dimension so that the dimensions keep their totals (40/40/20); where individual expert scores exist, as many
/// experts as the panel has are drawn from it with replacement, for each district, and every score moves by the mean of those
/// drawn minus the mean of the panel (so the draws centre on the official score), within 0 … max points. Totals are
/// compared to 10⁻⁹ points; ranks are competition ranks. Up to 5,000 districts, one that is at least as good as another on every
/// indicator never ranks below it, in any draw. Interval: the 5 % and 95 % points of the ranks, by the inverse of their
/// distribution function. Withheld for incomplete districts and for fewer than 3 ranked ones.
/// Reference: Saisana, Saltelli and Tarantola 2005, Journal of the Royal Statistical Society A 168, 307–323.
/// </summary>
public static class RankIntervals
{
    private const int LeastDistricts = 3;

    /// <summary>One entry a district, in the order of the table.</summary>
    /// <exception cref="ArgumentException">The table is inconsistent, or a pair names a district that is not in it.</exception>
    public static RankIntervalResult Of(ScoreTable table, RankIntervalSettings settings)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Draws, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(settings.WeightSpread);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(settings.WeightSpread, 1);
        if (settings.Level is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(settings), "The level lies between 0 and 1.");
        }

        var standings = Ranking.Of(table);
        var ranked = Enumerable.Range(0, standings.Count).Where(i => standings[i].Place.IsGiven).ToArray();
        if (ranked.Length < LeastDistricts)
        {
            return Answer(table, settings, ranked.Length, [], i => standings[i].Place.Then<RankInterval>(
                _ => Withheld.TooFew(ranked.Length, LeastDistricts)));
        }

        var n = ranked.Length;
        var ranks = ArrayPool<int>.Shared.Rent(checked(settings.Draws * n));
        try
        {
            var draws = new RankDraws(table, ranked, settings);
            draws.Run(ranks);
            var intervals = Read(ranks, n, settings);
            var position = new int[standings.Count];
            for (var i = 0; i < n; i++)
            {
                position[ranked[i]] = i;
            }

            var pairs = Pairs(table, settings, ranked, ranks);
            return Answer(table, settings, n, pairs, i => standings[i].Place.Then<RankInterval>(place =>
                new RankInterval(
                    place, intervals[position[i]].Rank, intervals[position[i]].TopThree, draws.Experts(position[i]))));
        }
        finally
        {
            ArrayPool<int>.Shared.Return(ranks);
        }
    }

    private static RankIntervalResult Answer(
        ScoreTable table,
        RankIntervalSettings settings,
        int ranked,
        IReadOnlyList<PairProbability> pairs,
        Func<int, Statistic<RankInterval>> interval) => new(
            [.. table.Districts.Select((district, i) => new DistrictRankInterval(district.District, interval(i)))],
            pairs,
            ranked,
            table.Districts.Count - ranked,
            settings,
            Methods.RankInterval);

    private static (Interval Rank, double TopThree)[] Read(int[] ranks, int n, RankIntervalSettings settings)
    {
        var result = new (Interval, double)[n];
        var tail = (1 - settings.Level) / 2;
        var counts = ArrayPool<int>.Shared.Rent(n + 1);
        for (var i = 0; i < n; i++)
        {
            Array.Clear(counts, 0, n + 1);
            foreach (var rank in ranks.AsSpan(i * settings.Draws, settings.Draws))
            {
                counts[rank]++;
            }

            var topThree = counts[1] + (n > 1 ? counts[2] : 0) + (n > 2 ? counts[3] : 0);
            result[i] = (
                new Interval(
                    Quantile(counts, n, tail * settings.Draws), Quantile(counts, n, (1 - tail) * settings.Draws), settings.Level),
                (double)topThree / settings.Draws);
        }

        ArrayPool<int>.Shared.Return(counts);
        return result;
    }

    private static int Quantile(int[] counts, int n, double target)
    {
        var seen = 0;
        for (var rank = 1; rank < n; rank++)
        {
            seen += counts[rank];
            if (seen >= target - 1e-9)
            {
                return rank;
            }
        }

        return n;
    }

    private static List<PairProbability> Pairs(ScoreTable table, RankIntervalSettings settings, int[] ranked, int[] ranks)
    {
        var pairs = new List<(int Left, int Right)>();
        if (ranked.Length <= settings.PairwiseUpTo)
        {
            for (var left = 0; left < ranked.Length; left++)
            {
                for (var right = left + 1; right < ranked.Length; right++)
                {
                    pairs.Add((left, right));
                }
            }
        }
        else if (settings.Pairs.Count > 0)
        {
            var index = ranked.Select((row, i) => (table.Districts[row].District, i)).ToDictionary(p => p.District, p => p.i);
            var all = table.Districts.Select(d => d.District).ToHashSet();
            foreach (var (left, right) in settings.Pairs)
            {
                if (!all.Contains(left) || !all.Contains(right))
                {
                    throw new ArgumentException($"There is no district {(all.Contains(left) ? right : left)}.", nameof(settings));
                }

                if (index.TryGetValue(left, out var l) && index.TryGetValue(right, out var r))
                {
                    pairs.Add((l, r));
                }
            }
        }

        return pairs.ConvertAll(pair =>
        {
            var (above, tied) = (0, 0);
            var left = ranks.AsSpan(pair.Left * settings.Draws, settings.Draws);
            var right = ranks.AsSpan(pair.Right * settings.Draws, settings.Draws);
            for (var draw = 0; draw < left.Length; draw++)
            {
                var difference = left[draw] - right[draw];
                above += difference < 0 ? 1 : 0;
                tied += difference == 0 ? 1 : 0;
            }

            return new PairProbability(
                table.Districts[ranked[pair.Left]].District,
                table.Districts[ranked[pair.Right]].District,
                (double)above / settings.Draws,
                (double)tied / settings.Draws);
        });
    }
}
