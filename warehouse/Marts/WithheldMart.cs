namespace LearningCity.Warehouse.Marts;

/// <summary>Every statistic of the marts that is not given, with the reason: what the others left behind while they were computed.</summary>
public static class WithheldMart
{
    /// <summary>Of rounds that are here only because an earlier one changed, what looks back; their own statistics stand (see <see cref="MartFile.Keeps"/>).</summary>
    public static IEnumerable<object?[]> Rows(MartInput input)
    {
        var changes = ChangeMart.Of(input);
        return input.Rounds.SelectMany(round => input.Memory.Withheld(round).Append(changes[round].Reasons)).SelectMany(reasons => reasons.Rows);
    }

    /// <summary>Reasons of the statistics that a round has by itself.</summary>
    internal static IReadOnlyList<Reasons> Own(MartInput input, string round) => !input.Evaluated.Contains(round) ? [] :
    [
        RankIntervalMart.Of(input, round).Reasons, RankRobustnessMart.Of(input, round).Reasons, .. AgreementMart.Of(input, round).Reasons,
        .. PanelMart.Of(input, round).Reasons, .. ItemMart.Of(input, round).Reasons,
    ];
}
