namespace LearningCity.Warehouse.Statistics;

/// <summary>The scores of one round, as numbers: what rankings, rank intervals and what-ifs are computed from.</summary>
/// <param name="Indicators">The indicators of the round's framework, or of one dimension of it.</param>
/// <param name="Districts">One entry a district; its scores stand in the order of <paramref name="Indicators"/>.</param>
public sealed record ScoreTable(IReadOnlyList<ScoredIndicator> Indicators, IReadOnlyList<DistrictScores> Districts)
{
    /// <summary>Checks what every function relies on.</summary>
    /// <exception cref="ArgumentException">A list has another length than the indicators, or a name occurs twice.</exception>
    internal void Check()
    {
        Unique(Indicators.Select(i => i.Indicator), "indicator");
        Unique(Districts.Select(d => d.District), "district");
        foreach (var district in Districts)
        {
            Sample.SameLength(district.Points.Count, Indicators.Count);
            Unique(district.Experts.Select(e => e.Expert), "expert");
            foreach (var expert in district.Experts)
            {
                Sample.SameLength(expert.Points.Count, Indicators.Count);
            }
        }
    }

    private static void Unique(IEnumerable<string> names, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!seen.Add(name))
            {
                throw new ArgumentException($"The {what} {name} occurs twice.");
            }
        }
    }
}

/// <param name="MaxPoints">More than zero.</param>
public sealed record ScoredIndicator(string Indicator, string Dimension, decimal MaxPoints);

/// <param name="Points">The official score of each indicator in points; null where there is none.</param>
/// <param name="Experts">The panel's individual scores, where they exist.</param>
public sealed record DistrictScores(string District, IReadOnlyList<decimal?> Points, IReadOnlyList<ExpertScores> Experts)
{
    public DistrictScores(string district, IReadOnlyList<decimal?> points) : this(district, points, [])
    {
    }

    public bool Complete => Points.All(p => p.HasValue);

    public decimal Total => Points.Sum(p => p ?? 0);
}

/// <param name="Points">The expert's score of each indicator in points; null where this expert gave none.</param>
public sealed record ExpertScores(string Expert, IReadOnlyList<decimal?> Points);
