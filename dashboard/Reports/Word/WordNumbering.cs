using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Dashboard.Reports.Word;

/// <summary>How headings are numbered, by Word itself: 一、（一）1. in Chinese, 1, 1.1, 1.1.1 in English; annexes 附件1, Annex 1.</summary>
internal static class WordNumbering
{
    /// <summary>Ids of the lists.</summary>
    public const int Headings = 1;

    public const int Annexes = 2;

    public static Numbering Build(bool zh, string annex)
    {
        var levels = zh
            ? new[] { ("%1、", NumberFormatValues.ChineseCountingThousand), ("（%2）", NumberFormatValues.ChineseCountingThousand), ("%3.", NumberFormatValues.Decimal) }
            : [("%1", NumberFormatValues.Decimal), ("%1.%2", NumberFormatValues.Decimal), ("%1.%2.%3", NumberFormatValues.Decimal)];
        return new Numbering(
            Abstract(0, [.. levels.Select((l, i) => Level(i, l.Item1, l.Item2, $"{WordStyles.Heading}{i + 1}", zh ? WordStyles.TwoCharacters : 0, zh))]),
            Abstract(1, [Level(0, annex + "%1", NumberFormatValues.Decimal, null, 0, zh: false)]),
            new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = Headings },
            new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = Annexes });
    }

    /// <summary>The number that Word will put before a heading, for the contents.</summary>
    /// <param name="at">Which heading of its level, and of the levels above it.</param>
    public static string Of(bool zh, IReadOnlyList<int> at) => zh
        ? at.Count switch { 1 => ChineseNumerals.Of(at[0]) + "、", 2 => $"（{ChineseNumerals.Of(at[1])}）", _ => $"{at[2]}." }
        : string.Join('.', at) + "\u2003";

    private static AbstractNum Abstract(int id, Level[] levels)
    {
        var list = new AbstractNum(new MultiLevelType { Val = MultiLevelValues.Multilevel }) { AbstractNumberId = id };
        list.Append(levels.Cast<OpenXmlElement>());
        return list;
    }

    private static Level Level(int level, string text, NumberFormatValues format, string? style, int indent, bool zh)
    {
        var found = new Level(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }) { LevelIndex = level };
        if (style is not null)
            found.Append(new ParagraphStyleIdInLevel { Val = style });
        found.Append(
            new LevelSuffix { Val = zh ? LevelSuffixValues.Nothing : LevelSuffixValues.Space }, new LevelText { Val = text },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = "0", FirstLine = indent.ToString(System.Globalization.CultureInfo.InvariantCulture) }));
        return found;
    }
}
