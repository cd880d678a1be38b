using System.Net;
using LearningCity.Warehouse.Access;

namespace LearningCity.Dashboard.Tests.Access;

/// <summary>What the audit trail holds of refusals and of files that leave.</summary>
public sealed class TrailTests(AccessDashboard dashboard)
{
    [Fact]
    public async Task Whoever_is_signed_in_and_refused_is_recorded_once_for_each_endpoint_however_often()
    {
        var name = await Visitor.Account(dashboard.Factory, "district:110112");
        using var visitor = await Visitor.SignedIn(dashboard.Factory, "", name);
        for (var n = 0; n < 20; n++)
        {
            (await visitor.Get($"/districts/{110101 + n}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }

        await visitor.Read("/data/audit", HttpStatusCode.Forbidden);
        await visitor.Read("/api/v1/rankings", HttpStatusCode.Forbidden);
        var denied = Events(AuditWords.Denied, name);
        denied.Select(e => e.Subject).ShouldBe(["/api/v1/rankings", "/data/audit", "/districts/110101"]);
        denied[1].Details.ShouldBe(new Dictionary<string, string> { ["method"] = "GET", ["rule"] = "Steward", ["role"] = "district:110112" });
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_fills_no_trail_by_asking()
    {
        var before = AuditTrail.Read(dashboard.Folder, 100_000, e => e.What == AuditWords.Denied && e.Who == "?").Count;
        using var visitor = Visitor.Of(dashboard.Factory);
        await visitor.Read("/api/v1/rankings", HttpStatusCode.Unauthorized);
        (await visitor.Get("/data/audit")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        AuditTrail.Read(dashboard.Folder, 100_000, e => e.What == AuditWords.Denied && e.Who == "?").Count.ShouldBe(before);
    }

    [Theory]
    [InlineData("/figures/gaps.svg", "sample-gaps")]
    [InlineData("/figures/gaps.png?round=2026", "sample-gaps")]
    [InlineData("/reports/2026/110112.docx", ".docx")]
    [InlineData("/data/downloads/csv.zip", "-csv")]
    [InlineData("/api/v1/rankings.xlsx", ".xlsx")]
    [InlineData("/gaps?table=gaps&as=csv", ".csv")]
    public async Task A_file_that_leaves_is_recorded_with_its_name_and_snapshot_also_when_it_was_kept(string address, string name)
    {
        var who = await Visitor.Account(dashboard.Factory, "leader");
        using var visitor = await Visitor.SignedIn(dashboard.Factory, "", who);
        string snapshot = "";
        foreach (var _ in new[] { 1, 2 })
        {
            using var response = await visitor.Get(address);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            snapshot = (await visitor.Get("/api/v1/rankings")).Headers.GetValues("X-Snapshot").Single();
        }

        using var head = await visitor.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address), TestContext.Current.CancellationToken);
        var exported = Events(AuditWords.Export, who);
        exported.Count.ShouldBe(2, "not for the question how long it is");
        exported.ShouldAllBe(e => e.Subject == snapshot && e.Details!["address"] == address && e.Details["file"].Contains(name));
    }

    [Fact]
    public async Task Pages_and_answers_of_the_API_are_no_files()
    {
        var who = await Visitor.Account(dashboard.Factory, "leader");
        using var visitor = await Visitor.SignedIn(dashboard.Factory, "", who);
        await visitor.Read("/rankings");
        await visitor.Read("/api/v1/rankings");
        await visitor.Read("/nothing.csv", HttpStatusCode.NotFound);
        await visitor.Read("/figures/nothing.svg", HttpStatusCode.NotFound);
        Events(AuditWords.Export, who).ShouldBeEmpty();
    }

    private IReadOnlyList<AuditEvent> Events(string what, string who) => AuditTrail.Read(dashboard.Folder, 1000, e => e.What == what && e.Who == who);
}
