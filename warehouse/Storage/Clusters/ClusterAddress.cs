using Npgsql;

namespace LearningCity.Warehouse.Storage.Clusters;

/// <summary>Where a cluster of scores is: <c>postgres://user@host:port/database</c>, with <c>?sslmode=…</c> and <c>&amp;sslrootcert=…</c> if wanted.</summary>
/// <remarks>A password comes with the address from the environment, or from PGPASSWORD, PGPASSFILE or ~/.pgpass. <see cref="ToString"/> tells neither it
/// nor the user.</remarks>
public sealed class ClusterAddress
{
    /// <summary>Names the cluster where no option does; may hold the password.</summary>
    public const string EnvironmentVariable = "LEARNINGCITY_STORE";

    private const int DefaultPort = 5432;

    private readonly NpgsqlConnectionStringBuilder settings;

    private ClusterAddress(NpgsqlConnectionStringBuilder settings) => this.settings = settings;

    internal string ConnectionString => settings.ConnectionString;

    /// <summary>The address that the option names, else the environment; null when neither does.</summary>
    /// <exception cref="ClusterException">It is none, or the option holds a password, which every user of the machine could read.</exception>
    public static ClusterAddress? Resolve(string? option) =>
        !string.IsNullOrWhiteSpace(option) ? Parse(option, mayHoldPassword: false)
        : Environment.GetEnvironmentVariable(EnvironmentVariable) is { } text && !string.IsNullOrWhiteSpace(text) ? Parse(text)
        : null;

    /// <exception cref="ClusterException">It is no address.</exception>
    public static ClusterAddress Parse(string text, bool mayHoldPassword = true)
    {
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("postgres" or "postgresql") || uri.Host.Length == 0
            || uri.AbsolutePath.Trim('/') is not { Length: > 0 } database || database.Contains('/', StringComparison.Ordinal))
            throw Wrong(
                "集群地址应写作 postgres://用户@主机:端口/数据库", "The address of a cluster is written postgres://user@host:port/database");
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host.Trim('[', ']'),
            Port = uri.Port > 0 ? uri.Port : DefaultPort,
            Database = Uri.UnescapeDataString(database),
            ApplicationName = "LearningCity",
            Timeout = 10,
            // A load may take long; a server that is gone is noticed by the connection itself.
            CommandTimeout = 0,
            TcpKeepAlive = true,
            TcpKeepAliveTime = 10,
            TcpKeepAliveInterval = 5,
            Pooling = false,
            // Points are read as they were written, whatever the server's own language.
            Timezone = "UTC",
        };
        var user = uri.UserInfo.Split(':', 2);
        if (user[0].Length > 0)
            settings.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length == 2 && !mayHoldPassword)
            throw Wrong(
                $"密码不要写在命令行上（其他用户能看到）：请用环境变量 {EnvironmentVariable}、PGPASSWORD 或 PGPASSFILE",
                $"A password does not belong on the command line, where other users see it: use the environment variable {EnvironmentVariable}, PGPASSWORD or PGPASSFILE");
        if (user.Length == 2)
            settings.Password = Uri.UnescapeDataString(user[1]);
        foreach (var setting in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            Set(settings, setting.Split('=', 2));
        return new(settings);
    }

    /// <summary>Another server of the cluster, which takes the same user and password.</summary>
    internal ClusterAddress At(string? host, string? port, string? database)
    {
        var other = new NpgsqlConnectionStringBuilder(settings.ConnectionString);
        other.Host = host ?? other.Host;
        other.Port = port is null ? DefaultPort : int.Parse(port, System.Globalization.CultureInfo.InvariantCulture);
        other.Database = database ?? other.Database;
        return new(other);
    }

    /// <summary>Host, port and database, for people and logs.</summary>
    public override string ToString() => $"{settings.Host}:{settings.Port}/{settings.Database}";

    private static void Set(NpgsqlConnectionStringBuilder settings, string[] setting)
    {
        var value = setting.Length == 2 ? Uri.UnescapeDataString(setting[1]) : "";
        if (setting[0] == "sslmode" && Enum.TryParse<SslMode>(value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var mode))
            settings.SslMode = mode;
        else if (setting[0] == "sslrootcert" && value.Length > 0)
            settings.RootCertificate = value;
        else
            throw Wrong(
                $"集群地址中的参数 {setting[0]} 不认识或取值有误；可用 sslmode（disable、prefer、require、verify-ca、verify-full）和 sslrootcert",
                $"In the address of the cluster, {setting[0]} is not known or has a wrong value; there are sslmode (disable, prefer, require, verify-ca, verify-full) and sslrootcert");
    }

    private static ClusterException Wrong(string zh, string en) => new(ClusterFault.WrongUse, zh, en);
}
