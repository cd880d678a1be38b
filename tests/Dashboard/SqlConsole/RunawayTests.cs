using System.Net.Http.Json;

namespace LearningCity.Dashboard.Tests.SqlConsole;

/// <summary>Queries that would run for ever or take all memory: they end at their limits, and pages do not wait for them.</summary>
[Collection(nameof(RunawayTests))]
[CollectionDefinition(nameof(RunawayTests), DisableParallelization = true)]
public sealed class RunawayTests(RunawayServer console) : IClassFixture<RunawayServer>
{
    internal const string CrossJoin = "select count(*) from range(1000000) a, range(1000000) b, range(1000) c where a.range + b.range = c.range";

    [Theory]
    [InlineData(CrossJoin)]
    [InlineData("with recursive r(i) as (select 1 union all select (i + 1) % 7 from r) select count(*) from r")]
    [InlineData("select list_sum(list_transform(range(30000000), lambda x: list_sum(list_transform(range(50), lambda y: x * y))))")]
    [InlineData("select list_transform(range(300000000), lambda x: x + 1)")]
    [InlineData("select count(distinct a.range::varchar || b.range::varchar) from range(100000) a, range(100000) b")]
    [InlineData("select string_agg(repeat('x', 1000), '') from range(10000000)")]
    [InlineData("select repeat('x', 2000000000)")]
    [InlineData("select list(a.range) from range(1000000000) a")]
    [InlineData("select repeat(repeat('x', 100000), 1000) from range(1000)")]
    public async Task A_runaway_query_is_ended_at_its_limits(string sql)
    {
        var answer = await console.AskAsync(sql);
        answer.Status.ShouldBe(422, answer.Body);
        answer.Kind.ShouldBeOneOf("timeout", "memory");
        (await console.AskAsync("select 1")).Status.ShouldBe(200);
        await NothingButSparesIsLeft();
    }

    [Fact]
    public async Task Fifty_queries_at_once_are_all_answered_and_pages_do_not_wait()
    {
        using var client = await console.ClientAsync();
        var asked = Enumerable.Range(0, 50).Select(i => console.AskAsync(i % 5 == 0 ? CrossJoin : $"select {i}, count(*) from fct_score")).ToArray();
        var meanwhile = 0;
        for (var n = 0; !asked.All(a => a.IsCompleted); n++)
        {
            // An address that was not asked before, so that the page is made anew.
            (await client.GetAsync($"/rankings?round=2026&n={n}", TestContext.Current.CancellationToken)).IsSuccessStatusCode.ShouldBeTrue();
            meanwhile += asked.All(a => a.IsCompleted) ? 0 : 1;
            (await console.ChildrenAsync()).ShouldBeLessThanOrEqualTo(2 + 2);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        meanwhile.ShouldBeGreaterThan(3, "Pages waited for the queries.");
        var answers = await Task.WhenAll(asked);
        answers.ShouldAllBe(a => a.Status == 200 || a.Status == 422 || a.Status == 503);
        // How many have their turn before the runaways are stopped depends on the machine.
        answers.ShouldContain(a => a.Status == 200);
        // Two run and twenty wait, so of fifty at once some are told to come back.
        answers.Where(a => a.Status == 503).ShouldAllBe(a => a.Kind == "busy");
        await NothingButSparesIsLeft();
    }

    [Fact]
    public async Task The_process_of_a_query_can_open_no_file_and_write_none()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux says of a process what its limits are.");
        var asked = console.AskAsync(CrossJoin);
        var limits = "";
        while (limits.Length == 0 && !asked.IsCompleted)
        {
            limits = string.Concat((await console.RunningAsync()).Take(1));
        }

        foreach (var (name, most) in new[] { ("Max open files", "0 0"), ("Max file size", "0 0"), ("Max core file size", "0 0"), ("Max data size", "805306368 805306368") })
        {
            ConsoleServer.Says(limits, name, most).ShouldBeTrue($"{name} in:\n{limits}");
        }

        (await asked).Kind.ShouldBe("timeout");
    }

    private async Task NothingButSparesIsLeft()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await console.ChildrenAsync() > 1)
        {
            await Task.Delay(50, patience.Token);
        }
    }
}

/// <summary>A client that hangs up, on a server that would let its query run for ten minutes.</summary>
[Collection(nameof(RunawayTests))]
public sealed class HangUpTests(PatientServer console) : IClassFixture<PatientServer>
{
    [Fact]
    public async Task Nothing_goes_on_for_a_client_that_hangs_up()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux says of a process what its limits are, and by them that its query has begun.");
        using var client = await console.ClientAsync();
        using var gone = new CancellationTokenSource();
        var asked = client.PostAsJsonAsync("/api/v1/sql", new { sql = RunawayTests.CrossJoin }, gone.Token);
        await Until(running => running > 0);
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(asked);
        await Until(running => running == 0);
        (await console.AskAsync("select 1")).Status.ShouldBe(200);
    }

    private async Task Until(Func<int, bool> done)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!done((await console.RunningAsync()).Count))
        {
            await Task.Delay(50, patience.Token);
        }
    }
}
