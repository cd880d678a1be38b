namespace LearningCity.Dashboard.Hosting;

/// <summary>Marks a page whose answers depend on more than the snapshot in view, such as the list of all snapshots: they are not kept.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LiveAttribute : Attribute;
