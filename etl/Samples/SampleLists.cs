using System.Globalization;
using System.Text;

namespace LearningCity.Etl.Samples;

/// <summary>Lists of synthetic scores. The last column is headed 示例数据 and empty: it marks the file and costs a comma a row.</summary>
internal static class SampleLists
{
    /// <summary>Tidy scores in codes, without a byte order mark.</summary>
    public static long Tidy(string path, IEnumerable<SampleScore> scores)
    {
        using var writer = Open(path, mark: false);
        writer.WriteLine($"round,district,indicator,rater,expert,points,{SampleOptions.Mark}");
        var count = 0L;
        foreach (var score in scores)
        {
            writer.Write(Field(score.Round));
            writer.Write(',');
            writer.Write(Field(score.District));
            writer.Write(',');
            writer.Write(Field(score.Indicator));
            writer.Write(',');
            writer.Write(score.Rater);
            writer.Write(',');
            writer.Write(score.Expert);
            writer.Write(',');
            writer.Write(Points(score.Points));
            writer.WriteLine(',');
            count++;
        }
        return count;
    }

    /// <summary>The experts' own scores of one round, as panel secretaries keep them: with a byte order mark, for Excel.</summary>
    /// <param name="nameOf">A district's name by its code.</param>
    public static long Panel(string path, IEnumerable<SampleScore> scores, Func<string, string> nameOf)
    {
        using var writer = Open(path, mark: true);
        writer.WriteLine($"评估轮次,区,指标,专家,得分,{SampleOptions.Mark}");
        var count = 0L;
        foreach (var score in scores)
        {
            writer.WriteLine($"{Field(score.Round)},{Field(nameOf(score.District))},{Field(score.Indicator)},{score.Expert},{Points(score.Points)},");
            count++;
        }
        return count;
    }

    /// <summary>Self scores and the panel's consolidated scores of one round, with a byte order mark, for Excel.</summary>
    /// <param name="nameOf">A district's name by its code.</param>
    public static long Consolidated(string path, IEnumerable<SampleScore> scores, Func<string, string> nameOf)
    {
        using var writer = Open(path, mark: true);
        writer.WriteLine($"评估轮次,区,指标,评分方,专家,得分,{SampleOptions.Mark}");
        var count = 0L;
        foreach (var score in scores)
        {
            var rater = score.Rater == SampleScore.SelfRater ? "自评" : "专家";
            writer.WriteLine($"{Field(score.Round)},{Field(nameOf(score.District))},{Field(score.Indicator)},{rater},{score.Expert},{Points(score.Points)},");
            count++;
        }
        return count;
    }

    /// <summary>A field of a CSV line, quoted where it must be.</summary>
    internal static string Field(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static StreamWriter Open(string path, bool mark) =>
        new(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: mark), bufferSize: 1 << 16) { NewLine = "\n" };

    private static string Points(decimal points) => points.ToString("0.##", CultureInfo.InvariantCulture);
}
