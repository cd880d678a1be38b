using LearningCity.Warehouse.Storage;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace LearningCity.Dashboard.Hosting;

/// <summary>Readable lines on the console, one JSON object a line in data/logs. Loads, publications and failed requests are events;
/// requests that went well are not.</summary>
public static class LogSetup
{
    /// <summary>Values are quoted and escaped: what somebody put into an address makes no line of its own.</summary>
    internal const string Line = "{Timestamp:HH:mm:ss} {Level:u3} {Message:j}{NewLine}";

    public static void AddLog(this WebApplicationBuilder builder, DataFolder folder)
    {
        Directory.CreateDirectory(folder.Logs);
        var logger = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            // A start that fails is told in a sentence by Serving.
            .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)
            .Enrich.FromLogContext()
            .WriteTo.Console(outputTemplate: Line, formatProvider: System.Globalization.CultureInfo.InvariantCulture)
            .WriteTo.File(
                new CompactJsonFormatter(),
                Path.Combine(folder.Logs, "dashboard-.jsonl"),
                rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: 31,
                shared: true)
            .CreateLogger();
        // The loader and the warehouse write to the static logger.
        Log.Logger = logger;
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(logger, dispose: true);
    }
}
