using Dapper;
using DuckDB.NET.Data;

namespace LearningCity.Warehouse.Marts;

/// <summary>Which rounds have other scores than at the last publication. Every change of a score carries the number of its load.</summary>
public static class RoundStates
{
    /// <summary>The state of each round as it is now, in the columns of meta_round.</summary>
    public const string Now = """
        select
            round,
            coalesce(s.scores, 0) as scores,
            coalesce(s.points, 0)::decimal(18, 2) as points,
            coalesce(s.last_load, 0)::integer as last_load,
            coalesce(h.last_end, 0)::integer as last_end
        from (select round, count(*) as scores, sum(points) as points, max(load) as last_load from fct_score group by round) s
        full join (select round, max(ended_by) as last_end from hst_score group by round) h using (round)
        """;

    /// <param name="all">Whether every round that holds or held scores is wanted.</param>
    public static IReadOnlyList<string> Changed(DuckDBConnection connection, bool all) => [.. connection.Query<string>($"""
        with now as ({Now})
        select distinct round
        from (
            (from now {(all ? "" : "except from meta_round")})
            union all
            (from meta_round {(all ? "" : "except from now")})
        )
        """)];

    public static void Remember(DuckDBConnection connection)
    {
        connection.Execute("delete from meta_round");
        connection.Execute($"insert into meta_round {Now}");
    }
}
