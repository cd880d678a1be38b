using System.Reflection;
using System.Text.Json;

namespace LearningCity.Dashboard.Api.Writing;

/// <summary>One column of an answer: the name people and programs see, the type of its values, and how to read it.</summary>
public sealed record Column(string Name, Type Type, bool Nullable, Func<object, object?> Read)
{
    /// <summary>Lists have no order.</summary>
    public bool Sortable => typeof(IComparable).IsAssignableFrom(Type);
}

/// <summary>The columns of a record, in the order of its constructor; JSON, CSV, Parquet, sort and fields all go by them.</summary>
public sealed record RowShape(IReadOnlyList<Column> Columns)
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static RowShape Of<TRow>() => Shapes<TRow>.Shape;

    public Column Column(string name) => Columns.First(c => c.Name == name);

    private static Column Describe(PropertyInfo property)
    {
        var bare = System.Nullable.GetUnderlyingType(property.PropertyType);
        var nullable = bare is not null || Nullability.Create(property).ReadState == NullabilityState.Nullable;
        return new Column(JsonNamingPolicy.CamelCase.ConvertName(property.Name), bare ?? property.PropertyType, nullable, property.GetValue);
    }

    private static class Shapes<TRow>
    {
        public static readonly RowShape Shape = new([.. typeof(TRow)
            .GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(p => p.GetMethod is not null && p.Name != "EqualityContract")
            .Select(Describe)]);
    }
}
