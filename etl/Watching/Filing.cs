using System.Globalization;
using LearningCity.Etl.Loading;

namespace LearningCity.Etl.Watching;

/// <summary>Puts files away below a watched folder, in the folders they arrived in; nothing there is ever overwritten.</summary>
internal static class Filing
{
    /// <returns>Where the file is now, within the watched folder.</returns>
    internal static string ToDone(string folder, string relative)
    {
        var target = Free(folder, Arrivals.Done, relative);
        File.Move(Path.Combine(folder, relative), Path.Combine(folder, target));
        return target;
    }

    /// <summary>Writes the reasons first, then moves the file: cut off between the two, the next run does both again.</summary>
    /// <returns>Where the file and its reasons are now, within the watched folder.</returns>
    internal static (string File, string Reasons) ToReturned(string folder, string relative, IReadOnlyList<FaultFound> faults)
    {
        var source = Path.Combine(folder, relative);
        var target = Free(folder, Arrivals.Returned, relative);
        var reasons = Path.Combine(Path.GetDirectoryName(target)!, ReturnFile.NameFor(Path.GetFileName(target)));
        var unfinished = Path.Combine(folder, Path.GetDirectoryName(reasons)!, "." + Path.GetFileName(reasons) + ".tmp");
        using (var stream = File.Create(unfinished))
            ReturnFile.Write(ReturnFile.Marks(faults) ? File.ReadAllBytes(source) : [], Path.GetFileName(relative), faults, stream);
        File.Move(unfinished, Path.Combine(folder, reasons), overwrite: true);
        File.Move(source, Path.Combine(folder, target));
        return (target, reasons);
    }

    private static string Free(string folder, string below, string relative)
    {
        var target = Path.Combine(below, relative);
        Directory.CreateDirectory(Path.Combine(folder, Path.GetDirectoryName(target)!));
        var (at, name, extension) = (Path.GetDirectoryName(target)!, Path.GetFileNameWithoutExtension(target), Path.GetExtension(target));
        for (var n = 2; File.Exists(Path.Combine(folder, target)); n++)
            target = Path.Combine(at, $"{name} ({n.ToString(CultureInfo.InvariantCulture)}){extension}");
        return target;
    }
}
