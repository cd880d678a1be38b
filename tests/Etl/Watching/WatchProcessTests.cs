using System.Diagnostics;
using LearningCity.Etl.Samples;
using LearningCity.Etl.Tests.Templates;

namespace LearningCity.Etl.Tests.Watching;

/// <summary>The program itself, as a service runs it.</summary>
public sealed class WatchProcessTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_signal_to_stop_ends_it_cleanly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent with kill.");
        var inbox = Directory.CreateDirectory(Path.Combine(_bench.Inbox, "in")).FullName;
        using var process = Start(inbox, "--interval", "1");
        process.StandardOutput.ReadLine().ShouldNotBeNull().ShouldContain("正在看守");
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(null, null)]))
            kill.WaitForExit();
        process.WaitForExit(TimeSpan.FromMinutes(2)).ShouldBeTrue();
        process.ExitCode.ShouldBe(0);
        process.StandardOutput.ReadToEnd().ShouldContain("已停止");
    }

    [Fact]
    public void Killed_at_any_moment_it_goes_on_where_it_was_and_loads_nothing_twice()
    {
        var options = new SampleOptions(Districts: 6, Rounds: 2, Experts: 0, Seed: 5);
        var kills = Environment.GetEnvironmentVariable("LEARNINGCITY_LONG_TESTS") == "1" ? 40 : 2;
        var random = new Random(20231101);
        var inbox = Path.Combine(_bench.Inbox, "in");
        SampleWriter.Write(Cities.BuiltIn, options, inbox, stop: TestContext.Current.CancellationToken);
        for (var i = 0; i < kills; i++)
        {
            using var process = Start(inbox, "--interval", "1");
            // From its first look, through load and publication, until after the last file is put away.
            process.StandardOutput.ReadLine();
            Thread.Sleep(random.Next(0, 5000));
            process.Kill();
            process.WaitForExit();
        }
        using (var last = Start(inbox, "--once", "--interval", "1"))
        {
            last.WaitForExit(TimeSpan.FromMinutes(3)).ShouldBeTrue();
            last.ExitCode.ShouldBe(0, last.StandardOutput.ReadToEnd() + last.StandardError.ReadToEnd());
        }

        Directory.EnumerateFiles(inbox, "*.xlsx", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(inbox, f)).ShouldAllBe(f => f.StartsWith("done/", StringComparison.Ordinal));
        Directory.EnumerateFiles(Path.Combine(inbox, "done"), "*", SearchOption.AllDirectories).Count().ShouldBe(12);
        _bench.Stored().ShouldBe(
            new SampleScores(SampleCity.Of(Cities.BuiltIn, options), options).All().Select(StoredScore.Of),
            ignoreOrder: true);
        File.Exists(_bench.Data.Current).ShouldBeTrue();
    }

    private Process Start(string inbox, params string[] options)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "LearningCity.Etl.dll");
        var start = new ProcessStartInfo("dotnet", [program, "watch", inbox, "--data", _bench.Data.Root, .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LC_ALL"] = "zh_CN.UTF-8";
        return Process.Start(start)!;
    }
}
