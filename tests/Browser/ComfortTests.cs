using Microsoft.Playwright;

namespace LearningCity.Browser.Tests;

/// <summary>What the script adds to pages that work without it.</summary>
public sealed class ComfortTests(DashboardProcess dashboard)
{
    [Theory]
    [InlineData("zh", "已复制")]
    [InlineData("en", "Copied")]
    public async Task The_link_to_this_snapshot_is_copied_says_so_and_shows_the_same_to_somebody_else(string language, string done)
    {
        await using var tab = await dashboard.OpenAsync();
        var page = tab.Page;
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GotoAsync(Addresses.In("/rankings?round=2024&of=self", language));
        await page.Locator("[data-copy]").ClickAsync();
        await page.Locator("[data-copy]", new() { HasText = done }).WaitForAsync();
        var copied = await page.EvaluateAsync<string>("navigator.clipboard.readText()");

        var snapshot = await page.Locator("footer code").InnerTextAsync();
        copied.ShouldStartWith(dashboard.Address.ToString());
        copied.ShouldContain("snapshot=" + snapshot);
        await using var other = await dashboard.OpenAsync();
        await other.Page.GotoAsync(copied);
        (await other.Page.Locator("footer code").InnerTextAsync()).ShouldBe(snapshot);
        (await other.Page.Locator("h1").InnerTextAsync()).ShouldBe(await page.Locator("h1").InnerTextAsync());
        (await other.Page.Locator("table").First.InnerTextAsync()).ShouldBe(await page.Locator("table").First.InnerTextAsync());
        tab.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("header nav a[href^='/gaps']")]
    [InlineData("header form.find button")]
    public async Task An_answer_that_takes_its_time_shows_that_it_is_on_its_way(string control)
    {
        await using var tab = await dashboard.OpenAsync();
        var page = tab.Page;
        await page.GotoAsync("/rankings");
        (await page.Locator("html[data-busy]").CountAsync()).ShouldBe(0);
        // The answer is held back until the page that was left shows its bar.
        var bar = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.ExposeFunctionAsync("barShown", (string height) => bar.TrySetResult(height));
        await page.EvaluateAsync("""
            new MutationObserver(() => {
              if (document.documentElement.dataset.busy !== undefined) barShown(getComputedStyle(document.documentElement, '::before').height);
            }).observe(document.documentElement, { attributes: true })
            """);
        await page.RouteAsync(address => new Uri(address).AbsolutePath is "/gaps" or "/search", async route =>
        {
            await bar.Task.WaitAsync(TimeSpan.FromMinutes(2));
            await route.ContinueAsync();
        });
        await page.Locator(control).ClickAsync();
        (await bar.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken)).ShouldBe("3px");
        await page.WaitForURLAsync(address => new Uri(address).AbsolutePath is "/gaps" or "/search");
        (await page.Locator("html[data-busy]").CountAsync()).ShouldBe(0);
        tab.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_with_something_still_in_the_making_looks_again_by_itself()
    {
        await using var tab = await dashboard.OpenAsync();
        var page = tab.Page;
        var asked = 0;
        await page.RouteAsync(address => new Uri(address).AbsolutePath == "/data/downloads", async route =>
        {
            var response = await route.FetchAsync();
            var body = await response.TextAsync();
            // The first answer comes from before the packages were written.
            if (Interlocked.Increment(ref asked) == 1)
                body = body.Replace("</main>", "<progress id=\"still\" aria-label=\"…\" data-wait></progress></main>", StringComparison.Ordinal);
            await route.FulfillAsync(new() { Response = response, Body = body });
        });
        await page.GotoAsync("/data/downloads");
        await page.Locator("#still").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        asked.ShouldBeGreaterThanOrEqualTo(2);
        tab.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/trends", "select[name=district]", "110112", "通州区")]
    [InlineData("/data/lineage?round=2026&district=110112&indicator=D10", "select[name=round]", "2024", "2024")]
    public async Task A_choice_from_a_list_applies_at_once(string address, string list, string value, string said)
    {
        await using var tab = await dashboard.OpenAsync();
        var page = tab.Page;
        await page.GotoAsync(address);
        var chosen = page.WaitForURLAsync(url => url.Contains(value, StringComparison.Ordinal));
        await page.Locator("main " + list).SelectOptionAsync(value);
        await chosen;

        (await page.Locator("main " + list).InputValueAsync()).ShouldBe(value);
        (await page.Locator("main").InnerTextAsync()).ShouldContain(said);
        tab.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/rankings", "of=self")]
    [InlineData("/indicators", "show=gap")]
    [InlineData("/gaps", "zone=ECO")]
    [InlineData("/trends", "by=O")]
    [InlineData("/districts/110112", "peers=zone")]
    public async Task A_filter_that_is_followed_is_pressed_stands_in_the_address_and_is_left_again_by_going_back(string address, string filter)
    {
        await using var tab = await dashboard.OpenAsync();
        var page = tab.Page;
        await page.GotoAsync(address);
        var link = page.Locator($".segments a[href*='{filter}']").First;
        (await link.GetAttributeAsync("aria-current")).ShouldBeNull();
        await link.ClickAsync();
        await page.Locator($".segments a[href*='{filter}'][aria-current=true]").First.WaitForAsync();

        page.Url.ShouldContain(filter);
        await page.GoBackAsync();
        page.Url.ShouldNotContain(filter);
        (await link.GetAttributeAsync("aria-current")).ShouldBeNull();
        tab.Faults.ShouldBeEmpty();
    }
}
