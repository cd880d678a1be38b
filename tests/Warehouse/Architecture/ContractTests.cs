using System.Globalization;
using System.Text;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Warehouse.Tests.Architecture;

/// <summary>Names of tables and columns are a published contract, and each says in two languages what it is.</summary>
public sealed class ContractTests
{
    private const string Begin = "<!-- dictionary: kept up to date by a test -->\n";
    private const string End = "<!-- end of dictionary -->";

    [Fact]
    public void Every_table_and_column_says_what_it_is_in_two_languages()
    {
        using var s = SampleWarehouse.Shared.Lease();
        Dictionary.Ask(s).Rows.Where(r => r.CommentZh is null || r.CommentEn is null).Select(r => $"{r.Table}.{r.Column}").ShouldBeEmpty();
    }

    [Fact]
    public void A_table_is_said_to_hold_the_rows_that_it_holds()
    {
        using var s = SampleWarehouse.Shared.Lease();
        foreach (var table in Dictionary.Ask(s).Rows.Where(r => r.Column is null))
            table.Rows.ShouldBe(s.Query<long>($"select count(*) from {table.Table}")[0], table.Table);
    }

    [Fact]
    public void Tables_columns_and_types_are_the_approved_ones()
    {
        using var s = SampleWarehouse.Shared.Lease();
        var text = new StringBuilder();
        foreach (var row in Dictionary.Ask(s).Rows)
            text.Append(row.Column is null ? $"{row.Table}\n" : $"    {row.Column} {row.Type!.ToLowerInvariant()}{(row.Nullable ? "" : " not null")}\n");
        Approval.Match("Approved/contract.txt", text.ToString());
    }

    [Fact]
    public void The_readme_holds_the_dictionary_of_the_snapshot()
    {
        using var s = SampleWarehouse.Shared.Lease();
        var text = new StringBuilder();
        foreach (var table in Dictionary.Ask(s).Rows.GroupBy(r => r.Table))
        {
            var head = table.First();
            text.Append(CultureInfo.InvariantCulture, $"\n### `{head.Table}`\n\n{head.CommentZh} | {head.CommentEn}\n\n| 列 Column | 类型 Type | 含义 | Meaning |\n|---|---|---|---|\n");
            foreach (var column in table.Skip(1))
                text.Append(CultureInfo.InvariantCulture, $"| `{column.Column}` | {column.Type!.ToLowerInvariant()} | {column.CommentZh} | {column.CommentEn} |\n");
        }
        text.Append('\n');
        var path = Path.Combine("..", "..", "warehouse", "README.md");
        var readme = File.ReadAllText(Path.Combine(Approval.TestsFolder(), path)).ReplaceLineEndings("\n");
        var (begin, end) = (readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, readme.IndexOf(End, StringComparison.Ordinal));
        Approval.Match(path, readme[..begin] + text + readme[end..]);
    }
}
