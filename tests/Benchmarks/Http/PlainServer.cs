using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace LearningCity.Benchmarks.Http;

/// <summary>Kestrel with nothing in it but a fixed answer of 10 kB: the most that the driver and the machine can do, against which the dashboard is held.</summary>
internal static class PlainServer
{
    public const string Verb = "plain-server";

    private const int Bytes = 10 << 10;

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        var answer = new byte[Bytes];
        Array.Fill(answer, (byte)'x');
        app.Run(context =>
        {
            context.Response.ContentLength = answer.Length;
            return context.Response.Body.WriteAsync(answer, 0, answer.Length);
        });
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await app.WaitForShutdownAsync();
    }
}
