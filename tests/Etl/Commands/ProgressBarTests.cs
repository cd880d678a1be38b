using LearningCity.Etl.Commands;
using LearningCity.Etl.Loading;
using Spectre.Console;

namespace LearningCity.Etl.Tests.Commands;

public sealed class ProgressBarTests : IDisposable
{
    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData(Language.Zh, "读取 names.csv", "校验", "发布", "完成")]
    [InlineData(Language.En, "reading names.csv", "validating", "publishing", "done")]
    public void On_a_terminal_each_step_is_named_with_its_share_and_time_left(Language language, params string[] steps)
    {
        using var error = new StringWriter();

        var result = During(error, language, terminal: true, json: false);

        result.Counts.Files.ShouldBe(1);
        var shown = error.ToString();
        var from = 0;
        foreach (var step in steps)
        {
            from = shown.IndexOf(step, from, StringComparison.Ordinal);
            from.ShouldBeGreaterThanOrEqualTo(0, step);
        }
        shown.ShouldContain("100%");
        shown.ShouldMatch(@"\d\d:\d\d:\d\d");
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void In_a_pipe_and_for_machines_there_is_none(bool terminal, bool json)
    {
        using var error = new StringWriter();

        During(error, Language.En, terminal, json).Counts.Files.ShouldBe(1);

        error.ToString().ShouldBeEmpty();
    }

    private LoadResult During(StringWriter error, Language language, bool terminal, bool json)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(error),
            Ansi = terminal ? AnsiSupport.Yes : AnsiSupport.No,
            Interactive = terminal ? InteractionSupport.Yes : InteractionSupport.No,
        });
        console.Profile.Width = 120;
        var session = new Session(bench.Data, json, language, console, console, TimeProvider.System);
        return ProgressBar.During(session, progress =>
        {
            // The bar draws from a thread of its own, ten times a second: each step stays long enough to be drawn.
            var slow = progress is null ? null : new Slow(progress);
            return Loader.Load(bench.Data, new LoadRequest([CaseFiles.Of("normalising", "names.csv")]), slow);
        });
    }

    private sealed class Slow(IProgress<LoadProgress> inner) : IProgress<LoadProgress>
    {
        private LoadStep? last;

        public void Report(LoadProgress value)
        {
            inner.Report(value);
            if (last != value.Step)
                Thread.Sleep(250);
            last = value.Step;
        }
    }
}
