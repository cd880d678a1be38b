using LearningCity.Tests.Support;

[assembly: AssemblyFixture(typeof(LearningCity.Dashboard.Tests.Hosting.SampleDashboard))]

namespace LearningCity.Dashboard.Tests.Hosting;

/// <summary>The dashboard on the sample scores, started once for all tests that only read.</summary>
public sealed class SampleDashboard : IDisposable
{
    private readonly DashboardFactory factory = new(SampleWarehouse.Shared.Folder);

    public SampleDashboard() => (Chinese, English) = (factory.Client("zh-CN"), factory.Client("en"));

    public HttpClient Chinese { get; }

    public HttpClient English { get; }

    public void Dispose() => factory.Dispose();
}
