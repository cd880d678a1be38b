using System.Net;
using System.Net.Http.Headers;
using LearningCity.Dashboard.Access;
using LearningCity.Dashboard.Access.Accounts;
using LearningCity.Warehouse.Access;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.Dashboard.Tests.Access;

public sealed class SignInTests(AccessDashboard dashboard)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_sends_people_to_sign_in_and_back_to_where_they_were_going()
    {
        using var visitor = Visitor.Of(dashboard.Factory);
        using var first = await visitor.Get("/rankings?round=2024");
        first.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        first.Headers.Location!.OriginalString.ShouldBe("/account/sign-in?to=%2Frankings%3Fround%3D2024");

        var name = await Visitor.Account(dashboard.Factory, "leader");
        using var signedIn = await visitor.SignIn(name, to: "/rankings?round=2024");
        signedIn.Headers.Location!.OriginalString.ShouldBe("/rankings?round=2024");
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("lc-session", StringComparison.Ordinal));
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
        cookie.ShouldNotContain("expires", Case.Insensitive);
        (await visitor.Read("/rankings?round=2024")).ShouldContain("<table");
    }

    [Theory]
    [InlineData("leader", "anonymous", "/")]
    [InlineData("district:110112", "named", "/")]
    [InlineData("district:110112", "anonymous", "/districts/own")]
    [InlineData("district:110112", "own", "/districts/own")]
    public async Task Whoever_comes_by_the_front_door_is_led_to_a_page_that_is_for_them(string role, string others, string home)
    {
        await using var factory = dashboard.With(("Access:Others", others));
        using var visitor = Visitor.Of(factory);
        using var signedIn = await visitor.SignIn(await Visitor.Account(factory, role));
        signedIn.Headers.Location!.OriginalString.ShouldBe(home);
        (await visitor.Read(home)).ShouldMatch($"class=\"brand\" href=\"{home}\"");
    }

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("/\r\nSet-Cookie: a=b")]
    [InlineData("javascript:alert(1)")]
    public async Task Signing_in_never_leads_to_another_site(string to)
    {
        using var visitor = Visitor.Of(dashboard.Factory);
        var name = await Visitor.Account(dashboard.Factory, "leader");
        using var response = await visitor.SignIn(name, to: to);
        response.Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_answered_alike_and_both_are_recorded()
    {
        using var visitor = Visitor.Of(dashboard.Factory);
        var name = await Visitor.Account(dashboard.Factory, "leader");
        using var wrong = await visitor.SignIn(name, "not the password");
        using var unknown = await visitor.SignIn(name + "x", "not the password");
        wrong.Headers.Location!.OriginalString.ShouldBe(unknown.Headers.Location!.OriginalString);
        (await visitor.Read(wrong.Headers.Location.OriginalString)).ShouldContain("账号名或密码不正确");
        AuditTrail.Read(dashboard.Folder, 50, e => e.What == AuditWords.SignInFailed && e.Subject!.StartsWith(name, StringComparison.Ordinal)).Count.ShouldBe(2);
        (await visitor.Get("/rankings")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_the_right_one_too()
    {
        using var visitor = Visitor.Of(dashboard.Factory);
        var name = await Visitor.Account(dashboard.Factory, "leader");
        for (var n = 0; n < 5; n++)
        {
            (await visitor.SignIn(name, "wrong")).Dispose();
        }

        using var right = await visitor.SignIn(name);
        right.Headers.Location!.OriginalString.ShouldContain("wrong=sign-in");
        using var scope = dashboard.Factory.Services.CreateScope();
        (await scope.ServiceProvider.GetRequiredService<AccountDesk>().PasswordAsync(name, Visitor.Password + "2")).Succeeded.ShouldBeTrue();
        using var after = await visitor.SignIn(name, Visitor.Password + "2");
        after.Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Fact]
    public async Task An_address_that_tries_too_often_is_told_to_wait()
    {
        await using var factory = dashboard.With(("Access:SignInsPerMinute", "3"));
        using var visitor = Visitor.Of(factory);
        for (var n = 0; n < 3; n++)
        {
            (await visitor.SignIn("nobody", "x")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        using var fourth = await visitor.SignIn("nobody", "x");
        fourth.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        fourth.Headers.RetryAfter.ShouldNotBeNull();
        (await fourth.Content.ReadAsStringAsync(Cancel)).ShouldContain("请求过于频繁");
    }

    [Theory]
    [InlineData("disable")]
    [InlineData("role")]
    [InlineData("everywhere")]
    [InlineData("password")]
    public async Task A_session_ends_at_its_next_request_when_the_account_changes(string what)
    {
        var name = await Visitor.Account(dashboard.Factory, "leader");
        using var visitor = await Visitor.SignedIn(dashboard.Factory, "leader", name);
        await visitor.Read("/rankings");
        using var scope = dashboard.Factory.Services.CreateScope();
        var desk = scope.ServiceProvider.GetRequiredService<AccountDesk>();
        (what switch
        {
            "disable" => await desk.DisableAsync(name, true),
            "role" => await desk.RoleAsync(name, Role.Researcher),
            "everywhere" => await desk.SignOutEverywhereAsync(name),
            _ => await desk.PasswordAsync(name, "another good password"),
        }).Succeeded.ShouldBeTrue();

        (await visitor.Get("/rankings")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        if (what == "disable")
        {
            (await visitor.SignIn(name)).Headers.Location!.OriginalString.ShouldContain("wrong=sign-in");
        }
    }

    [Fact]
    public async Task Somebody_changes_the_own_password_and_other_sessions_end()
    {
        var name = await Visitor.Account(dashboard.Factory, "leader");
        using var here = await Visitor.SignedIn(dashboard.Factory, "leader", name);
        using var there = await Visitor.SignedIn(dashboard.Factory, "leader", name);
        using var wrong = await here.Send("/account", "/account/password", ("present", "no"), ("password", "quite another word"));
        wrong.Headers.Location!.OriginalString.ShouldContain("PasswordMismatch");
        using var weak = await here.Send("/account", "/account/password", ("present", Visitor.Password), ("password", "short"));
        (await here.Read(weak.Headers.Location!.OriginalString)).ShouldContain("密码至少 12 个字符");
        using var done = await here.Send("/account", "/account/password", ("present", Visitor.Password), ("password", "quite another word"));
        (await here.Read(done.Headers.Location!.OriginalString)).ShouldContain("密码已修改");
        (await there.Get("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_token_reads_what_its_scope_allows_until_it_is_revoked()
    {
        var name = await Visitor.Account(dashboard.Factory, "researcher");
        using var visitor = await Visitor.SignedIn(dashboard.Factory, "researcher", name);
        using var made = await visitor.Send("/account", "/account/token", ("label", "notebook"), ("scope", "read"), ("days", "3"));
        var page = made.Headers.Location!.OriginalString;
        var shown = System.Text.RegularExpressions.Regex.Match(await visitor.Read(page), "lc_[0-9a-f]{64}").Value;
        shown.ShouldNotBeEmpty();
        (await visitor.Read(page)).ShouldNotContain(shown);
        File.ReadAllText(Path.Combine(dashboard.Folder.Root, "access", "accounts.json")).ShouldNotContain(shown);

        using var program = dashboard.Factory.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", shown);
        (await program.GetAsync("/api/v1/rankings", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await program.PostAsync("/api/v1/sql", new FormUrlEncodedContent([new("sql", "select 1")]), Cancel)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await program.GetAsync("/account", Cancel)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        var account = dashboard.Factory.Services.GetRequiredService<AccountFile>().Read().Single(a => a.Name == name);
        using var revoked = await visitor.Send("/account", "/account/revoke", ("token", account.Tokens.Single().Id));
        using var after = await program.GetAsync("/api/v1/rankings", Cancel);
        after.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        after.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
        after.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task The_first_steward_comes_by_a_link_that_works_once()
    {
        using var folder = new LearningCity.Tests.Support.TempFolder();
        await using var factory = new Hosting.DashboardFactory(folder.Data, false, ("access", "accounts"));
        using var visitor = Visitor.Of(factory);
        await visitor.Read("/account/sign-in");
        var link = factory.Services.GetRequiredService<FirstSteward>().Offer().ShouldNotBeNull();
        (await visitor.Read("/account/first?key=" + new string('0', 48))).ShouldContain("链接无效");
        using var weak = await visitor.Send(link, "/account/first", ("key", link.Split('=')[1]), ("name", "chief"), ("password", "chief of stewards"));
        (await visitor.Read(weak.Headers.Location!.OriginalString)).ShouldContain("不能包含账号名");
        using var made = await visitor.Send(link, "/account/first", ("key", link.Split('=')[1]), ("name", "chief"), ("password", Visitor.Password));
        made.Headers.Location!.OriginalString.ShouldBe("/account/sign-in?done=first");

        (await visitor.Read(link)).ShouldContain("链接无效");
        factory.Services.GetRequiredService<FirstSteward>().Offer().ShouldBeNull();
        using var signedIn = await visitor.SignIn("chief");
        (await visitor.Read("/data/audit")).ShouldContain("首尾相接");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path.Combine(folder.Path, "access", "accounts.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.GetUnixFileMode(Path.Combine(folder.Path, "access", "keys")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task A_session_outlives_a_restart_because_the_keys_are_kept()
    {
        await using var first = dashboard.With();
        var name = await Visitor.Account(first, "leader");
        using var visitor = Visitor.Of(first);
        using var signedIn = await visitor.SignIn(name);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("lc-session", StringComparison.Ordinal)).Split(';')[0];
        await using var second = dashboard.With();
        using var client = second.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        (await client.GetAsync("/rankings", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("Forwarded")]
    [InlineData("X-Real-IP")]
    public async Task Local_mode_answers_nothing_that_another_machine_passed_on(string header)
    {
        await using var factory = new Hosting.DashboardFactory(dashboard.Folder);
        using var client = factory.CreateClient(new() { AllowAutoRedirect = false });
        (await client.GetStringAsync("/rankings", Cancel)).ShouldContain("本机模式");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/rankings");
        request.Headers.TryAddWithoutValidation(header, "203.0.113.9");
        (await client.SendAsync(request, Cancel)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_learns_from_health_only_that_it_works()
    {
        using var visitor = Visitor.Of(dashboard.Factory);
        var body = await visitor.Read("/health");
        body.ShouldContain("\"ok\"");
        body.ShouldNotContain("2026");
    }
}
