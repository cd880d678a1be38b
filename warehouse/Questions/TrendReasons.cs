using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Warehouse.Questions;

/// <summary>The reason codes of a change of framework, in words.</summary>
public static class TrendReasons
{
    private static readonly Dictionary<string, (string Zh, string En)> Words = new()
    {
        [LineageKinds.Rescaled] = ("分值有调整，按得分率比较", "max points changed: compared as rates"),
        [LineageKinds.Split] = ("指标已拆分，按份额折算得分率", "indicator was split: rates weighted by share"),
        [LineageKinds.Merged] = ("指标已合并，按份额加权得分率", "indicators were merged: rates weighted by share"),
        [Crosswalk.Moved] = ("指标在一级指标间有调整", "indicators moved between dimensions"),
        [LineageKinds.New] = ("含新增指标，不可比", "holds a new indicator: not comparable"),
        [LineageKinds.Dropped] = ("有指标取消，不可比", "an indicator was dropped: not comparable"),
        [Crosswalk.Unlinked] = ("两个指标体系之间没有对应关系，不可比", "no lineage links the two frameworks: not comparable"),
    };

    public static string Zh(string reasons) => string.Join("；", Each(reasons).Select(w => w.Zh));

    public static string En(string reasons) => string.Join("; ", Each(reasons).Select(w => w.En));

    private static IEnumerable<(string Zh, string En)> Each(string reasons) =>
        reasons.Split(',').Select(r => Words.GetValueOrDefault(r, (r, r)));
}
