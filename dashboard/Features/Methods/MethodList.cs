using System.Reflection;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Dashboard.Features.Methods;

/// <summary>Every statistic in use, in the order in which the warehouse names them.</summary>
public static class MethodList
{
    public static IReadOnlyList<Method> All { get; } =
        [.. typeof(Warehouse.Statistics.Methods).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(p => p.GetValue(null)).OfType<Method>()];
}
