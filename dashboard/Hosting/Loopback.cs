using System.Net;
using LearningCity.Dashboard.Access;

namespace LearningCity.Dashboard.Hosting;

/// <summary>In local mode nobody signs in, so only this computer may reach the dashboard.</summary>
public static class Loopback
{
    /// <summary>Why the configured addresses are refused; null when all of them are loopback addresses, or people sign in.</summary>
    public static Stop? Refuse(IConfiguration configuration, AccessOptions access)
    {
        if (access.Accounts)
        {
            return null;
        }

        var bad = Addresses(configuration).FirstOrDefault(a => !IsLoopback(a));
        return bad is null
            ? null
            : new Stop(
                Sentences.WrongUsage,
                $"拒绝在 {bad} 上提供服务：本机模式无需登录，没有访问控制，只能使用本机地址（如 {StartOptions.DefaultUrl}）。要对外提供服务，请用 --access accounts。",
                $"Refusing to serve on {bad}: local mode has no access control, so only an address of this computer will do, such as {StartOptions.DefaultUrl}. To serve others, use --access accounts.");
    }

    /// <summary>All addresses that the server would bind: those asked for, else the default.</summary>
    public static IReadOnlyList<string> Addresses(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"] ?? "").ToArray();
        return [.. endpoints, .. (configuration["urls"] ?? StartOptions.DefaultUrl)
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    /// <summary>Whether an address such as http://127.0.0.1:5080 or http://localhost:5080 is this computer's own.</summary>
    public static bool IsLoopback(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && (uri.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}
