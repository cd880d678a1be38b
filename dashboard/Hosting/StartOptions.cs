using LearningCity.Dashboard.Access;
using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Storage;
using LearningCity.Warehouse.Storage.Clusters;

namespace LearningCity.Dashboard.Hosting;

/// <summary>What the command line asks for: where the data are and whether an empty folder is filled with the sample.</summary>
/// <param name="ReplicaOf">The folder or dashboard whose snapshots are served; null for a dashboard of its own.</param>
public sealed record StartOptions(DataFolder Folder, bool Sample, string? ReplicaOf = null)
{
    /// <summary>The only address served by default; this computer alone can reach it.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    private const string ReplicaOption = "replica-of";

    private static readonly string[] WithValue = ["data", ReplicaOption, "urls", "environment", "contentRoot", "applicationName", "access"];

    private const string UsageZh =
        "用法：dotnet run --project dashboard -- [--data 目录] [--no-sample] [--replica-of 网址或目录] [--access local|accounts] [--urls http://127.0.0.1:端口]";

    private const string UsageEn =
        "Usage: dotnet run --project dashboard -- [--data DIR] [--no-sample] [--replica-of URL|DIR] [--access local|accounts] [--urls http://127.0.0.1:PORT]";

    /// <summary>Options, or why there are none. A word that is not understood is refused rather than skipped:
    /// a misspelt --data would otherwise serve another folder. Settings of the form --Section:Key=value pass through.</summary>
    public static (StartOptions Start, Stop? Wrong) Parse(IReadOnlyList<string> args)
    {
        string? data = null;
        string? replicaOf = null;
        var sample = true;
        var none = new StartOptions(DataFolder.Resolve(null), sample);
        for (var i = 0; i < args.Count; i++)
        {
            var (name, value) = Split(args[i]);
            if (name is "help" or "h" or "?")
            {
                return (none, new Stop(0, UsageZh, UsageEn));
            }

            if (name == "no-sample" && (value is null || bool.TryParse(value, out _)))
            {
                sample = value is not null && !bool.Parse(value);
                continue;
            }

            if (!IsKnown(name))
            {
                return (none, new Stop(Sentences.WrongUsage, $"不认识的参数：{args[i]}。{UsageZh}", $"Not understood: {args[i]}. {UsageEn}"));
            }

            // A setting may be set to nothing; the folder may not.
            if (value?.Length == 0 && name!.Contains(':', StringComparison.Ordinal))
            {
                continue;
            }

            if (value is null && ++i < args.Count)
            {
                value = args[i];
            }

            if (string.IsNullOrWhiteSpace(value) || (i < args.Count && value.StartsWith("--", StringComparison.Ordinal)))
            {
                return (none, new Stop(Sentences.WrongUsage, $"参数 --{name} 缺少值。{UsageZh}", $"--{name} needs a value. {UsageEn}"));
            }

            data = name == "data" ? value : data;
            replicaOf = name == ReplicaOption ? value : replicaOf;
        }

        // A replica shows what the other shows, and nothing while that shows nothing.
        try
        {
            // Uploads are loaded where the scores are kept.
            return (new StartOptions(DataFolder.Resolve(data) with { Cluster = ClusterAddress.Resolve(null) }, sample && replicaOf is null, replicaOf), null);
        }
        catch (ClusterException e)
        {
            return (none, new Stop(Sentences.WrongUsage, $"{ClusterAddress.EnvironmentVariable}：{e.Zh}", $"{ClusterAddress.EnvironmentVariable}: {e.En}"));
        }
    }

    /// <summary>The dashboard that is followed; null when it is a folder, or none.</summary>
    public Uri? ReplicaAddress => Uri.TryCreate(ReplicaOf, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    /// <summary>A builder whose content is found beside the program, whatever folder it was started from.</summary>
    public WebApplicationBuilder CreateBuilder(string[] args)
    {
        var settings = args.Where(a => Split(a).Name != "no-sample").ToArray();
        var contentRoot = settings.Any(a => Split(a).Name == "contentRoot") ? null : AppContext.BaseDirectory;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = contentRoot });
        builder.WebHost.UseStaticWebAssets();
        return builder;
    }

    /// <summary>Who may reach the dashboard, or why that cannot be told.</summary>
    public Stop? ReadAccess(IConfiguration configuration, out AccessOptions access)
    {
        try
        {
            access = AccessOptions.Read(configuration);
            return null;
        }
        catch (FormatException e)
        {
            access = new AccessOptions(Accounts: true, OthersPolicy.Own);
            var (zh, en) = (e.Message.Split(" | ")[0], e.Message.Split(" | ")[^1]);
            return new Stop(Sentences.WrongUsage, $"参数有误：{zh}。{UsageZh}", $"Not understood: {en}. {UsageEn}");
        }
    }

    private static bool IsKnown(string? name) =>
        name is not null && (WithValue.Contains(name, StringComparer.OrdinalIgnoreCase) || name.Contains(':', StringComparison.Ordinal));

    private static (string? Name, string? Value) Split(string arg)
    {
        if (!arg.StartsWith('-'))
        {
            return (null, arg);
        }

        var text = arg.TrimStart('-');
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (text, null) : (text[..equals], text[(equals + 1)..]);
    }
}
