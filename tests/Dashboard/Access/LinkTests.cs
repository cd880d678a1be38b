using System.Net;
using AngleSharp.Html.Parser;
using LearningCity.Dashboard.Tests.Features;

namespace LearningCity.Dashboard.Tests.Access;

/// <summary>Nobody is led to a page that refuses them.</summary>
public sealed class LinkTests(AccessDashboard dashboard)
{
    [Theory]
    [InlineData("leader", "anonymous")]
    [InlineData("researcher", "anonymous")]
    [InlineData("steward", "anonymous")]
    [InlineData("district:110112", "named")]
    [InlineData("district:110112", "anonymous")]
    [InlineData("district:110112", "own")]
    public async Task No_link_on_any_page_that_a_role_may_see_leads_to_a_refusal(string role, string others)
    {
        await using var factory = dashboard.With(("Access:Others", others));
        using var visitor = await Visitor.SignedIn(factory, role);
        var snapshot = (await visitor.Get("/api/v1/results")).Headers.GetValues("X-Snapshot").Single();
        var led = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var page in PageClient.Pages.Concat(["/districts/own", "/account", "/data/upload", "/data/audit", "/account/people", "/search?q=%2Fdata", $"/data/snapshots/{snapshot}"]))
        {
            using var response = await visitor.Get(page);
            if (response.StatusCode == HttpStatusCode.Forbidden)
            {
                continue;
            }

            response.StatusCode.ShouldBe(HttpStatusCode.OK, page);
            using var document = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            foreach (var href in document.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!).Where(h => h.StartsWith('/')))
            {
                // One of each kind will do: what is refused is refused by its route.
                led.TryAdd(System.Text.RegularExpressions.Regex.Replace(href.Split('?', '#')[0], "[0-9][-0-9a-zA-Z]*|(?<=/indicators/)[A-Z][0-9]+", "~"), $"{href} on {page}");
            }
        }

        led.Count.ShouldBeGreaterThan(others == "named" || !role.StartsWith("district", StringComparison.Ordinal) ? 20 : 3);
        var refused = new List<string>();
        foreach (var (href, where) in led.Values.Select(v => (v.Split(" on ")[0], v)))
        {
            using var response = await visitor.Client.GetAsync(href, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            if (response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
            {
                refused.Add(where);
            }
        }

        refused.ShouldBeEmpty();
    }
}
