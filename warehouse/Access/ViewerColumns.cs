namespace LearningCity.Warehouse.Access;

/// <summary>How a column of the snapshot goes into a viewer's file.</summary>
public enum ColumnRule
{
    Keep,

    /// <summary>Names an expert: a pseudonym goes in its place.</summary>
    Pseudonym,

    /// <summary>May hold whatever a form held: kept where the catalog knows the value, else null.</summary>
    KnownOnly,

    /// <summary>Stays, without its values: a question names it.</summary>
    Blank,

    /// <summary>A number within the table in place of the value: how many there are may be known.</summary>
    Numbered,

    Drop,
}

/// <summary>What of a snapshot researchers may read, and at most any other viewer who may not see all. A table or text that is not known to
/// be harmless is left out.</summary>
public static class ViewerColumns
{
    public const string PseudonymComment = "专家化名，同一数据目录的各快照中一致 | Expert under a pseudonym, the same in every snapshot of this warehouse";

    private static readonly string[] Tables =
        ["indicator_lineage", "fct_score", "hst_score", "log_load", "log_check", "log_rule", "log_source_file", "log_rejected_row"];

    private static readonly string[] Prefixes = ["dim_", "rpt_"];

    /// <summary>Where a value came from (a name of a file or sheet may be a person's), and free text that may quote it.</summary>
    private static readonly string[] Dropped =
        ["source_file", "file_name", "path", "extension", "sheet", "cell", "source_row", "note", "value", "message_zh", "message_en", "examples"];

    private static readonly Dictionary<string, string> Catalog = new(StringComparer.Ordinal)
    {
        ["round"] = "dim_round",
        ["district"] = "dim_district",
        ["indicator"] = "dim_indicator",
    };

    public static bool Holds(string table) =>
        Tables.Contains(table, StringComparer.Ordinal) || Prefixes.Any(p => table.StartsWith(p, StringComparison.Ordinal));

    /// <summary>The rule of a column of a table that the file holds.</summary>
    public static ColumnRule Rule(string table, string column, string type)
    {
        if (table is "log_check" or "log_rule" or "rpt_withheld" && column.StartsWith("message_", StringComparison.Ordinal))
        {
            return ColumnRule.Keep;
        }

        if (table == "log_source_file" && column == "source_file")
        {
            return ColumnRule.Numbered;
        }

        if (table == "log_check" && column == "examples")
        {
            return ColumnRule.Blank;
        }

        if (Dropped.Contains(column, StringComparer.Ordinal))
        {
            return ColumnRule.Drop;
        }

        if (column == "expert")
        {
            return ColumnRule.Pseudonym;
        }

        if (column.Contains("expert", StringComparison.Ordinal) && type.Contains("VARCHAR", StringComparison.Ordinal) && column != "expert_source")
        {
            return ColumnRule.Blank;
        }

        return table == "log_rejected_row" && Catalog.ContainsKey(column) ? ColumnRule.KnownOnly : ColumnRule.Keep;
    }

    /// <summary>The column's expression in the select that fills the file; <c>known</c> is the attached snapshot.</summary>
    internal static string Expression(string column, string type, ColumnRule rule) => rule switch
    {
        ColumnRule.Blank => $"null::{type} as \"{column}\"",
        ColumnRule.Numbered => $"'F' || dense_rank() over (order by t.\"{column}\") as \"{column}\"",
        ColumnRule.Pseudonym => $"(select p.pseudonym from temp.pseudonym p where p.expert = t.\"{column}\") as \"{column}\"",
        ColumnRule.KnownOnly => $"case when t.\"{column}\" in (select \"{column}\" from known.{Catalog[column]}) then t.\"{column}\" end as \"{column}\"",
        _ => $"t.\"{column}\"",
    };
}
