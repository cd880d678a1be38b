using System.Net;
using LearningCity.Dashboard.Access.Accounts;
using LearningCity.Warehouse.Access;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.Dashboard.Tests.Access;

public sealed class PeopleTests(AccessDashboard dashboard)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_steward_adds_an_account_which_signs_in_with_its_role()
    {
        using var steward = await Visitor.SignedIn(dashboard.Factory, "steward");
        var name = Name();
        using var weak = await steward.Send("/account/people", "/account/people", ("name", name), ("role", "district:110112"), ("password", "short"));
        (await steward.Read(weak.Headers.Location!.OriginalString)).ShouldContain("密码至少 12 个字符");
        using var none = await steward.Send("/account/people", "/account/people", ("name", name), ("role", ""), ("password", Visitor.Password));
        (await steward.Read(none.Headers.Location!.OriginalString)).ShouldContain("请选择角色");
        using var made = await steward.Send("/account/people", "/account/people", ("name", name), ("role", "district:110112"), ("password", Visitor.Password));
        made.Headers.Location!.OriginalString.ShouldBe($"/account/people/{name}?done=person-add");
        var page = await steward.Read(made.Headers.Location.OriginalString);
        page.ShouldContain("账号已建立");
        page.ShouldContain("通州区");
        (await steward.Read("/account/people?lang=en")).ShouldContain($">{name}</a>");

        using var other = await Visitor.SignedIn(dashboard.Factory, "", name);
        await other.Read("/districts/own");
        await other.Read("/rankings", HttpStatusCode.Forbidden);
        Trail(name).ShouldHaveSingleItem().Details.ShouldBe(new Dictionary<string, string> { ["command"] = "add", ["role"] = "district:110112" });
    }

    [Theory]
    [InlineData("role", "更改")]
    [InlineData("password", "密码已重设")]
    [InlineData("disable", "账号已停用")]
    [InlineData("sign-out", "全部会话已结束")]
    public async Task Each_change_ends_the_sessions_of_its_account_is_said_and_is_recorded(string deed, string sentence)
    {
        using var steward = await Visitor.SignedIn(dashboard.Factory, "steward");
        var name = await Visitor.Account(dashboard.Factory, "leader");
        using var person = await Visitor.SignedIn(dashboard.Factory, "leader", name);
        using var done = await steward.Send($"/account/people/{name}", $"/account/people/{name}/{deed}", ("role", "researcher"), ("password", "quite another word"));
        (await steward.Read(done.Headers.Location!.OriginalString)).ShouldContain(sentence);
        (await person.Get("/rankings")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        Trail(name).ShouldHaveSingleItem().Details!["command"].ShouldBe(deed);
        if (deed == "disable")
        {
            (await person.SignIn(name)).Headers.Location!.OriginalString.ShouldContain("wrong=sign-in");
            (await steward.Send($"/account/people/{name}", $"/account/people/{name}/enable")).Dispose();
            (await person.SignIn(name)).Headers.Location!.OriginalString.ShouldBe("/");
        }
    }

    [Fact]
    public async Task A_steward_revokes_the_tokens_of_others()
    {
        using var steward = await Visitor.SignedIn(dashboard.Factory, "steward");
        var name = await Visitor.Account(dashboard.Factory, "leader");
        using var scope = dashboard.Factory.Services.CreateScope();
        var (secret, token) = await scope.ServiceProvider.GetRequiredService<AccountDesk>().TokenAsync(name, "report", ["read"], 9);
        using var program = dashboard.Factory.CreateClient();
        program.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        (await program.GetAsync("/api/v1/rankings", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await steward.Read($"/account/people/{name}")).ShouldContain("report");
        using var done = await steward.Send($"/account/people/{name}", $"/account/people/{name}/revoke", ("token", token!.Id));
        (await steward.Read(done.Headers.Location!.OriginalString)).ShouldContain("令牌已撤销");
        (await program.GetAsync("/api/v1/rankings", Cancel)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_steward_cannot_lock_out_the_own_account_and_an_unknown_one_is_not_found()
    {
        var own = await Visitor.Account(dashboard.Factory, "steward");
        using var steward = await Visitor.SignedIn(dashboard.Factory, "steward", own);
        foreach (var deed in new[] { "disable", "role" })
        {
            using var refused = await steward.Send("/account/people", $"/account/people/{own.ToUpperInvariant()}/{deed}", ("role", "leader"));
            (await steward.Read(refused.Headers.Location!.OriginalString)).ShouldContain("不能停用自己的账号");
        }

        dashboard.Factory.Services.GetRequiredService<AccountFile>().Read().Single(a => a.Name == own).ShouldSatisfyAllConditions(a => a.Disabled.ShouldBeFalse(), a => a.Role.ShouldBe("steward"));
        (await steward.Read("/account/people/nobody-of-this-name", HttpStatusCode.NotFound)).ShouldContain("没有这个账号");
    }

    [Fact]
    public async Task A_stewards_token_manages_no_accounts()
    {
        var own = await Visitor.Account(dashboard.Factory, "steward");
        using var scope = dashboard.Factory.Services.CreateScope();
        var (secret, _) = await scope.ServiceProvider.GetRequiredService<AccountDesk>().TokenAsync(own, "", ["read", "sql", "upload"], 9);
        using var program = dashboard.Factory.CreateClient();
        program.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        (await program.GetAsync("/account/people", Cancel)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await program.PostAsync("/account/people", new FormUrlEncodedContent([]), Cancel)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static string Name() => "u" + Guid.NewGuid().ToString("N")[..10];

    private IReadOnlyList<AuditEvent> Trail(string name) =>
        AuditTrail.Read(dashboard.Folder, 100, e => e.What is AuditWords.Account && e.Subject == name && e.Details?["command"] != "enable");
}
