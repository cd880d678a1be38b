using LearningCity.Dashboard.Api.Writing;
using LearningCity.Dashboard.Resources;

namespace LearningCity.Dashboard.Reports.Workbooks;

/// <summary>How the values of a column are shown.</summary>
internal enum AnnexFormat
{
    Text,
    Whole,
    SignedWhole,
    Points,
    SignedPoints,
    Rate,
    SignedRate,
    Ratio,
    Date,
}

/// <summary>Which colours lie behind the values of a column.</summary>
internal enum AnnexColours
{
    None,

    /// <summary>The more the darker.</summary>
    Sequential,

    /// <summary>Self higher to one side, expert higher to the other, white at zero.</summary>
    Diverging,
}

/// <param name="Field">The field of the API that it holds; null for one of the workbook's own.</param>
/// <param name="Meaning">For the sheet that explains the columns.</param>
internal sealed record AnnexColumn(string Head, string? Field, string Meaning, AnnexFormat Format, Func<object, object?> Read, AnnexColours Colours = AnnexColours.None);

/// <summary>One sheet of the annex: what one question answered.</summary>
/// <param name="Frozen">Columns that stay in view at the left.</param>
internal sealed record AnnexSheet(string Name, IReadOnlyList<AnnexColumn> Columns, IReadOnlyList<object> Rows, int Frozen = 1)
{
    /// <summary>A sheet of the rows of a question; a column is a field as the API names it, and has the API's meaning.</summary>
    /// <param name="fields">In order; <c>label</c> stands for labelZh or labelEn, <c>zoneName</c> for zoneZh or zoneEn beside the code <c>zone</c>; a star or ± asks for colours.</param>
    public static AnnexSheet Of<TRow>(string name, IReadOnlyList<TRow> rows, Text text, int frozen, params ReadOnlySpan<string> fields)
        where TRow : class
    {
        var words = new ReportWords(text);
        var columns = new List<AnnexColumn>();
        foreach (var asked in fields)
        {
            var (field, colours) = asked.EndsWith('*') ? (asked[..^1], AnnexColours.Sequential) : asked.EndsWith('±') ? (asked[..^1], AnnexColours.Diverging) : (asked, AnnexColours.None);
            var shape = RowShape.Of<TRow>();
            var column = field.EndsWith("Name", StringComparison.Ordinal) ? shape.Column(field[..^4] + text.Pick("Zh", "En"))
                : shape.Columns.FirstOrDefault(c => c.Name == field) ?? shape.Column(field + text.Pick("Zh", "En"));
            var both = ApiText.Both($"field.{typeof(TRow).Name}.{column.Name}") ?? ApiText.Both($"field.{column.Name}") ?? "";
            var meaning = both.Split(" | ") is [var zh, var en] ? text.Pick(zh, en) : both;
            columns.Add(new AnnexColumn(words["field." + field], column.Name, meaning, AnnexFormats.Of(column), column.Read, colours));
        }

        return new AnnexSheet(name, columns, rows, frozen);
    }
}
