namespace LearningCity.Warehouse.Marts;

/// <summary>Every statistic of the marts that is not given, with the reason: what the others left behind while they were computed.</summary>
public static class WithheldMart
{
    public static IEnumerable<object?[]> Rows(MartInput input)
    {
        var changes = ChangeMart.Of(input);
        return input.Evaluated.SelectMany(round => new[]
        {
            RankIntervalMart.Of(input, round).Reasons, RankRobustnessMart.Of(input, round).Reasons, changes[round].Reasons,
        }.Concat(AgreementMart.Of(input, round).Reasons).Concat(PanelMart.Of(input, round).Reasons).Concat(ItemMart.Of(input, round).Reasons))
            .SelectMany(reasons => reasons.Rows);
    }
}
