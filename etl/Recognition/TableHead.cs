using LearningCity.Etl.Normalising;
using LearningCity.Etl.Readers;

namespace LearningCity.Etl.Recognition;

/// <summary>A column of scores and whose they are.</summary>
/// <param name="Rater"><c>self</c>, <c>expert</c>, or null when rows or the sheet say it.</param>
/// <param name="Expert">The expert's name; empty for none, null when rows or the sheet say it.</param>
public sealed record ScoreColumn(int Column, string Head, string? Rater, string? Expert);

/// <summary>The head of one table found in a grid.</summary>
public sealed record TableHead(
    int FirstRow, int LastRow, IReadOnlyDictionary<HeadRole, int> Columns, IReadOnlyList<ScoreColumn> Scores,
    IReadOnlyList<string> Twice, IReadOnlyList<int> Unread, int LastColumn)
{
    public bool Has(HeadRole role) => Columns.ContainsKey(role);

    /// <summary>A list says the place in its rows; a form or a panel sheet says it above.</summary>
    public bool IsList => Has(HeadRole.District);

    public bool SameLayout(TableHead other) =>
        Columns.Count == other.Columns.Count && Columns.All(c => other.Columns.TryGetValue(c.Key, out var column) && column == c.Value)
        && Scores.SequenceEqual(other.Scores);
}

/// <summary>Finds the heads of tables of scores, of one row or two, wherever they stand in a grid.</summary>
public static class TableHeads
{
    // Wider than any panel; a hostile sheet of 16,384 columns stays cheap.
    private const int MostColumns = 256;

    private static readonly HeadRole[] Identities = [HeadRole.Indicator, HeadRole.Code, HeadRole.Number, HeadRole.Dimension];

    public static TableHead? At(Grid grid, int row)
    {
        var columns = Math.Min(grid.LastColumn, MostColumns);
        if (!Enumerable.Range(1, columns).Any(c => Heads.Role(grid.Own(row, c).Text) != HeadRole.None))
            return null;
        var tall = IsSecondRow(grid, row, row + 1, columns) ? 2 : 1;
        return Read(grid, row, row + tall - 1, columns);
    }

    private static TableHead? Read(Grid grid, int first, int last, int columns)
    {
        var roles = new Dictionary<HeadRole, int>();
        var scores = new List<ScoreColumn>();
        var twice = new List<string>();
        var unread = new List<int>();
        var used = 0;
        for (var column = 1; column <= columns; column++)
        {
            var top = grid.At(first, column);
            var bottom = grid.At(last, column);
            if (top.IsBlank && bottom.IsBlank)
                continue;
            used = column;
            // A head merged over several columns is one head; it is read at its first.
            if (first == last && top.Column != column)
                continue;
            if (Score(grid, top, bottom, column) is { } score)
                scores.Add(score);
            else if (Role(top, bottom) is var role && role is HeadRole.None or HeadRole.Derived)
                unread.Add(column);
            else if (!roles.TryAdd(role, column) && role != HeadRole.Methods)
                twice.Add(Texts.Line(bottom.Text));
        }
        // "Expert" beside "points" names the expert; without it, it heads the panel's scores.
        if (roles.TryGetValue(HeadRole.ExpertName, out var named) && !scores.Exists(s => s.Rater is null))
        {
            roles.Remove(HeadRole.ExpertName);
            scores.Add(new(named, Texts.Line(grid.At(last, named).Text), "expert", ""));
        }
        foreach (var same in scores.Where(s => s.Rater is not null).GroupBy(s => (s.Rater, s.Expert)).Where(g => g.Count() > 1))
            twice.Add(same.First().Head);
        if (scores.Count(s => s.Rater is null) > 1)
            twice.Add(scores.First(s => s.Rater is null).Head);
        return scores.Count > 0 && Identities.Any(roles.ContainsKey)
            ? new(first, last, roles, scores, twice, unread, used)
            : null;
    }

    private static HeadRole Role(Cell top, Cell bottom)
    {
        // Words that the two rows share come first: 专家 above and 评分 below are one head.
        if (top != bottom && Heads.Role(top.Text + bottom.Text) is var joined && joined != HeadRole.None)
            return joined;
        if (Heads.Role(bottom.Text) is var role && role != HeadRole.None)
            return role;
        return bottom.IsBlank || top == bottom ? Heads.Role(top.Text) : HeadRole.None;
    }

    private static ScoreColumn? Score(Grid grid, Cell top, Cell bottom, int column)
    {
        var head = Texts.Line(bottom.IsBlank ? top.Text : bottom.Text);
        if (Heads.ExpertNamed(head) is { } expert)
            return new(column, head, "expert", expert);
        if (top != bottom && Heads.Role(top.Text + bottom.Text) is HeadRole.Self or HeadRole.Expert)
            return new(column, Texts.Line(top.Text + bottom.Text), Heads.Role(top.Text + bottom.Text) == HeadRole.Self ? "self" : "expert", "");
        var over = Heads.Role(top.Text);
        var below = top == bottom || bottom.IsBlank ? HeadRole.None : Heads.Role(bottom.Text);
        // A head over several columns: what stands below names the expert, unless it is itself a head.
        if (top != bottom && !bottom.IsBlank && over is HeadRole.Expert or HeadRole.ExpertName or HeadRole.Points)
        {
            if (below == HeadRole.None)
                return grid.MergeAt(top.Row, top.Column) is null ? null : new(column, head, "expert", head.Replace(" ", "", StringComparison.Ordinal));
            if (below == HeadRole.Points && over is HeadRole.Expert)
                return new(column, head, "expert", "");
        }
        if (over == HeadRole.Self && below == HeadRole.Points)
            return new(column, head, "self", "");
        return Role(top, bottom) switch
        {
            HeadRole.Self => new(column, head, "self", ""),
            HeadRole.Expert => new(column, head, "expert", ""),
            HeadRole.Points => new(column, head, null, null),
            _ => null,
        };
    }

    /// <summary>Whether the row below a head still belongs to it: it has words, no numbers, and says no indicator of its own.</summary>
    private static bool IsSecondRow(Grid grid, int row, int next, int columns)
    {
        var words = false;
        for (var column = 1; column <= columns; column++)
        {
            var own = grid.Own(next, column);
            if (own.IsBlank)
                continue;
            if (own.Held is not null || PointsReader.Written(own.Text, false).Points is not null)
                return false;
            var role = Heads.Role(grid.At(row, column).Text);
            if (Identities.Contains(role) || role is HeadRole.Round or HeadRole.District or HeadRole.Rater)
                return false;
            words |= Heads.Role(own.Text) != HeadRole.None || Heads.ExpertNamed(own.Text) is not null
                || Heads.Role(grid.At(row, column).Text + own.Text) != HeadRole.None
                || (grid.MergeAt(row, column) is { } merge && merge.LastColumn > merge.FirstColumn);
        }
        return words;
    }
}
