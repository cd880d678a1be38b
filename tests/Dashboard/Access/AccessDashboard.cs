using LearningCity.Dashboard.Tests.Access;
using LearningCity.Dashboard.Tests.Hosting;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Storage;

[assembly: AssemblyFixture(typeof(AccessDashboard))]

namespace LearningCity.Dashboard.Tests.Access;

/// <summary>The dashboard on the sample scores with accounts, started once for all tests that need one.</summary>
public sealed class AccessDashboard : IDisposable
{
    public const string District = "110112";

    private readonly TempFolder folder = new();

    public AccessDashboard()
    {
        Directory.CreateDirectory(folder.Data.Sample.Snapshots);
        foreach (var file in Directory.GetFiles(SampleWarehouse.Shared.Folder.Sample.Snapshots))
        {
            File.Copy(file, Path.Combine(folder.Data.Sample.Snapshots, Path.GetFileName(file)));
        }

        Factory = With();
    }

    public DashboardFactory Factory { get; }

    public DataFolder Folder => folder.Data;

    /// <summary>Another dashboard on the same data, with other settings.</summary>
    public DashboardFactory With(params (string Key, string Value)[] settings) =>
        new(folder.Data, true, [("access", "accounts"), ("Access:SignInsPerMinute", "10000"), ("Access:QueriesPerMinute", "10000"), .. settings]);

    public void Dispose()
    {
        Factory.Dispose();
        folder.Dispose();
    }
}
