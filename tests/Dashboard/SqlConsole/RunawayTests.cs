using System.Diagnostics;
using System.Net.Http.Json;

namespace LearningCity.Dashboard.Tests.SqlConsole;

/// <summary>Queries that would run for ever or take all memory: they end at their limits, and pages do not wait for them.</summary>
[Collection(nameof(RunawayTests))]
[CollectionDefinition(nameof(RunawayTests), DisableParallelization = true)]
public sealed class RunawayTests(RunawayServer console) : IClassFixture<RunawayServer>
{
    private const string CrossJoin = "select count(*) from range(1000000) a, range(1000000) b, range(1000) c where a.range + b.range = c.range";

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
        var clock = Stopwatch.StartNew();
        var answer = await console.AskAsync(sql);
        answer.Status.ShouldBe(422, answer.Body);
        answer.Kind.ShouldBeOneOf("timeout", "memory");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(RunawayServer.Seconds + 12));
        (await console.AskAsync("select 1")).Status.ShouldBe(200);
        await NothingButSparesIsLeft();
    }

    [Fact]
    public async Task Fifty_queries_at_once_are_all_answered_and_pages_do_not_wait()
    {
        using var client = await console.ClientAsync();
        var asked = Enumerable.Range(0, 50).Select(i => console.AskAsync(i % 5 == 0 ? CrossJoin : $"select {i}, count(*) from fct_score")).ToArray();
        var slowest = TimeSpan.Zero;
        while (!asked.All(a => a.IsCompleted))
        {
            var clock = Stopwatch.StartNew();
            (await client.GetAsync("/health", TestContext.Current.CancellationToken)).IsSuccessStatusCode.ShouldBeTrue();
            slowest = clock.Elapsed > slowest ? clock.Elapsed : slowest;
            (await console.ChildrenAsync()).ShouldBeLessThanOrEqualTo(2 + 2);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        var answers = await Task.WhenAll(asked);
        answers.ShouldAllBe(a => a.Status == 200 || a.Status == 422 || a.Status == 503);
        answers.Count(a => a.Status == 200).ShouldBeGreaterThan(5);
        // Two run and twenty wait, so of fifty at once some are told to come back.
        answers.Where(a => a.Status == 503).ShouldAllBe(a => a.Kind == "busy");
        slowest.ShouldBeLessThan(TimeSpan.FromSeconds(2));
        await NothingButSparesIsLeft();
    }

    [Fact]
    public async Task Nothing_goes_on_for_a_client_that_hangs_up()
    {
        using var client = await console.ClientAsync();
        using var gone = new CancellationTokenSource();
        var asked = client.PostAsJsonAsync("/api/v1/sql", new { sql = CrossJoin }, gone.Token);
        await Task.Delay(700, TestContext.Current.CancellationToken);
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(asked);
        // Well before the limit would have ended it.
        await NothingButSparesIsLeft(TimeSpan.FromSeconds(RunawayServer.Seconds - 1));
    }

    [Fact]
    public async Task The_process_of_a_query_can_open_no_file_and_write_none()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux says of a process what its limits are.");
        var before = await console.ChildIdsAsync();
        var asked = console.AskAsync(CrossJoin);
        var found = new List<string>();
        while (!asked.IsCompleted)
        {
            foreach (var id in await console.ChildIdsAsync())
            {
                try
                {
                    found.Add(await File.ReadAllTextAsync($"/proc/{id}/limits", TestContext.Current.CancellationToken));
                }
                catch (IOException)
                {
                    // It has just ended.
                }
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        found.ShouldContain(limits => Says(limits, "Max open files", "0 0") && Says(limits, "Max file size", "0 0") && Says(limits, "Max core file size", "0 0")
            && Says(limits, "Max data size", "805306368 805306368"));
        (await asked).Kind.ShouldBe("timeout");
    }

    private static bool Says(string limits, string name, string values) => limits.Split('\n')
        .Any(l => l.StartsWith(name, StringComparison.Ordinal) && string.Join(' ', l[name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)).StartsWith(values, StringComparison.Ordinal));

    private async Task NothingButSparesIsLeft(TimeSpan? within = null)
    {
        var clock = Stopwatch.StartNew();
        while (await console.ChildrenAsync() > 1)
        {
            clock.Elapsed.ShouldBeLessThan(within ?? TimeSpan.FromSeconds(5), "A process of a query is still running.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
