using System.Net.Http.Json;
using System.Text.Json;
using LearningCity.Dashboard.Tests.SqlConsole;
using LearningCity.Tests.Support;

[assembly: AssemblyFixture(typeof(ConsoleServer))]

namespace LearningCity.Dashboard.Tests.SqlConsole;

/// <summary>The dashboard as its users start it, over the sample.</summary>
public class ConsoleServer : IAsyncDisposable
{
    private readonly Lazy<Task<DashboardServer>> server;

    public ConsoleServer()
        : this("--SqlConsole:Seconds=60")
    {
    }

    private protected ConsoleServer(params string[] options) => server = new(() => DashboardServer.StartAsync(
        AppContext.BaseDirectory, SampleWarehouse.Shared.Folder.Root, options));

    public async Task<HttpClient> ClientAsync() => new() { BaseAddress = (await server.Value).Address, Timeout = TimeSpan.FromMinutes(2) };

    /// <summary>Asks in English, so that messages can be read here.</summary>
    public async Task<ConsoleAnswer> AskAsync(string sql, string query = "")
    {
        using var client = await ClientAsync();
        using var response = await client.PostAsJsonAsync($"/api/v1/sql?lang=en{query}", new { sql }, TestContext.Current.CancellationToken);
        return new ConsoleAnswer((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Processes of queries that the server has started and that have not ended: spares too.</summary>
    public async Task<int> ChildrenAsync() => Children((await server.Value).ProcessId).Count;

    /// <summary>What the system says of the limits of the processes in which a query has begun: they can open no file any more.</summary>
    public async Task<IReadOnlyList<string>> RunningAsync() =>
        [.. Children((await server.Value).ProcessId).Select(id => Read($"/proc/{id}/limits")).OfType<string>().Where(l => Says(l, "Max open files", "0 0"))];

    /// <summary>Whether a limit has these two values, soft and hard.</summary>
    public static bool Says(string limits, string name, string values) => limits.Split('\n').Any(l => l.StartsWith(name, StringComparison.Ordinal)
        && string.Join(' ', l[name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)).StartsWith(values, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (server.IsValueCreated)
        {
            await (await server.Value).DisposeAsync();
        }
    }

    private static List<int> Children(int parent) =>
        [.. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(n => int.TryParse(n, out _)).Select(n => int.Parse(n!, null))
            .Where(id => Read($"/proc/{id}/stat") is { } stat && stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1] == parent.ToString(null as IFormatProvider)
                && (Read($"/proc/{id}/cmdline") ?? "").Contains("sql-child", StringComparison.Ordinal))];

    private static string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return null;
        }
    }
}

/// <summary>A server of its own for queries that take all they can get.</summary>
public sealed class RunawayServer() : ConsoleServer("--SqlConsole:Seconds=2", "--SqlConsole:Concurrent=2", "--SqlConsole:Queue=20");

/// <summary>A server that ends a query for another reason than its time.</summary>
public sealed class PatientServer() : ConsoleServer("--SqlConsole:Seconds=600");

/// <summary>What the console answered.</summary>
public sealed record ConsoleAnswer(int Status, string Body)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    public string Kind => Json.GetProperty("kind").GetString()!;

    public string Detail => Json.GetProperty("detail").GetString()!;

    public JsonElement Row => Json.GetProperty("rows")[0];
}
