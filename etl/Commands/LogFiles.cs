using LearningCity.Warehouse.Storage;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace LearningCity.Etl.Commands;

/// <summary>The log of the command line: JSON lines in the data folder, and on the screen only what went wrong.
/// Asked for more, both tell what each step took.</summary>
internal static class LogFiles
{
    public static void Start(DataFolder folder, bool keep, bool verbose)
    {
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Is(verbose ? LogEventLevel.Debug : LogEventLevel.Information)
            .Enrich.WithProperty("Program", "etl")
            .WriteTo.Console(
                restrictedToMinimumLevel: verbose ? LogEventLevel.Debug : LogEventLevel.Error,
                outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}", standardErrorFromLevel: LogEventLevel.Verbose,
                formatProvider: System.Globalization.CultureInfo.InvariantCulture);
        if (keep)
            configuration.WriteTo.File(
                new CompactJsonFormatter(), Path.Combine(folder.Logs, "etl-.json"), rollingInterval: RollingInterval.Day, shared: true, retainedFileCountLimit: 90);
        Log.Logger = configuration.CreateLogger();
    }

    /// <summary>Writes a failure with all its details where a person can hand it on.</summary>
    /// <returns>The file.</returns>
    public static string Failure(DataFolder folder, Exception failure, string command)
    {
        Log.Logger.ForContext("Command", command).Write(LogEventLevel.Warning, failure, "Command {Command} failed", command);
        var path = Path.Combine(folder.Logs, $"failure-{DateTime.UtcNow:yyyyMMddTHHmmss}Z.txt");
        try
        {
            Directory.CreateDirectory(folder.Logs);
            File.WriteAllText(path, failure.ToString());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            path = Path.Combine(Path.GetTempPath(), Path.GetFileName(path));
            File.WriteAllText(path, failure.ToString());
        }
        return path;
    }
}
