using LearningCity.Etl.Commands;

namespace LearningCity.Etl.Tests.Commands;

/// <summary>The command line within this process: all of it but the start of the program.</summary>
internal sealed record EtlRun(int ExitCode, string Output, string Error)
{
    public string All => Output + Error;

    public static EtlRun Of(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = CommandLine.Run(arguments, output, error);
        return new(code, output.ToString(), error.ToString());
    }
}
