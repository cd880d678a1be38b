namespace LearningCity.Warehouse.Catalogs;

/// <summary>A versioned set of dimensions and indicators (指标体系).</summary>
public sealed record Framework(string Code, string NameZh, string NameEn, DateOnly EffectiveFrom);

/// <summary>A first-level indicator (一级指标); <paramref name="MaxPoints"/> is the sum over its indicators.</summary>
public sealed record Dimension(string Framework, string Code, int Position, string NameZh, string NameEn, decimal MaxPoints);

/// <summary>A second-level indicator (二级指标). <paramref name="Position"/> counts from 1 within its dimension;
/// <paramref name="NumberZh"/> is what people see, such as 二.10.</summary>
public sealed record Indicator(
    string Framework, string Code, string Dimension, int Position, string NumberZh, decimal MaxPoints,
    bool Hearing, bool Documents, bool Interviews, bool SiteVisit,
    string TextZh, string LabelZh, string LabelEn);

/// <summary>A district (区), identified by its GB/T 2260 code, with the one zone (功能区) it is compared within.</summary>
public sealed record District(
    string Code, string NameZh, string NameEn, string ShortZh, string Zone, string ZoneZh, string ZoneEn, long? Population);

/// <summary>One evaluation campaign (评估轮次) on one framework. Rounds are ordered by date, then code.</summary>
public sealed record Round(string Code, string Framework, string NameZh, string NameEn, DateOnly Date);

/// <summary>How an indicator of one framework became one of the next; null on one side for new and dropped ones.</summary>
public sealed record LineageLink(string FromFramework, string? FromIndicator, string ToFramework, string? ToIndicator, decimal Share);
