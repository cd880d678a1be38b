using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Features.Rankings;

/// <summary>What the ranking says in a sentence or two.</summary>
public static class RankingsSentence
{
    /// <summary>The leader (or leaders) and the distance to the next; ties; and, where rank intervals are known, how many neighbouring ranks
    /// cannot be told apart; last, how many districts are not ranked.</summary>
    public static string Of(IReadOnlyList<RankingRow> rows, Text text)
    {
        var ranked = rows.Where(r => r.Rank is not null).OrderBy(r => r.Rank).ToList();
        if (ranked.Count == 0)
            return text["rankings.lead.none"];

        var sentences = new List<string> { Leader(ranked, text) };
        if (Tied(ranked, text) is { } tied)
            sentences.Add(tied);
        if (Overlap(ranked, text) is { } overlap)
            sentences.Add(overlap);
        if (rows.Count > ranked.Count)
            sentences.Add(text.Count("rankings.lead.incomplete", rows.Count - ranked.Count));
        return string.Join(text["sentence.between"], sentences);
    }

    /// <summary>Districts on shared ranks that a sentence names at most.</summary>
    private const int NamedTied = 12;

    private static string Leader(List<RankingRow> ranked, Text text)
    {
        var first = ranked.Where(r => r.Rank == 1).ToList();
        var names = text.List([.. first.Select(r => text.Pick(r.NameZh, r.NameEn))]);
        var points = Format.Points(first[0].Points);
        var next = ranked.FirstOrDefault(r => r.Rank > 1);
        return first.Count > 1 ? text.Say("rankings.lead.shared", names, points)
            : next is null ? text.Say("rankings.lead.only", names, points)
            : text.Say("rankings.lead.first", names, points, Format.Points(first[0].Points - next.Points));
    }

    private static string? Tied(List<RankingRow> ranked, Text text)
    {
        var groups = ranked.Where(r => r.Rank > 1).GroupBy(r => r.Rank).Where(g => g.Count() > 1).ToList();
        return groups.Count == 0
            ? null
            : groups.Sum(g => g.Count()) > NamedTied ? text.Say("rankings.lead.tied.many", Format.Count(groups.Sum(g => g.Count())), Format.Count(groups.Count))
            : text.Say("rankings.lead.tied", text.List([.. groups.Select(
                g => text.Say("rankings.lead.tie", Format.Count(g.Key), text.List([.. g.Select(r => text.Pick(r.NameZh, r.NameEn))])))]));
    }

    /// <summary>Pairs of neighbours whose intervals share a rank; said when that is at least half of them.</summary>
    private static string? Overlap(List<RankingRow> ranked, Text text) =>
        Overlaps(ranked) is { } found && found.Overlapping * 2 >= found.Pairs
            ? text.Say("rankings.lead.overlap", Format.Count(found.Pairs), Format.Count(found.Overlapping))
            : null;

    /// <summary>How many pairs of neighbours there are and how many of them have intervals that share a rank.</summary>
    /// <param name="ranked">By rank.</param>
    /// <returns>Null below three districts, or where an interval is not known.</returns>
    public static (int Pairs, int Overlapping)? Overlaps(IReadOnlyList<RankingRow> ranked)
    {
        if (ranked.Count < 3 || ranked.Any(r => r.RankLow is null || r.RankHigh is null))
            return null;

        var pairs = ranked.Zip(ranked.Skip(1)).ToList();
        return (pairs.Count, pairs.Count(p => p.First.RankHigh >= p.Second.RankLow && p.Second.RankHigh >= p.First.RankLow));
    }
}
