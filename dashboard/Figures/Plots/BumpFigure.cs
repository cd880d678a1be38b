using LearningCity.Dashboard.Figures.Rendering;
using ScottPlot;

namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>Who stood where in each round: all lines grey but up to four, names at both ends, a tie numbered once.</summary>
public static class BumpFigure
{
    public const string Name = "ranks-over-rounds";

    private const int MostPicked = 4;
    private const double Fan = 12;

    public static Figure Of(BumpInput input, FigureContext context)
    {
        var shown = input with
        {
            Districts = [.. input.Districts.Where(d => d.Ranks.Any(r => r is not null))],
            Picked = Pick(input),
        };
        var drawn = Thinned(shown);
        var picked = shown.Picked.Select(code => shown.Districts.First(d => d.District.Code == code).District.In(context.Language)).ToList();
        return new(
            Name,
            context.Word("BumpTitle"),
            Description(shown, context),
            context.Word("UnitRank"),
            context.Word("NDistricts", shown.Districts.Count),
            context,
            frame => Draw(drawn, shown, context, frame),
            [],
            Thinning.Note(
                context, drawn.Districts.Count, shown.Districts.Count, picked.Count == 0 ? null : context.Word("BumpNote", string.Join(context.Word("ListComma"), picked))),
            shown.Districts.Count == 0 || shown.Rounds.Count == 0 ? context.Word("EmptyRanks") : null);
    }

    /// <summary>The districts asked for; when none are, the first of the last round and who rose and fell most since the first.</summary>
    private static List<string> Pick(BumpInput input)
    {
        var known = input.Districts.Where(d => d.Ranks.Any(r => r is not null)).ToList();
        var asked = input.Picked.Distinct().Where(p => known.Exists(d => d.District.Code == p)).Take(MostPicked).ToList();
        if (asked.Count > 0) return asked;
        var moved = known.Select(d => (d.District.Code, Change: d.Ranks.First(r => r is not null)!.Value - d.Ranks.Last(r => r is not null)!.Value))
            .Where(m => m.Change != 0).OrderByDescending(m => m.Change).ThenBy(m => m.Code, StringComparer.Ordinal).ToList();
        var first = known.Where(d => d.Ranks[^1] == 1).Select(d => d.District.Code).Order(StringComparer.Ordinal);
        var ends = moved.Count == 0 ? [] : new[] { moved[0].Code, moved[^1].Code };
        return [.. first.Take(1).Concat(ends).Distinct()];
    }

    /// <summary>Of very many lines some, by the last rank, and those picked out.</summary>
    private static BumpInput Thinned(BumpInput input) => input.Districts.Count <= Thinning.MostRows ? input : input with
    {
        Districts = Thinning.Of(
            [.. input.Districts.OrderBy(d => d.Ranks[^1] ?? int.MaxValue).ThenBy(d => d.District.Code, StringComparer.Ordinal)], Thinning.MostRows,
            d => input.Picked.Contains(d.District.Code)),
    };

    private static string Description(BumpInput input, FigureContext context)
    {
        if (input.Districts.Count == 0 || input.Rounds.Count == 0) return context.Word("EmptyRanks");
        var last = input.Districts.Where(d => d.Ranks[^1] is not null).OrderBy(d => d.Ranks[^1]).Take(3)
            .Select(d => $"{d.District.In(context.Language)} {d.Ranks[^1]}");
        return context.Word(
            "BumpSays", input.Rounds[0].In(context.Language), input.Rounds[^1].In(context.Language), input.Districts.Count, string.Join(context.Word("ListComma"), last));
    }

    /// <param name="all">Those that are not drawn as well: with whom a rank is shared, and how many there are.</param>
    private static FigureDrawing Draw(BumpInput input, BumpInput all, FigureContext context, FigureFrame frame)
    {
        var rows = input.Districts.Max(d => d.Ranks.Max() ?? 1);
        var ends = BumpEnds.Of(input, frame);
        // A rank has room for a name, unless some names are left out.
        var high = (frame.Narrow ? 23 : 25) * (input.Districts.Count < all.Districts.Count ? Math.Min(1, (Thinning.MostRows + 1.0) / rows) : 1);
        var area = new Area(
            frame.Width, 44 + (int)(rows * high), ends.Left, ends.Right, 8, 36,
            0, Math.Max(1, input.Rounds.Count - 1), rows + 0.5, 0.5);
        var plot = area.Plot(frame);
        var labels = new List<FigureLabel>();
        var marks = new List<FigureMark>();
        for (var r = 0; r < input.Rounds.Count; r++)
        {
            plot.Line(r, 0.5, r, rows + 0.5, frame[Ink.Rule]);
        }

        labels.AddRange(Heads.Of(area, frame, input.Rounds.Count, 0.5, -16, r => Counted(all, context, r), r => input.Rounds[r].In(context.Language), r => input.Rounds[r].Code));
        foreach (var layer in input.Districts.GroupBy(d => PickedAt(input, d)).OrderBy(g => g.Key < 0 ? int.MinValue : -g.Key))
        {
            foreach (var line in layer) Line(plot, area, frame, input, line);
            foreach (var line in layer) Dots(plot, area, frame, input, line);
        }

        foreach (var line in input.Districts)
        {
            for (var r = 0; r < input.Rounds.Count; r++)
            {
                if (line.Ranks[r] is not { } rank) continue;
                var tied = all.Districts.Count(d => d.Ranks[r] == rank) > 1;
                var there = context with { Round = input.Rounds[r].Code };
                marks.Add(new(
                    Place(area, input, line, r, rank), $"{line.District.In(context.Language)} {input.Rounds[r].In(context.Language)}",
                    context.Word(tied ? "RankTied" : "RankIs", rank), there.ToDistrict(line.District.Code), 8));
            }
        }

        BumpEnds.Brackets(plot, area, input, frame);
        labels.AddRange(BumpEnds.Labels(input, frame, Math.Max(1, BumpEnds.Pitch / high)));
        return new(plot, area.Height, labels, marks);
    }

    private static void Line(Plot plot, Area area, FigureFrame frame, BumpInput input, BumpLine line)
    {
        var picked = PickedAt(input, line);
        var color = frame[picked < 0 ? Ink.Faint : FigurePalette.Series(picked)];
        var at = Enumerable.Range(0, line.Ranks.Count).Where(r => line.Ranks[r] is not null)
            .Select(r => (Round: r, Place: Place(area, input, line, r, line.Ranks[r]!.Value))).ToList();
        for (var i = 1; i < at.Count; i++)
        {
            var (from, to) = (at[i - 1].Place, at[i].Place);
            var width = picked < 0 ? 1.5 : 2.5;
            // Not evaluated in between: the way there is not known.
            if (at[i].Round - at[i - 1].Round > 1) plot.Line(from.X, from.Y, to.X, to.Y, color, width, Stroke.Dashed);
            else plot.Curve(from, to, color, width);
        }
    }

    private static void Dots(Plot plot, Area area, FigureFrame frame, BumpInput input, BumpLine line)
    {
        var picked = PickedAt(input, line);
        for (var r = 0; r < line.Ranks.Count; r++)
        {
            if (line.Ranks[r] is not { } rank) continue;
            var place = Place(area, input, line, r, rank);
            plot.Dot(place.X, place.Y, frame[picked < 0 ? Ink.Faint : FigurePalette.Series(picked)], picked < 0 ? 7 : 10, outline: frame[Ink.Ground]);
        }
    }

    /// <summary>Those who tie stand side by side, so that each has a dot of its own.</summary>
    private static Coordinates Place(Area area, BumpInput input, BumpLine line, int round, int rank)
    {
        var tied = input.Districts.Where(d => d.Ranks[round] == rank).ToList();
        var aside = (tied.IndexOf(line) - (tied.Count - 1) / 2.0) * Fan;
        return new(area.X(area.Px(round) + aside), rank);
    }

    private static int PickedAt(BumpInput input, BumpLine line)
    {
        for (var i = 0; i < input.Picked.Count; i++)
        {
            if (input.Picked[i] == line.District.Code) return i;
        }

        return -1;
    }

    private static string Counted(BumpInput input, FigureContext context, int round) =>
        context.Word("RoundWithCount", input.Rounds[round].In(context.Language), input.Districts.Count(d => d.Ranks[round] is not null));
}
