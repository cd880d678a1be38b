using LearningCity.Dashboard.Access.Accounts;
using LearningCity.Tests.Support;
using Microsoft.Playwright;

namespace LearningCity.Browser.Tests;

/// <summary>Where people sign in: pages that the shared dashboard, which is in local mode, does not have.</summary>
public sealed class AccountPagesTests(DashboardProcess dashboard) : IAsyncLifetime
{
    private const string Password = "correct horse battery";

    private static readonly string[] Pages = ["/account", "/account/people", "/account/people/wang.fang", "/data/upload", "/data/audit", "/account/sign-in"];

    private readonly TempFolder folder = new();
    private DashboardServer? server;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is null)
        {
            return;
        }

        foreach (var (name, role) in new[] { ("steward", "steward"), ("wang.fang", "district:110112") })
        {
            AccountCommands.Run(["account", "add", name, "--role", role, "--data", folder.Path], new StringReader(Password), TextWriter.Null, TextWriter.Null).ShouldBe(0);
        }

        server = await DashboardServer.StartAsync(
            AppContext.BaseDirectory, folder.Path, "--no-sample", "--access", "accounts", "--Access:OpenId:Authority=https://sso.example.cn", "--Access:OpenId:ClientId=x",
            "--Access:OpenId:ClientSecret=x", "--Access:OpenId:Roles:0:Value=x", "--Access:OpenId:Roles:0:Role=leader");
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        folder.Dispose();
    }

    [Fact]
    public async Task A_steward_signs_in_adds_an_account_and_signs_out_without_JavaScript()
    {
        Chromium.Need();
        await using var tab = await dashboard.OpenAsync(javaScript: false, address: server!.Address);
        var page = tab.Page;
        await page.GotoAsync("/account/people?lang=en");
        page.Url.ShouldContain("/account/sign-in?to=");
        await SignIn(page);
        page.Url.ShouldContain("/account/people");

        await page.GetByLabel("Name").FillAsync("li.ming");
        await page.GetByLabel("Role").SelectOptionAsync("researcher");
        await page.GetByLabel("First password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add it" }).ClickAsync();
        page.Url.ShouldContain("/account/people/li.ming?done=person-add");
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("li.ming");
        await page.GetByRole(AriaRole.Button, new() { Name = "Disable the account" }).ClickAsync();
        (await page.Locator(".subtitle").InnerTextAsync()).ShouldContain("disabled");

        await page.GotoAsync("/account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        (await page.Locator("[role=status]").InnerTextAsync()).ShouldContain("You are signed out");
    }

    [Fact]
    public async Task Pages_of_accounts_break_no_rule_of_WCAG_2_2_AA_that_axe_can_check_and_fit_a_desk_and_a_phone()
    {
        Chromium.Need();
        await using var tab = await dashboard.OpenAsync(address: server!.Address);
        var page = tab.Page;
        await page.GotoAsync("/account/sign-in");
        await SignIn(page);
        var wrong = new List<string>();
        foreach (var path in Pages)
        {
            await page.GotoAsync(path);
            wrong.AddRange((await PagesInTheBrowserTests.WcagFaults(page)).Select(fault => $"{path}: {fault}"));
            foreach (var width in new[] { 1440, 390 })
            {
                await page.SetViewportSizeAsync(width, 900);
                if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") > width)
                {
                    wrong.Add($"{path} at {width}: {await page.EvaluateAsync<string>(PagesInTheBrowserTests.TooWide)}");
                }
            }
        }

        wrong.ShouldBeEmpty();
        tab.Faults.ShouldBeEmpty();
    }

    private static async Task SignIn(IPage page)
    {
        await page.Locator("input[name=name]").FillAsync("steward");
        await page.Locator("input[name=password]").FillAsync(Password);
        await page.Locator("form.box button[type=submit]").ClickAsync();
    }
}
