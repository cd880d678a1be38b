using System.Net.Sockets;
using LearningCity.Dashboard.Access;
using LearningCity.Dashboard.Access.Accounts;
using LearningCity.Dashboard.Replicas;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace LearningCity.Dashboard.Hosting;

/// <summary>From the built application to the address on the console, and on until it is stopped.</summary>
public static class Serving
{
    /// <summary>Returns the exit code: 0 after a normal stop, 1 when the address is taken.</summary>
    public static async Task<int> ServeAsync(this WebApplication app, StartOptions start)
    {
        await app.FetchFirstAsync();
        app.LoadSampleIfEmpty(start);
        try
        {
            await app.StartAsync();
        }
        catch (Exception failure) when (failure is IOException or SocketException)
        {
            var address = string.Join(' ', Loopback.Addresses(app.Configuration));
            return failure.InnerException is not AddressInUseException
                ? Sentences.Say(new Stop(1, $"无法在 {address} 上提供服务：{failure.Message}", $"Cannot serve on {address}: {failure.Message}"))
                : Sentences.Say(new Stop(
                1,
                $"地址 {address} 已被占用：可能另一个看板正在运行。请先停止它，或用 --urls http://127.0.0.1:端口 换一个端口。",
                $"The address {address} is in use, perhaps by another dashboard. Stop that one, or choose another port with --urls http://127.0.0.1:PORT."));
        }

        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine($"看板已启动：{string.Join(' ', addresses)}（按 Ctrl+C 停止）");
        Console.WriteLine($"The dashboard is at {string.Join(' ', addresses)} (Ctrl+C stops it)");
        SayAccess(app, addresses);
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>Who may reach it, and while there is no steward how to become the first.</summary>
    private static void SayAccess(WebApplication app, IEnumerable<string> addresses)
    {
        if (!app.Services.GetRequiredService<AccessOptions>().Accounts)
        {
            Console.WriteLine("本机模式：仅本机可用，无需登录，拥有全部权限。");
            Console.WriteLine("Local mode: for this computer alone, without signing in, with all rights.");
            return;
        }

        if (app.Services.GetRequiredService<FirstSteward>().Offer() is { } link)
        {
            var address = addresses.FirstOrDefault()?.Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal).Replace("//[::]", "//localhost", StringComparison.Ordinal);
            Console.WriteLine($"尚无数据管理员。请用此链接（仅一次有效）建立第一个账号：{address}{link}");
            Console.WriteLine($"There is no steward yet. This link makes the first account, once: {address}{link}");
        }
    }
}
