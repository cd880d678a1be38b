using System.Text.RegularExpressions;

namespace LearningCity.Warehouse.Questions;

/// <summary>The notes kept with a score: what was normalised on the way in, as <c>points: 5.5分 → 5.5; indicator: Ｆ１ → F1</c>.</summary>
public static partial class ScoreNotes
{
    /// <summary>The same with its words in Chinese; what was found in the file stays as it was found.</summary>
    public static string? InChinese(string? note) => note is null ? null : Word().Replace(note, match =>
        (match.Groups["between"].Length > 0 ? "；" : "") + match.Groups["what"].Value switch
        {
            "points" => "得分：",
            "indicator" => "指标：",
            "expert" => "专家：",
            "district" => "区：",
            _ => "轮次：",
        });

    [GeneratedRegex("(^|(?<between>; ))(?<what>points|indicator|expert|district|round): ", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
