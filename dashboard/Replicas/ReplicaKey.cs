using System.Security.Cryptography;
using System.Text;
using LearningCity.Dashboard.Hosting;

namespace LearningCity.Dashboard.Replicas;

/// <summary>The secret that dashboards share which hand snapshots to each other: a snapshot names experts, files and places.</summary>
public static class ReplicaKey
{
    public const string EnvironmentVariable = "LEARNINGCITY_REPLICA_KEY";

    private const int Shortest = 20;

    /// <summary>Null where none is set, and then nothing is handed out.</summary>
    public static string? Of(IConfiguration configuration) => configuration[EnvironmentVariable] is { Length: > 0 } key ? key : null;

    /// <summary>Why the key or the source is refused; null when they will do.</summary>
    public static Stop? Refuse(IConfiguration configuration, StartOptions start)
    {
        var key = Of(configuration);
        if (key is { Length: < Shortest })
        {
            return new(
                Sentences.WrongUsage,
                $"环境变量 {EnvironmentVariable} 太短：请用至少 {Shortest} 个字符的随机密钥。",
                $"The environment variable {EnvironmentVariable} is too short: use a random key of at least {Shortest} characters.");
        }

        if (start.ReplicaAddress is not { } address)
        {
            return null;
        }

        return key is null
            ? new(
                Sentences.WrongUsage,
                $"从另一个看板取快照需要密钥：请在两边设置相同的环境变量 {EnvironmentVariable}。",
                $"To fetch snapshots from another dashboard a key is needed: set the same environment variable {EnvironmentVariable} on both.")
            : address.Scheme == Uri.UriSchemeHttps || Loopback.IsLoopback(address.ToString())
                ? null
                : new(
                    Sentences.WrongUsage,
                    $"不能用 http 从另一台计算机取快照：密钥和数据都会明文传送。请用 https：{address}",
                    $"Snapshots are not fetched from another computer over http: key and data would travel in the clear. Use https: {address}");
    }

    /// <summary>Whether a request carries the key; takes as long for a wrong one as for the right one.</summary>
    public static bool IsCarriedBy(HttpRequest request, string key) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString())), SHA256.HashData(Encoding.UTF8.GetBytes($"Bearer {key}")));
}
