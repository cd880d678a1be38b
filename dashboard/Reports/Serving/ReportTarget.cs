using LearningCity.Etl.Commands;

namespace LearningCity.Dashboard.Reports.Serving;

/// <summary>The file that a report is written to: it appears when it is complete, or not at all, and never takes the place of another.</summary>
internal static class ReportTarget
{
    /// <returns>How long the file is.</returns>
    /// <exception cref="UsageException">It exists already, or cannot be written.</exception>
    public static long Save(string path, Action<Stream> write)
    {
        if (File.Exists(path) || Directory.Exists(path))
            throw new UsageException($"{path} 已存在，不会覆盖。请换一个文件名", $"{path} exists and will not be overwritten; choose another name");

        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite))
                write(stream);
            File.Move(temporary, path);
            return new FileInfo(path).Length;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"无法写入 {path}：{e.Message}", $"{path} cannot be written: {e.Message}");
        }
        finally
        {
            if (File.Exists(temporary))
                File.Delete(temporary);
        }
    }
}
