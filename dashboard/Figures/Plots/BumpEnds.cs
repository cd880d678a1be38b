using LearningCity.Dashboard.Figures.Rendering;

namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>The names at both ends of a bump chart. A tie leaves as many rows empty as it has members too many, so its names
/// stand one below the other beside its one number and nothing is cut or written over.</summary>
internal sealed class BumpEnds
{
    /// <summary>Pixels from one name to the next.</summary>
    public const double Pitch = 17;

    private const double Air = 16;

    private BumpEnds(double left, double right) => (Left, Right) = (left, right);

    /// <summary>Pixels needed at the left.</summary>
    public double Left { get; }

    public double Right { get; }

    public static BumpEnds Of(BumpInput input, FigureFrame frame)
    {
        double Room(int round)
        {
            var names = input.Districts.Where(d => d.Ranks[round] is not null).Select(d => FigureFont.Width(d.District.ShortIn(frame.Language), Size(frame), strong: true)).DefaultIfEmpty(0);
            return names.Max() + NumberRoom(frame) + Fanned(input, round) + Air;
        }

        return new(Room(0), Room(input.Rounds.Count - 1));
    }

    /// <param name="apart">Ranks that a name takes up: 1, or more where not all districts are drawn. A name without room is left out, one picked out never.</param>
    public static IEnumerable<FigureLabel> Labels(BumpInput input, FigureFrame frame, double apart)
    {
        var last = input.Rounds.Count - 1;
        foreach (var label in End(WithRoom(input, last, apart), frame, last, Side.Right)) yield return label;
        if (last == 0) yield break;
        foreach (var label in End(WithRoom(input, 0, apart), frame, 0, Side.Left)) yield return label;
    }

    private static BumpInput WithRoom(BumpInput input, int round, double apart)
    {
        if (apart <= 1) return input;
        var taken = new List<int>();
        var named = new HashSet<string>();
        foreach (var line in input.Districts.Where(d => d.Ranks[round] is not null).OrderBy(d => input.Picked.Contains(d.District.Code) ? 0 : 1).ThenBy(d => d.Ranks[round]))
        {
            var rank = line.Ranks[round]!.Value;
            if (!input.Picked.Contains(line.District.Code) && taken.Exists(t => Math.Abs(t - rank) < apart)) continue;
            taken.Add(rank);
            named.Add(line.District.Code);
        }

        return input with { Districts = [.. input.Districts.Where(d => named.Contains(d.District.Code))] };
    }

    /// <summary>A thin rule beside the names of a tie holds them together.</summary>
    public static void Brackets(ScottPlot.Plot plot, Area area, BumpInput input, FigureFrame frame)
    {
        foreach (var (round, direction) in new[] { (0, -1), (input.Rounds.Count - 1, 1) })
        {
            foreach (var tie in input.Districts.Where(d => d.Ranks[round] is not null).GroupBy(d => d.Ranks[round]!.Value).Where(g => g.Count() > 1))
            {
                var x = area.X(area.Px(round) + direction * (Air - 2 + Fanned(input, round) + NumberRoom(frame) - 9));
                plot.Line(x, tie.Key - 0.3, x, tie.Key + tie.Count() - 0.7, frame[Ink.Axis], 1);
            }
        }
    }

    private static IEnumerable<FigureLabel> End(BumpInput input, FigureFrame frame, int round, Side side)
    {
        var away = (side == Side.Right ? 1 : -1) * (Air - 2 + Fanned(input, round));
        var beyond = side == Side.Right ? NumberRoom(frame) - 4 : -(NumberRoom(frame) - 4);
        foreach (var tie in input.Districts.Where(d => d.Ranks[round] is not null).GroupBy(d => d.Ranks[round]!.Value))
        {
            var members = tie.ToList();
            var row = tie.Key;
            foreach (var member in members)
            {
                var picked = input.Picked.ToList().IndexOf(member.District.Code);
                var ink = picked < 0 ? Ink.Muted : FigurePalette.SeriesText(picked);
                if (row == tie.Key)
                {
                    var number = members.Count > 1 ? $"{tie.Key}=" : $"{tie.Key}";
                    yield return new(new(round, row), number, side, away, 0, members.Count > 1 ? Ink.Muted : ink, Size(frame), picked >= 0 && members.Count == 1);
                }

                yield return new(new(round, row), member.District.ShortIn(frame.Language), side, away + beyond, 0, ink, Size(frame), picked >= 0);
                row++;
            }
        }
    }

    private static double Size(FigureFrame frame) => frame.Narrow ? 11.5 : FigureFont.Label;

    private static double NumberRoom(FigureFrame frame) => frame.Narrow ? 30 : 38;

    private static double Fanned(BumpInput input, int round)
    {
        var most = input.Districts.Where(d => d.Ranks[round] is not null).GroupBy(d => d.Ranks[round]).Select(g => g.Count()).DefaultIfEmpty(1).Max();
        return (most - 1) * 6;
    }
}
