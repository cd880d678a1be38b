using System.Data;
using System.Runtime.CompilerServices;
using Dapper;

namespace LearningCity.Warehouse.Snapshots;

/// <summary>How Dapper reads DuckDB: snake_case columns into records, timestamps as UTC.</summary>
internal static class DuckDbMapping
{
#pragma warning disable CA2255 // Dapper's mapping is one global; it must stand before the first query, wherever that comes from.
    [ModuleInitializer]
    internal static void Register()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.AddTypeHandler(new UtcHandler());
    }
#pragma warning restore CA2255

    private sealed class UtcHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) =>
            new(DateTime.SpecifyKind((DateTime)value, DateTimeKind.Utc));

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = value.UtcDateTime;
    }
}
