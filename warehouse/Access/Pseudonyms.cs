using System.Security.Cryptography;
using System.Text;

namespace LearningCity.Warehouse.Access;

/// <summary>Names that stand for experts: the same expert has the same one in every snapshot of a data folder, and without the folder's
/// key nobody can tell whose it is, not even by trying all names.</summary>
public sealed class Pseudonyms(byte[] key)
{
    private const int KeyLength = 32;

    /// <summary>The pseudonyms of a folder; the key is made at the first use and readable by its owner only.</summary>
    public static Pseudonyms Of(string folder)
    {
        var path = Path.Combine(folder, "pseudonym.key");
        if (!File.Exists(path))
        {
            var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var file = new FileStream(temporary, options))
            {
                file.Write(RandomNumberGenerator.GetBytes(KeyLength));
            }

            try
            {
                File.Move(temporary, path);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(temporary);
            }
        }

        return new Pseudonyms(File.ReadAllBytes(path));
    }

    /// <summary>The pseudonym of an expert; no expert (the panel as a whole) stays none.</summary>
    public string For(string expert) =>
        expert.Length == 0 ? "" : "P-" + Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(expert)))[..12];
}
