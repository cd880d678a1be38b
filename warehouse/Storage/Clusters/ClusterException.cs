namespace LearningCity.Warehouse.Storage.Clusters;

/// <summary>What an error of a cluster means for whoever called.</summary>
public enum ClusterFault
{
    /// <summary>The address cannot be understood, or the folder and the cluster do not belong together: calling again changes nothing.</summary>
    WrongUse,

    /// <summary>A server does not answer, refuses, or went away: no part of a load can be seen, and the same call may succeed later.</summary>
    Failed,
}

/// <summary>The cluster of scores cannot be used, said to people. Never holds a password.</summary>
public sealed class ClusterException(ClusterFault fault, string zh, string en, Exception? cause = null) : Exception($"{zh} | {en}", cause)
{
    public ClusterFault Fault { get; } = fault;

    public string Zh { get; } = zh;

    public string En { get; } = en;

    /// <summary>The same of a publication after a load that is kept.</summary>
    public ClusterException After(int load) => new(
        Fault, $"批次 {load} 已装载，但没有发布。{Zh}排除后执行 publish 即可发布",
        $"Load {load} is kept but not published. {En} Once that is mended, the verb publish publishes it", this);
}
