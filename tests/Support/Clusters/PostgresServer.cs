using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace LearningCity.Tests.Support.Clusters;

/// <summary>A PostgreSQL server of its own on a free loopback port, over a copy of a folder that was initialised once.</summary>
public sealed class PostgresServer : IDisposable
{
    /// <summary>The user that the servers are made with, and its password.</summary>
    public const string User = "city";

    public const string Password = "lian-hua-chi 7";

    // PostgreSQL refuses to run as root.
    private static readonly string[] AsNobody = Environment.UserName == "root" ? ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--"] : [];

    // Should the tests themselves be killed, their end of the pipe closes, and the server goes with them.
    private const string UntilStdinCloses = "\"$@\" & server=$!; cat > /dev/null; kill -QUIT $server";

    private readonly string folder;
    private Process? process;

    private PostgresServer(string folder, int port) => (this.folder, Port) = (folder, port);

    /// <summary>The folder with PostgreSQL's programs; null where it is not installed.</summary>
    public static string? Programs { get; } = new[] { "/usr/lib/postgresql" }.Where(Directory.Exists)
        .SelectMany(Directory.GetDirectories).Select(version => Path.Combine(version, "bin"))
        .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        .Where(bin => File.Exists(Path.Combine(bin, "initdb")) && File.Exists(Path.Combine(bin, "postgres"))).Order(StringComparer.Ordinal).LastOrDefault();

    public int Port { get; }

    /// <summary>Initialises a folder for <see cref="Start"/> to copy.</summary>
    public static string Initialise(string below)
    {
        var template = Path.Combine(below, "template");
        var password = Path.Combine(below, "password");
        File.WriteAllText(password, Password);
        HandOver(below);
        Run([.. AsNobody, Path.Combine(Programs!, "initdb"), "-D", template, "-U", User, "--pwfile", password, "-A", "scram-sha-256", "-E", "UTF8", "--locale=C", "--no-sync"]);
        return template;
    }

    /// <summary>Starts a server on a copy of an initialised folder.</summary>
    public static PostgresServer Start(string template, string folder)
    {
        Run(["cp", "-a", template, folder]);
        var server = new PostgresServer(folder, FreePort());
        server.Restart();
        return server;
    }

    public string Url(string database) => $"postgres://{User}:{Uri.EscapeDataString(Password)}@127.0.0.1:{Port}/{database}";

    /// <summary>As a machine that loses its power: nothing is finished, nobody is told.</summary>
    public void Kill()
    {
        if (process is null)
            return;
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        process = null;
        // The signal is sent to all, and waited for with the first: the server is gone when nobody listens, and its lock is nobody's.
        while (Listens())
            Thread.Sleep(5);
        File.Delete(Path.Combine(folder, "postmaster.pid"));
    }

    /// <summary>Starts it, and waits until it takes connections.</summary>
    public void Restart()
    {
        if (process is not null)
            return;
        string[] command =
        [
            "sh", "-c", UntilStdinCloses, "sh", .. AsNobody, Path.Combine(Programs!, "postgres"), "-D", folder, "-p", $"{Port}",
            "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
            "-c", "shared_buffers=64MB", "-c", "max_wal_size=4GB", "-c", "autovacuum=off",
        ];
        process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true })!;
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new List<string>();
        process.ErrorDataReceived += (_, line) =>
        {
            lock (said)
                said.Add(line.Data ?? "");
            if (line.Data?.Contains("ready to accept connections", StringComparison.Ordinal) == true)
                ready.TrySetResult();
            else if (line.Data?.Contains("FATAL", StringComparison.Ordinal) == true || line.Data is null)
                ready.TrySetException(new InvalidOperationException("The server did not start: " + string.Join('\n', said)));
        };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        try
        {
            ready.Task.WaitAsync(TimeSpan.FromMinutes(1)).GetAwaiter().GetResult();
        }
        catch
        {
            Kill();
            throw;
        }
    }

    public void Dispose() => Kill();

    private bool Listens()
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void HandOver(string path)
    {
        if (AsNobody.Length > 0)
            Run(["chown", "-R", "nobody:nogroup", path]);
    }

    private static void Run(string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', command)}: {error}{output.Result}");
    }
}
