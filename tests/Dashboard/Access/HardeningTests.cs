using System.Net;
using System.Text;
using LearningCity.Dashboard.Access.Accounts;
using LearningCity.Dashboard.Hosting;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Access;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Events;
using Serilog.Formatting.Display;
using Serilog.Parsing;

namespace LearningCity.Dashboard.Tests.Access;

/// <summary>Attacks that are not those of one page: headers, limits, sessions, the log.</summary>
public sealed class HardeningTests(AccessDashboard dashboard)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/account/sign-in", 200)]
    [InlineData("/rankings", 302)]
    [InlineData("/nothing", 404)]
    [InlineData("/api/v1/rankings", 401)]
    [InlineData("/css/site.css", 200)]
    public async Task Every_answer_forbids_frames_sensors_and_leaving_a_trace_elsewhere_also_to_whoever_is_not_signed_in(string address, int status)
    {
        using var visitor = Visitor.Of(dashboard.Factory);
        using var response = await visitor.Get(address);
        ((int)response.StatusCode).ShouldBe(status);
        string Header(string name) => response.Headers.GetValues(name).Single();
        Header("X-Frame-Options").ShouldBe("DENY");
        Header("Content-Security-Policy").ShouldContain("frame-ancestors 'none'");
        Header("Content-Security-Policy").ShouldNotContain("script-src 'self' 'unsafe");
        Header("Referrer-Policy").ShouldBe("same-origin");
        Header("Permissions-Policy").ShouldContain("camera=()");
        Header("Permissions-Policy").ShouldContain("geolocation=()");
        Header("X-Content-Type-Options").ShouldBe("nosniff");
        Header("Cross-Origin-Opener-Policy").ShouldBe("same-origin");
        Header("Cross-Origin-Resource-Policy").ShouldBe("same-origin");
        response.Headers.Contains("Server").ShouldBeFalse();
        response.Headers.Contains("X-Powered-By").ShouldBeFalse();
    }

    [Theory]
    [InlineData("/data/upload")]
    [InlineData("/data/publish")]
    [InlineData("/account/people")]
    [InlineData("/account/people/add")]
    [InlineData("/sql")]
    [InlineData("/rankings")]
    public async Task What_is_no_form_is_refused_with_a_page_where_forms_are_sent(string address)
    {
        using var visitor = await Visitor.SignedIn(dashboard.Factory, "steward");
        foreach (var content in new HttpContent?[] { null, new StringContent("{}", Encoding.UTF8, "application/json") })
        {
            using var response = await visitor.Client.PostAsync(new Uri(address, UriKind.Relative), content, Cancel);
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await response.Content.ReadAsStringAsync(Cancel)).ShouldContain("<h1");
        }
    }

    /// <summary>Over real HTTP, as nginx on the same computer passes requests on.</summary>
    [Fact]
    public async Task Behind_a_proxy_cookies_are_for_TLS_alone_and_the_trail_has_the_visitors_address()
    {
        await using var factory = dashboard.With();
        using var visitor = new Visitor(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = factory.Listen() });
        visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.7");
        using var page = await visitor.Get("/account/sign-in");
        var form = page.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("lc-form", StringComparison.Ordinal));
        foreach (var part in new[] { "secure", "samesite=strict", "httponly" })
        {
            form.ShouldContain(part, Case.Insensitive);
        }

        visitor.Client.DefaultRequestHeaders.Add("Cookie", form.Split(';')[0]);
        var name = await Visitor.Account(factory, "leader");
        using var signedIn = await visitor.SignIn(name);
        signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("lc-session", StringComparison.Ordinal)).ShouldContain("secure", Case.Insensitive);
        AuditTrail.Read(dashboard.Folder, 1, e => e.Who == name).Single().From.ShouldBe("198.51.100.7");
    }

    [Fact]
    public async Task A_session_ends_after_its_hours_however_busy_it_was()
    {
        var clock = new Clock();
        await using var factory = dashboard.With(("Access:SessionHours", "2"));
        await using var timed = factory.WithWebHostBuilder(builder => Microsoft.AspNetCore.TestHost.WebHostBuilderExtensions.ConfigureTestServices(
            builder, services => services.PostConfigure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, cookie => cookie.TimeProvider = clock)));
        var name = await Visitor.Account(factory, "leader");
        using var visitor = new Visitor(timed.CreateClient(new() { AllowAutoRedirect = false }));
        (await visitor.SignIn(name)).Headers.Location!.OriginalString.ShouldBe("/");
        for (var minutes = 0; minutes < 119; minutes += 17)
        {
            (await visitor.Get("/rankings")).StatusCode.ShouldBe(HttpStatusCode.OK, $"after {minutes} minutes");
            clock.Later(TimeSpan.FromMinutes(17));
        }

        clock.Later(TimeSpan.FromMinutes(2));
        (await visitor.Get("/rankings")).Headers.Location!.OriginalString.ShouldBe("/account/sign-in?to=%2Frankings");
    }

    /// <summary>However many arrive at once, five are looked at; the right password is not told from the wrong ones any more.</summary>
    [Fact]
    public async Task Wrong_passwords_sent_at_once_are_counted_one_by_one()
    {
        var name = await Visitor.Account(dashboard.Factory, "leader");
        var hands = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
        {
            var visitor = Visitor.Of(dashboard.Factory);
            await visitor.Read("/account/sign-in");
            return visitor;
        }));
        await Task.WhenAll(hands.Select((hand, n) => hand.SignIn(name, $"wrong password {n}")));

        var account = dashboard.Factory.Services.GetRequiredService<AccountFile>().Read().Single(a => a.Name == name);
        account.LockoutEnd.ShouldNotBeNull().ShouldBeGreaterThan(DateTimeOffset.UtcNow);
        var failed = AuditTrail.Read(dashboard.Folder, 100, e => e.What == AuditWords.SignInFailed && e.Subject == name);
        failed.Count.ShouldBe(12);
        // The fifth locks; the seven after it are not looked at.
        failed.Count(e => e.Details?.ContainsKey("locked") == true).ShouldBe(8);
        using var right = await hands[0].SignIn(name);
        right.Headers.Location!.OriginalString.ShouldContain("wrong=sign-in");
        foreach (var hand in hands)
        {
            hand.Dispose();
        }
    }

    [Fact]
    public async Task An_account_that_asks_too_many_queries_is_told_to_wait_and_others_are_not()
    {
        await using var factory = dashboard.With(("Access:QueriesPerMinute", "3"));
        using var busy = await Visitor.SignedIn(factory, "researcher");
        using var other = await Visitor.SignedIn(factory, "researcher");
        for (var n = 0; n < 3; n++)
        {
            using var answer = await Ask(busy);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        using var refused = await Ask(busy);
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        (await refused.Content.ReadAsStringAsync(Cancel)).ShouldContain("请求过于频繁");
        (await Ask(other)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/account/sign-in", "application/x-www-form-urlencoded")]
    [InlineData("/api/v1/sql", "application/json")]
    [InlineData("/api/v1/sql", "application/x-www-form-urlencoded")]
    public async Task A_body_that_is_too_large_is_refused_and_the_server_goes_on(string address, string type)
    {
        await using var factory = dashboard.With();
        using var client = new HttpClient { BaseAddress = factory.Listen() };
        using var visitor = new Visitor(client);
        (await visitor.SignIn(await Visitor.Account(factory, "researcher"))).Dispose();
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes("sql=" + new string('x', 40_000_000)));
        content.Headers.ContentType = new(type);
        HttpStatusCode? status = null;
        try
        {
            using var response = await client.PostAsync(address, content, Cancel);
            status = response.StatusCode;
        }
        catch (HttpRequestException)
        {
            // The server may answer and hang up before all was sent.
        }

        if (status is not null)
        {
            status.ShouldBeOneOf(HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest);
        }

        await visitor.Read("/health");
    }

    /// <summary>Of what the log writes for people, whatever an address or a file's name holds stays on one line.</summary>
    [Fact]
    public void What_somebody_types_makes_no_line_of_its_own_in_the_log()
    {
        var formatter = new MessageTemplateTextFormatter(LogSetup.Line, System.Globalization.CultureInfo.InvariantCulture);
        using var written = new StringWriter();
        formatter.Format(
            new LogEvent(
                DateTimeOffset.UnixEpoch, LogEventLevel.Error, null, new MessageTemplateParser().Parse("Request {Path} failed"),
                [new("Path", new ScalarValue("/x\n12:00:00 INF Published \"fake\"\r\n\u001b[31m"))]),
            written);
        written.ToString().TrimEnd('\r', '\n').Any(char.IsControl).ShouldBeFalse(written.ToString());
    }

    [Fact]
    public async Task A_line_end_in_an_address_makes_no_event_in_the_log_file()
    {
        using var folder = new TempFolder();
        await using var factory = new Hosting.DashboardFactory(folder.Data, sample: false);
        using var client = factory.Client("en");
        Directory.CreateDirectory(folder.Data.Snapshots);
        await File.WriteAllTextAsync(folder.Data.Current, "{", Cancel);
        using var response = await client.GetAsync("/api/v1/x%0A%7B%22@t%22:%222026%22,%22@mt%22:%22fake%22%7D%0D%0Ay", Cancel);
        await factory.DisposeAsync();
        foreach (var line in Directory.GetFiles(folder.Data.Logs, "*.jsonl").SelectMany(File.ReadLines))
        {
            System.Text.Json.Nodes.JsonNode.Parse(line)!["@mt"]!.GetValue<string>().ShouldNotBe("fake");
        }
    }

    private static Task<HttpResponseMessage> Ask(Visitor visitor) =>
        visitor.Client.PostAsync("/api/v1/sql", new FormUrlEncodedContent([new("sql", "select 1")]), Cancel);

    private sealed class Clock : TimeProvider
    {
        private TimeSpan later;

        public void Later(TimeSpan by) => later += by;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + later;
    }
}
