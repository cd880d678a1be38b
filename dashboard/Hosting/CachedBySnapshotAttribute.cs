namespace LearningCity.Dashboard.Hosting;

/// <summary>Marks an endpoint whose answers depend on snapshot, URL and language alone; see <see cref="SnapshotCaching"/>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class CachedBySnapshotAttribute : Attribute;
