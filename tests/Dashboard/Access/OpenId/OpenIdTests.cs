using System.Net;
using System.Net.Http.Headers;
using LearningCity.Dashboard.Access.Accounts;
using LearningCity.Dashboard.Access.OpenId;
using LearningCity.Dashboard.Tests.Hosting;
using LearningCity.Warehouse.Access;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.Dashboard.Tests.Access.OpenId;

public sealed class OpenIdTests(AccessDashboard dashboard) : IAsyncLifetime
{
    private static readonly (string, string)[] Roles =
        [("lc-steward", "steward"), ("lc-leader", "leader"), ("lc-research", "researcher"), ("lc-tongzhou", "district:110112")];

    private TestProvider provider = null!;
    private DashboardFactory factory = null!;
    private Uri address = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        provider = await TestProvider.StartAsync();
        factory = dashboard.With(TestProvider.Settings(provider.Issuer, Roles));
        address = factory.Listen();
    }

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Theory]
    [InlineData("lc-leader", "leader", "/data/loads", "/data/audit")]
    [InlineData("lc-research", "researcher", "/sql", "/data/loads")]
    [InlineData("lc-steward", "steward", "/data/audit", null)]
    [InlineData("lc-tongzhou", "district:110112", "/districts/own", "/rankings")]
    public async Task Whoever_the_provider_vouches_for_gets_the_role_that_its_claim_maps_to(string claim, string role, string may, string? mayNot)
    {
        var name = Name();
        provider.Is("id of " + name, name, "something-else", claim);
        using var visitor = ProviderVisitor.At(address);
        (await visitor.SignInAtProvider(may)).ShouldBe(may);
        await visitor.Read(may);
        if (mayNot is not null)
        {
            await visitor.Read(mayNot, HttpStatusCode.Forbidden);
        }

        (await visitor.Read("/account")).ShouldContain(name);
        Kept(name)!.Role.ShouldBe(role);
        Kept(name)!.PasswordHash.ShouldBeNull();
        var recorded = AuditTrail.Read(dashboard.Folder, 1, e => e.What == AuditWords.SignIn && e.Who == name).ShouldHaveSingleItem();
        recorded.Details!["by"].ShouldBe("openid");
        recorded.Details["role"].ShouldBe(role);
    }

    [Theory]
    [InlineData("nonce", "OpenIdConnectProtocolInvalidNonceException")]
    [InlineData("signature", "SecurityTokenInvalidSignatureException")]
    [InlineData("unsigned", "SecurityTokenInvalidSignatureException")]
    [InlineData("audience", "SecurityTokenInvalidAudienceException")]
    [InlineData("issuer", "SecurityTokenInvalidIssuerException")]
    [InlineData("expired", "SecurityTokenExpiredException")]
    [InlineData("subject", "")]
    public async Task A_token_that_is_not_right_lets_nobody_in(string what, string reason)
    {
        var name = Name();
        provider.Is("id of " + name, name, "lc-steward");
        provider.Spoil = token =>
        {
            switch (what)
            {
                case "nonce":
                    token.Claims["nonce"] = "another";
                    break;
                case "signature":
                    token.SigningCredentials = TestProvider.OtherKey();
                    break;
                case "unsigned":
                    token.SigningCredentials = null;
                    break;
                case "audience":
                    token.Audience = "another client";
                    break;
                case "issuer":
                    token.Issuer = "https://elsewhere.example";
                    break;
                case "expired":
                    (token.IssuedAt, token.NotBefore, token.Expires) = (DateTime.UtcNow.AddHours(-2), DateTime.UtcNow.AddHours(-2), DateTime.UtcNow.AddHours(-1));
                    break;
                default:
                    token.Claims.Remove("sub");
                    break;
            }
        };
        using var visitor = ProviderVisitor.At(address);
        var before = Failures().Count;
        var led = await visitor.SignInAtProvider("/data/audit");

        led.ShouldBe(what == "unsigned" ? "/account/sign-in?to=%2F&wrong=openid" : "/account/sign-in?to=%2Fdata%2Faudit&wrong=openid");
        (await visitor.Read(led)).ShouldContain("统一身份认证没有完成登录");
        (await visitor.Get("/data/audit")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        Kept(name).ShouldBeNull();
        var failed = Failures();
        failed.Count.ShouldBe(before + 1);
        if (reason.Length > 0)
        {
            failed[0].Details!["reason"].ShouldBe(reason);
        }
    }

    [Theory]
    [InlineData("zh", "尚未授予本系统的任何角色")]
    [InlineData("en", "you have no role in this system")]
    public async Task Somebody_without_a_mapped_role_is_told_so_and_does_not_get_in(string language, string sentence)
    {
        var name = Name();
        provider.Is("id of " + name, name, "staff", "LC-STEWARD");
        using var visitor = ProviderVisitor.At(address, language);
        var led = await visitor.SignInAtProvider("/rankings");
        (await visitor.Read(led)).ShouldContain(sentence);
        (await visitor.Get("/rankings")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        Kept(name).ShouldBeNull();
        Failures()[0].Details!["reason"].ShouldBe("role");
        Failures()[0].Subject.ShouldBe(name);
    }

    [Fact]
    public async Task Saying_no_at_the_provider_leads_back_to_the_sign_in_page()
    {
        provider.Denies = true;
        using var visitor = ProviderVisitor.At(address);
        (await visitor.Read(await visitor.SignInAtProvider("/rankings"))).ShouldContain("取消了这次登录");
    }

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Signing_in_at_the_provider_never_leads_to_another_site(string to)
    {
        var name = Name();
        provider.Is("id of " + name, name, "lc-leader");
        using var visitor = ProviderVisitor.At(address);
        (await visitor.SignInAtProvider(to)).ShouldBe("/");
    }

    [Fact]
    public async Task An_answer_of_the_provider_counts_only_in_the_browser_that_asked_and_once()
    {
        var name = Name();
        provider.Is("id of " + name, name, "lc-steward");
        using var attacker = ProviderVisitor.At(address);
        using var victim = ProviderVisitor.At(address);
        var answer = await attacker.GoToProvider();

        using var stolen = await victim.Client.GetAsync(answer, Cancel);
        stolen.Headers.Location!.OriginalString.ShouldContain("wrong=openid");
        (await victim.Get("/rankings")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var made = await victim.Get("/account/openid?code=x&state=y");
        made.Headers.Location!.OriginalString.ShouldBe("/account/sign-in?to=%2F&wrong=openid");

        using var own = await attacker.Client.GetAsync(answer, Cancel);
        own.Headers.Location!.OriginalString.ShouldBe("/");
        using var again = await attacker.Client.GetAsync(answer, Cancel);
        again.Headers.Location!.OriginalString.ShouldContain("wrong=openid");
    }

    [Fact]
    public async Task A_name_that_a_local_account_has_does_not_give_its_account_away()
    {
        var local = await Visitor.Account(factory, "steward");
        provider.Is("id of an impostor " + local, local, "lc-research");
        using var visitor = ProviderVisitor.At(address);
        (await visitor.SignInAtProvider()).ShouldBe("/");

        await visitor.Read("/data/audit", HttpStatusCode.Forbidden);
        Kept(local)!.OpenId.ShouldBeNull();
        var own = Accounts().Single(a => a.OpenId?.Subject == "id of an impostor " + local);
        own.Name.ShouldStartWith("sso-");
        own.Role.ShouldBe("researcher");
        // The same person finds the same account again, whatever it is called there now.
        provider.Is("id of an impostor " + local, "王芳", "lc-research");
        using var later = ProviderVisitor.At(address);
        (await later.SignInAtProvider()).ShouldBe("/");
        Accounts().Count(a => a.OpenId?.Subject == "id of an impostor " + local).ShouldBe(1);
    }

    [Fact]
    public async Task A_steward_disables_and_signs_out_an_account_of_the_provider_like_any_other()
    {
        var name = Name();
        provider.Is("id of " + name, name, "lc-leader");
        using var visitor = ProviderVisitor.At(address);
        await visitor.SignInAtProvider();
        using var scope = factory.Services.CreateScope();
        var desk = scope.ServiceProvider.GetRequiredService<AccountDesk>();

        (await desk.SignOutEverywhereAsync(name)).Succeeded.ShouldBeTrue();
        (await visitor.Get("/rankings")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await visitor.SignInAtProvider()).ShouldBe("/");
        (await desk.DisableAsync(name, true)).Succeeded.ShouldBeTrue();
        (await visitor.Get("/rankings")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await visitor.Read(await visitor.SignInAtProvider())).ShouldContain("您在本系统的账号已停用");
        (await desk.PasswordAsync(name, "quite a good password")).Errors.Single().Code.ShouldBe(AccountFaults.ProvidersPassword);
        (await desk.RoleAsync(name, LearningCity.Dashboard.Access.Role.Steward)).Errors.Single().Code.ShouldBe(AccountFaults.ProvidersRole);
        (await visitor.SignIn(name, "")).Headers.Location!.OriginalString.ShouldContain("wrong=sign-in");
    }

    [Fact]
    public async Task Another_role_at_the_provider_counts_from_the_next_sign_in_and_none_ends_sessions_and_tokens()
    {
        var name = Name();
        provider.Is("id of " + name, name, "lc-leader");
        using var here = ProviderVisitor.At(address);
        using var there = ProviderVisitor.At(address);
        await here.SignInAtProvider();
        provider.Is("id of " + name, name, "lc-research");
        await there.SignInAtProvider();
        (await here.Get("/data/loads")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await there.Read("/data/loads", HttpStatusCode.Forbidden);

        using var made = await there.Send("/account", "/account/token", ("scope", "read"), ("days", "300"));
        var secret = System.Text.RegularExpressions.Regex.Match(await there.Read(made.Headers.Location!.OriginalString), "lc_[0-9a-f]{64}").Value;
        using var program = new HttpClient { BaseAddress = address };
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        (await program.GetAsync("/api/v1/rankings", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var account = Kept(name)!;
        account.TokensWork(DateTimeOffset.UtcNow.AddDays(29)).ShouldBeTrue();
        account.TokensWork(DateTimeOffset.UtcNow.AddDays(31)).ShouldBeFalse("nobody says when the provider lets somebody go");

        provider.Is("id of " + name, name);
        await here.SignInAtProvider();
        (await there.Get("/rankings")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await program.GetAsync("/api/v1/rankings", Cancel)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Signing_out_says_that_the_provider_may_still_know_one()
    {
        var name = Name();
        provider.Is("id of " + name, name, "lc-leader");
        using var visitor = ProviderVisitor.At(address, "en");
        await visitor.SignInAtProvider();
        (await visitor.Read("/account")).ShouldContain("password and role are not kept here");
        using var done = await visitor.Send("/account", "/account/sign-out");
        (await visitor.Read(done.Headers.Location!.OriginalString)).ShouldContain("The sign-in provider may still know you");
        (await visitor.Get("/rankings")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_button_stands_on_the_sign_in_page_where_there_is_a_provider_and_keeps_where_one_was_going()
    {
        using var visitor = ProviderVisitor.At(address);
        (await visitor.Read("/account/sign-in?to=%2Fgaps")).ShouldContain("href=\"/account/sign-in/openid?to=%2Fgaps\">用统一身份认证登录");
        (await visitor.Read("/account/sign-in?lang=en")).ShouldContain("Sign in with your organisation&#x27;s account");
        using var other = Visitor.Of(dashboard.Factory);
        (await other.Read("/account/sign-in")).ShouldNotContain("openid");
        using var start = await other.Get("/account/sign-in/openid");
        start.Headers.Location!.OriginalString.ShouldBe("/account/sign-in");
    }

    [Fact]
    public async Task The_cookies_of_the_way_there_are_kept_from_scripts_and_other_sites()
    {
        using var visitor = ProviderVisitor.At(address);
        using var start = await visitor.Get("/account/sign-in/openid");
        var cookies = start.Headers.GetValues("Set-Cookie").ToList();
        cookies.Count.ShouldBe(2);
        cookies.ShouldAllBe(c => c.Contains("httponly", StringComparison.OrdinalIgnoreCase) && c.Contains("samesite=lax", StringComparison.OrdinalIgnoreCase));
        start.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task An_address_that_brings_too_many_answers_is_told_to_wait()
    {
        await using var strict = dashboard.With([.. TestProvider.Settings(provider.Issuer, Roles), ("Access:SignInsPerMinute", "2")]);
        using var visitor = ProviderVisitor.At(strict.Listen());
        for (var n = 0; n < 2; n++)
        {
            (await visitor.Get("/account/openid?code=x&state=y")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        (await visitor.Get("/account/openid?code=x&state=y")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    private static string Name() => "u" + Guid.NewGuid().ToString("N")[..10];

    private IReadOnlyList<AuditEvent> Failures() =>
        AuditTrail.Read(dashboard.Folder, 1000, e => e.What == AuditWords.SignInFailed && e.Details?.GetValueOrDefault("by") == OpenIdSetup.Scheme);

    private IReadOnlyList<Account> Accounts() => factory.Services.GetRequiredService<AccountFile>().Read();

    private Account? Kept(string name) => Accounts().FirstOrDefault(a => a.Name == name);
}
