using System.Globalization;
using System.Text;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Warehouse.Exports;

/// <summary>The README of an export: what it is, how to open it, what is in it.</summary>
internal static class ExportReadme
{
    private const string Apostrophe =
        "以 = + - @ 或制表、换行符开头的文本前加了撇号，以免电子表格把它当作公式运行；数字不受影响。 | Text that begins with = + - @, a tab or a line break has an apostrophe "
        + "in front, so that no spreadsheet runs it as a formula; numbers are as they are.";

    public static string Of(ExportSource source, ExportFormat format, IReadOnlyList<DictionaryRow> dictionary, IReadOnlyList<ExportedFile> files)
    {
        var (info, text) = (source.Info, new StringBuilder());
        text.Append(CultureInfo.InvariantCulture, $"""
            # {Export.Title(info)}

            快照 | Snapshot `{info.Id}`，{info.PublishedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC · SHA-256 `{info.Sha256}`

            {(info.Sample ? "**示例数据**：分数由程序生成，不代表任何区。 | **Sample data**: the scores are synthetic and stand for no district.\n\n" : "")}空值表示未评，不是零分。得分率为 0–1。 | An empty value means not scored, never zero. Rates run from 0 to 1.

            {(source.Note is null ? "" : source.Note + "\n\n")}{(format == ExportFormat.Csv ? Apostrophe + "\n\n" : "")}核对 | Verify: `sha256sum -c {Export.ChecksumFile}`

            ## 打开 | Open

            {Snippets.Of(format, files)}
            ## 内容 | Contents

            | 文件 / 表 File / table | 说明 | Meaning |
            |---|---|---|

            """);
        foreach (var table in dictionary.Where(d => d.Column is null))
        {
            var file = files.FirstOrDefault(f => f.Table == table.Table);
            text.Append(CultureInfo.InvariantCulture, $"| `{file?.Name ?? table.Table}` | {table.CommentZh} | {table.CommentEn} |\n");
        }
        text.Append(CultureInfo.InvariantCulture, $"\n每一列的含义见 `{Export.DictionaryFile}`。 | Every column is explained in `{Export.DictionaryFile}`.\n");
        return text.ToString();
    }
}
