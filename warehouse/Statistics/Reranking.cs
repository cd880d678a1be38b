namespace LearningCity.Warehouse.Statistics;

/// <summary>
/// The ranks when some districts have other totals, and the best and worst of them. The others keep their order, so that the
/// changed ones are only merged in: leaving out the experts of many small panels takes no sort of all districts for each.
/// </summary>
internal sealed class Reranking
{
    private readonly (int District, decimal Total)[] _order;
    private readonly bool[] _changed;

    /// <param name="standings">Only those with a place take part.</param>
    public Reranking(IReadOnlyList<Standing> standings)
    {
        Best = new OmittedRank?[standings.Count];
        Worst = new OmittedRank?[standings.Count];
        _changed = new bool[standings.Count];
        Ranked = [.. Enumerable.Range(0, standings.Count).Where(i => standings[i].Place.IsGiven)];
        _order = [.. Ranked.Select(i => (i, Sample.ForTies(standings[i].Points)))];
        Array.Sort(_order, HighestFirst);
    }

    /// <summary>Positions of the districts that take part.</summary>
    public int[] Ranked { get; }

    /// <summary>Best rank of each district so far and the first omission that gave it; null where nothing was left out.</summary>
    public OmittedRank?[] Best { get; }

    /// <summary>Worst rank, likewise.</summary>
    public OmittedRank?[] Worst { get; }

    /// <param name="totals">Of the districts that change.</param>
    public void Without(string omitted, IReadOnlyList<(int District, decimal Total)> totals)
    {
        (int District, decimal Total)[] moved = [.. totals.Select(t => (t.District, Sample.ForTies(t.Total)))];
        Array.Sort(moved, HighestFirst);
        foreach (var (district, _) in moved)
        {
            _changed[district] = true;
        }

        var (place, rank, next, last) = (0, 0, 0, decimal.MaxValue);
        foreach (var kept in _order)
        {
            if (_changed[kept.District])
            {
                continue;
            }

            for (; next < moved.Length && moved[next].Total > kept.Total; next++)
            {
                Give(moved[next]);
            }

            Give(kept);
        }

        for (; next < moved.Length; next++)
        {
            Give(moved[next]);
        }

        foreach (var (district, _) in moved)
        {
            _changed[district] = false;
        }

        void Give((int District, decimal Total) one)
        {
            place++;
            rank = place > 1 && one.Total == last ? rank : place;
            last = one.Total;
            if (Best[one.District] is not { } best || rank < best.Rank)
            {
                Best[one.District] = new OmittedRank(rank, omitted);
            }

            if (Worst[one.District] is not { } worst || rank > worst.Rank)
            {
                Worst[one.District] = new OmittedRank(rank, omitted);
            }
        }
    }

    private static int HighestFirst((int District, decimal Total) left, (int District, decimal Total) right) => right.Total.CompareTo(left.Total);
}
