using System.Net;

namespace LearningCity.Dashboard.Hosting;

/// <summary>There is no access control yet, so only this computer may reach the dashboard.</summary>
public static class Loopback
{
    /// <summary>Why the configured addresses are refused; null when all of them are loopback addresses.</summary>
    public static Stop? Refuse(IConfiguration configuration)
    {
        var bad = Addresses(configuration).FirstOrDefault(a => !IsLoopback(a));
        return bad is null
            ? null
            : new Stop(
                Sentences.WrongUsage,
                $"拒绝在 {bad} 上提供服务：系统尚无访问控制，只能使用本机地址，例如 {StartOptions.DefaultUrl}。",
                $"Refusing to serve on {bad}: there is no access control yet, so only an address of this computer will do, such as {StartOptions.DefaultUrl}.");
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
