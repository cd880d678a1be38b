using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Warehouse.Questions;

/// <summary>One rule by which the loader judges what is submitted.</summary>
/// <param name="Severity">reject, warn or note.</param>
/// <param name="MessageZh">… stands for what is found in a file.</param>
public sealed record LoaderRule(string Rule, string Severity, string MessageZh, string MessageEn);

/// <summary>By which rules were the forms of this snapshot judged? In the loader's order; empty for a store that was loaded before rules were kept.</summary>
public static class LoaderRules
{
    public static Answer<LoaderRule> Ask(SnapshotReader s) => new(s.Info.Id, null, s.Query<LoaderRule>(
        "select rule, severity, message_zh, message_en from log_rule order by position"));
}
