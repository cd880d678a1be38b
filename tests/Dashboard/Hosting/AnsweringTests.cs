using System.IO.Compression;
using System.Net;
using System.Text;
using LearningCity.Tests.Support;

namespace LearningCity.Dashboard.Tests.Hosting;

public sealed class AnsweringTests(SampleDashboard dashboard)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/v1/rankings")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/health")]
    [InlineData("/nothing")]
    public async Task Every_answer_forbids_foreign_scripts_frames_and_guessing(string address)
    {
        using var response = await dashboard.English.GetAsync(address, Cancel);

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'self'");
        policy.ShouldContain("script-src 'self';");
        policy.ShouldContain("frame-ancestors 'none'");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
        response.Headers.GetValues("X-Request-Id").Single().ShouldNotBeEmpty();
        response.Headers.Server.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_foreign_host_name_is_refused_so_that_no_other_site_can_borrow_the_browser()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/rankings") { Headers = { Host = "evil.example" } };
        using var response = await dashboard.English.SendAsync(request, Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_answer_is_compressed_for_who_can_read_that()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/results") { Headers = { { "Accept-Encoding", "br" } } };
        using var response = await dashboard.English.SendAsync(request, Cancel);

        response.Content.Headers.ContentEncoding.ShouldBe(["br"]);
    }

    [Theory]
    [InlineData("/rankings?round=2025")]
    [InlineData("/api/v1/results?round=2025")]
    public async Task A_kept_answer_is_given_as_it_was_compressed_and_only_to_who_can_read_that(string address)
    {
        async Task<(string Encoding, bool Kept, byte[] Body, string Vary)> Ask(string? accept)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (accept is not null)
                request.Headers.Add("Accept-Encoding", accept);
            using var response = await dashboard.English.SendAsync(request, Cancel);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            return (
                string.Join(',', response.Content.Headers.ContentEncoding), response.Headers.Age is not null, await response.Content.ReadAsByteArrayAsync(Cancel),
                string.Join(',', response.Headers.Vary));
        }

        await Ask("br");
        var (brotli, again, zipped, plain) = (await Ask("br"), await Ask("gzip;q=0.5, br"), await Ask("gzip"), await Ask(null));

        brotli.Encoding.ShouldBe("br");
        brotli.Kept.ShouldBeTrue();
        again.Body.ShouldBe(brotli.Body);
        zipped.Encoding.ShouldBe("gzip");
        plain.Encoding.ShouldBeEmpty();
        brotli.Vary.ShouldContain("Accept-Encoding");
        using var opened = new StreamReader(new BrotliStream(new MemoryStream(brotli.Body), CompressionMode.Decompress));
        (await opened.ReadToEndAsync(Cancel)).ShouldBe(Encoding.UTF8.GetString(plain.Body));
    }

    [Fact]
    public async Task A_failure_inside_is_a_problem_with_a_request_id_and_one_line_in_the_log_and_no_trace()
    {
        using var folder = new TempFolder();
        await using var factory = new DashboardFactory(folder.Data, sample: false);
        using var client = factory.Client("en");
        // A current.json that cannot be read stands for anything unforeseen.
        Directory.CreateDirectory(folder.Data.Snapshots);
        await File.WriteAllTextAsync(folder.Data.Current, "{", Cancel);
        using var response = await client.GetAsync("/api/v1/rankings", Cancel);
        var body = await response.Content.ReadAsStringAsync(Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var id = response.Headers.GetValues("X-Request-Id").Single();
        body.ShouldContain(id);
        body.ShouldNotContain("   at ");
        body.ShouldNotContain("Exception");
        await factory.DisposeAsync();
        var log = Directory.GetFiles(folder.Data.Logs, "*.jsonl").SelectMany(File.ReadLines).Where(line => line.Contains(id)).ToArray();
        log.Length.ShouldBe(1);
        log[0].ShouldContain("\"Path\":\"/api/v1/rankings\"");
    }
}
