using Dapper;
using DuckDB.NET.Data;
using LearningCity.Etl.Validation;

namespace LearningCity.Etl.Loading;

/// <summary>Judges what was staged: faults, the good scores, and what they would change.</summary>
internal static class Judgement
{
    public static void Reach(DuckDBConnection connection, LongLists lists, bool partial)
    {
        lists.Judge();
        RuleSet.Judge(connection, RuleSet.Tables);
        Good(connection, partial);
        RuleSet.Judge(connection, RuleSet.Load);
        Good(connection, partial);
        connection.Execute(StagingTables.Sql("change"));
        RuleSet.Judge(connection, RuleSet.Changes);
    }

    private static void Good(DuckDBConnection connection, bool partial) => connection.Execute(
        StagingTables.Sql("good").Replace("$partial", partial ? "true" : "false", StringComparison.Ordinal));
}
