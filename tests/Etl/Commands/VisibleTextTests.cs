using Spectre.Console;

namespace LearningCity.Etl.Tests.Commands;

public sealed class VisibleTextTests : IDisposable
{
    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void A_file_name_that_would_steer_the_terminal_is_shown_with_signs_in_its_place()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names.");
        bench.Write("2024\u001b[2J\u202e.csv", "评估轮次,区,指标,专家,得分\n2024,通州区,F1,E01,约5\n");

        var run = EtlRun.Of("load", bench.Inbox, "--data", bench.Data.Root, "--dry-run", "--lang", "zh");

        run.ExitCode.ShouldBe(3, run.All);
        run.All.ShouldContain("2024\uFFFD[2J\uFFFD.csv");
        run.All.ShouldNotContain("\u001b");
        run.All.ShouldNotContain("\u202e");
    }

    [Fact]
    public void The_terminals_own_colours_stay()
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.Standard });
        console.Pipeline.Attach(new Etl.Commands.VisibleText());

        console.WriteLine("a\u009b31mb", new Style(Color.Red));

        output.ToString().ShouldSatisfyAllConditions(t => t.ShouldContain("\u001b["), t => t.ShouldContain("a\uFFFD31mb"));
    }
}
