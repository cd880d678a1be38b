using System.Text.Json;
using LearningCity.Tests.Support;

namespace LearningCity.Notebooks.Tests;

internal static class NotebookFile
{
    /// <summary>A notebook that was never run.</summary>
    public static string Write(TempFolder folder, params string[] cells)
    {
        var path = folder.File("small.ipynb");
        File.WriteAllText(path, JsonSerializer.Serialize(new
        {
            nbformat = 4,
            nbformat_minor = 4,
            metadata = new { study = "kept as it is" },
            cells = cells.Select(code => new { cell_type = "code", execution_count = (int?)null, metadata = new { }, outputs = Array.Empty<object>(), source = code }).ToArray(),
        }));
        return path;
    }
}
