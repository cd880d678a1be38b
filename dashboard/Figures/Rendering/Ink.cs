namespace LearningCity.Dashboard.Figures.Rendering;

/// <summary>Every colour a figure may use, by what it is for. The CSS token of an ink is <c>--fig-</c> and its name in kebab case.</summary>
public enum Ink
{
    /// <summary>The ground; left out of figures on a page.</summary>
    Ground,

    /// <summary>Names, values.</summary>
    Text,

    /// <summary>Axis ticks, notes.</summary>
    Muted,

    /// <summary>Grid lines and rules.</summary>
    Rule,

    /// <summary>Axis lines and reference lines.</summary>
    Axis,

    /// <summary>Lines and dots that stand back.</summary>
    Faint,

    /// <summary>A filled band that stands back.</summary>
    Band,

    /// <summary>"No data" and "not tested".</summary>
    None,

    /// <summary>The one accent.</summary>
    Accent,

    Series1,
    Series2,
    Series3,
    Series4,

    /// <summary>Text in the colour of a series, dark enough to read.</summary>
    Series1Text,
    Series2Text,
    Series3Text,
    Series4Text,

    Bin1,
    Bin2,
    Bin3,
    Bin4,
    Bin5,

    /// <summary>Text on the bin of the same number.</summary>
    Bin1Text,
    Bin2Text,
    Bin3Text,
    Bin4Text,
    Bin5Text,

    /// <summary>The expert's score.</summary>
    Expert,

    /// <summary>The district's own score.</summary>
    Self,

    SelfHigher1,
    SelfHigher2,
    SelfHigher3,
    Even,
    ExpertHigher1,
    ExpertHigher2,
    ExpertHigher3,

    /// <summary>Text on the diverging step of the same name.</summary>
    SelfHigher1Text,
    SelfHigher2Text,
    SelfHigher3Text,
    EvenText,
    ExpertHigher1Text,
    ExpertHigher2Text,
    ExpertHigher3Text,

    /// <summary>In the best quarter.</summary>
    Good,

    /// <summary>In the last quarter.</summary>
    Poor,
}
