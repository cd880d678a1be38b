using System.Text;
using LearningCity.Dashboard.Tests.Hosting;
using LearningCity.Etl.Loading;
using LearningCity.Etl.Samples;
using LearningCity.Tests.Support;

namespace LearningCity.Dashboard.Tests.Api;

/// <summary>The examples of the OpenAPI document are answers that the API really gave, apart from ids and times.</summary>
public sealed class ExampleTests(SampleDashboard dashboard)
{
    [Theory]
    [InlineData("rankings", "rankings?pageSize=2")]
    [InlineData("indicators", "indicators?pageSize=2")]
    [InlineData("results", "results?district=110112&indicator=D10")]
    [InlineData("trends", "trends?district=110112&pageSize=2")]
    [InlineData("districts", "districts/110105?peers=zone&pageSize=1")]
    [InlineData("snapshots", "snapshots")]
    [InlineData("agreement", "agreement?pageSize=2")]
    [InlineData("panel", "panel?pageSize=2")]
    [InlineData("certainty", "certainty?pageSize=2")]
    [InlineData("changes", "changes?pageSize=2")]
    [InlineData("whatif", "whatif?district=110112&points=D10:3,F1:6")]
    [InlineData("reweighted", "reweighted?weights=F:1,D:1,O:1&pageSize=2")]
    public async Task An_example_is_what_the_sample_answers(string route, string address) =>
        Examples.Held(route, await dashboard.English.Json(address));

    [Fact]
    public async Task The_examples_of_loads_and_lineage_are_what_the_sample_forms_lead_to()
    {
        using var folder = new TempFolder();
        SampleForms.Load(folder.Data);
        await using var factory = new DashboardFactory(folder.Data);
        using var client = factory.Client();

        Examples.Held("loads", await client.Json("loads"));
        Examples.Held("lineage", await client.Json("lineage?district=110112&indicator=D10&pageSize=2"));
    }

    [Fact]
    public async Task The_example_of_rejected_rows_is_what_a_faulty_list_leads_to()
    {
        using var folder = new TempFolder();
        var list = "round,district,indicator,rater,expert,points\n2026,110101,F1,expert,,5\n2026,110102,F1,expert,,99\n";
        Loader.Load(folder.Data, new LoadRequest([]) { Uploads = [new("2026.csv", Encoding.UTF8.GetBytes(list))] });
        await using var factory = new DashboardFactory(folder.Data, sample: false);
        using var client = factory.Client();

        Examples.Held("rejected", await client.Json("rejected?pageSize=1"));
    }
}
