using LearningCity.Dashboard.Tests.Features;
using LearningCity.Dashboard.Tests.Hosting;
using LearningCity.Etl.Commands;
using LearningCity.Tests.Support;

[assembly: AssemblyFixture(typeof(LargeCity))]

namespace LearningCity.Dashboard.Tests.Features;

/// <summary>The dashboard of a province: 220 districts, two rounds, a panel of two; made, loaded and published by the program's own commands. Started by the first that asks.</summary>
public sealed class LargeCity : IDisposable
{
    public const int Districts = 220;

    private readonly TempFolder folder = new();
    private readonly Lazy<DashboardFactory> factory;
    private readonly Lazy<HttpClient> client;

    public LargeCity()
    {
        factory = new(() =>
        {
            var sample = folder.File("sample");
            Run("sample", sample, "--districts", "220", "--rounds", "2", "--experts", "2", "--format", "tidy");
            Run("catalog", "import", sample + "-catalog", "--no-publish");
            Run("load", sample);
            return new DashboardFactory(folder.Data, sample: false);
        });
        client = new(() => factory.Value.Client());
    }

    public HttpClient Client => client.Value;

    public void Dispose()
    {
        if (factory.IsValueCreated)
            factory.Value.Dispose();
        folder.Dispose();
    }

    private void Run(params string[] verb)
    {
        using var said = new StringWriter();
        CommandLine.Run([.. verb, "--data", folder.Path], said, said).ShouldBe(0, said.ToString());
    }
}
