using System.Diagnostics;
using LearningCity.Etl.Watching;

namespace LearningCity.Etl.Tests.Loading;

/// <summary>What lies in a folder and is no file that ends.</summary>
public sealed class StrangeFilesTests : IDisposable
{
    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void A_pipe_that_no_one_writes_to_is_reported_as_empty_and_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps no pipes in folders.");
        using (var make = Process.Start("mkfifo", [Path.Combine(bench.Inbox, "a.csv")]))
            make.WaitForExit();
        bench.Write("b.csv", "round,district,indicator,rater,expert,points\n2024,通州区,F1,self,,5\n");

        var result = bench.Load(bench.Inbox);

        result.Faults.Select(f => $"{f.FileName} {f.Rule}").ShouldBe(["a.csv file-empty"]);
        result.Counts.Added.ShouldBe(1);
    }

    [Fact]
    public void One_in_a_watched_folder_is_put_aside_like_any_other_empty_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps no pipes in folders.");
        using (var make = Process.Start("mkfifo", [Path.Combine(bench.Inbox, "a.csv")]))
            make.WaitForExit();
        using var watcher = Watcher.Open(bench.Data, bench.Inbox, TimeProvider.System, TimeSpan.FromMilliseconds(10));

        watcher.Once(TestContext.Current.CancellationToken).Files.Select(f => $"{f.Path} {f.Outcome}").ShouldBe(["a.csv rejected"]);

        File.Exists(Path.Combine(bench.Inbox, "a.csv")).ShouldBeFalse();
    }

    [Fact]
    public void Of_many_equal_copies_each_is_told_once_which_it_repeats()
    {
        for (var n = 1; n <= 5; n++)
            bench.Write($"{n}.csv", "round,district,indicator,rater,expert,points\n2024,通州区,F1,self,,5\n2024,通州区,F2,self,,4\n");

        var result = bench.Load(bench.Inbox);

        result.Faults.Select(f => $"{f.FileName} {f.Rule} {f.MessageEn[^18..]}").ShouldBe(
            Enumerable.Range(2, 4).Select(n => $"{n}.csv duplicate-identical  '1.csv', 2 scores"));
        (result.Counts.Added, result.Counts.Unchanged, result.ExitCode).ShouldBe((2, 8, 0));
    }
}
