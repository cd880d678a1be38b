using System.Reflection;
using DuckDB.NET.Data;

namespace LearningCity.Dashboard.SqlConsole.Child;

/// <summary>Lists whose elements may be null: the reader offers List&lt;int&gt; for INTEGER[] and throws at the first null.</summary>
internal static class NestedList
{
    private static readonly MethodInfo GetFieldValue = typeof(DuckDBDataReader).GetMethod(nameof(DuckDBDataReader.GetFieldValue))!;

    public static object? Read(DuckDBDataReader reader, int i)
    {
        try
        {
            return GetFieldValue.MakeGenericMethod(Nullable(reader.GetFieldType(i))).Invoke(reader, [i]);
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            throw new NotSupportedException(e.InnerException.Message, e.InnerException);
        }
    }

    private static Type Nullable(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>)
            ? typeof(List<>).MakeGenericType(Nullable(type.GetGenericArguments()[0]))
            : type.IsValueType ? typeof(Nullable<>).MakeGenericType(type) : type;
}
