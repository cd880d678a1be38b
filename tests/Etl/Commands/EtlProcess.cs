using System.Diagnostics;
using System.Text;

namespace LearningCity.Etl.Tests.Commands;

/// <summary>The command line as a person runs it: a process of its own.</summary>
internal sealed record EtlProcess(int ExitCode, string Output, string Error)
{
    public static EtlProcess Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.Result);
    }

    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "LearningCity.Etl.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment.Remove("LEARNINGCITY_DATA");
        return Process.Start(start)!;
    }
}
