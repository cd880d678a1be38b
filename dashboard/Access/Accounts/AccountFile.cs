using System.Diagnostics;
using System.Text.Json;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Dashboard.Access.Accounts;

/// <summary>The accounts in <c>access/accounts.json</c> of the data folder, readable by their owner alone. Server and commands change it side by
/// side: each change happens under a lock and replaces the file in one step.</summary>
public sealed class AccountFile(DataFolder folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly Lock _gate = new();
    private (DateTime Written, long Length) _seen;
    private IReadOnlyList<Account> _accounts = [];

    public string Folder => Path.Combine(folder.Root, "access");

    private string File => Path.Combine(Folder, "accounts.json");

    /// <summary>All accounts. Do not change them: <see cref="Change"/> does.</summary>
    public IReadOnlyList<Account> Read()
    {
        var info = new FileInfo(File);
        var now = info.Exists ? (info.LastWriteTimeUtc, info.Length) : default;
        lock (_gate)
        {
            if (now != _seen)
            {
                (_accounts, _seen) = (info.Exists ? Load() : [], now);
            }

            return _accounts;
        }
    }

    public Account? Find(string normalizedName) => Read().FirstOrDefault(a => a.NormalizedName == normalizedName);

    /// <summary>Changes the accounts: takes what the file holds and gives what it is to hold.</summary>
    /// <returns>False when <paramref name="change"/> gave nothing, and then nothing was changed.</returns>
    public bool Change(Func<IReadOnlyList<Account>, IReadOnlyList<Account>?> change)
    {
        CreatePrivate(Folder);
        using var mine = Take();
        if (change(System.IO.File.Exists(File) ? Load() : []) is not { } changed)
        {
            return false;
        }

        var temporary = File + ".tmp";
        System.IO.File.Delete(temporary);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(temporary, options))
        {
            JsonSerializer.Serialize(file, changed, Json);
            file.Flush(flushToDisk: true);
        }

        System.IO.File.Move(temporary, File, overwrite: true);
        lock (_gate)
        {
            _seen = default;
        }

        return true;
    }

    /// <summary>A folder that only its owner enters.</summary>
    internal static void CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private List<Account> Load() => JsonSerializer.Deserialize<List<Account>>(System.IO.File.ReadAllBytes(File), Json) ?? [];

    private FileStream Take()
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(Folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (watch.Elapsed < Patience)
            {
                Thread.Sleep(5);
            }
        }
    }
}
