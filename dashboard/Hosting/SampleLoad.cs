using LearningCity.Etl.Loading;
using LearningCity.Etl.Samples;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage;
using Serilog;

namespace LearningCity.Dashboard.Hosting;

/// <summary>On an empty data folder the sample forms are loaded, by the loader that real forms go through, into a store of their own.
/// It is done before the dashboard listens, so that the first page has its data. If it fails, the dashboard starts empty and says why.</summary>
public static class SampleLoad
{
    /// <summary>Loads the sample unless something is published already, real or sample, or it was declined.</summary>
    public static void LoadSampleIfEmpty(this WebApplication app, StartOptions start)
    {
        var snapshots = app.Services.GetRequiredService<SnapshotStore>();
        if (!start.Sample || snapshots.Current is not null)
        {
            return;
        }

        Say(
            $"数据目录 {start.Folder.Root} 为空，正在装载示例数据（合成分数，仅供试用）……",
            $"The data folder {start.Folder.Root} is empty; loading the sample forms (synthetic scores, for trying out)…");
        try
        {
            var result = SampleForms.Load(start.Folder, Progress());
            Report(result);
            snapshots.Refresh();
        }
        catch (StoreInUseException)
        {
            Say("另一个程序正在装载示例数据，完成后会自动显示。", "Another program is loading the sample; it will be shown when that is done.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Log.Error(failure, "The sample could not be loaded into {Folder}: {Reason}", start.Folder.Sample.Root, failure.Message);
            Say($"示例数据未能装载：{failure.Message}", $"The sample could not be loaded: {failure.Message}");
        }
    }

    private static void Report(LoadResult result)
    {
        var counts = result.Counts;
        Say(
            $"示例数据：{counts.Files} 个文件，{counts.Added} 个得分，退回 {counts.RowsRejected} 处，用时 {result.Took.TotalSeconds:0.0} 秒。",
            $"Sample: {counts.Files} files, {counts.Added} scores, {counts.RowsRejected} rejected, {result.Took.TotalSeconds:0.0} s.");
        foreach (var check in result.FailedChecks)
        {
            Say($"发布前校验未通过：{check.Name}", $"A check prevented the publication: {check.Name}");
        }
    }

    /// <summary>A line that counts up on a terminal; nothing where the output is kept.</summary>
    private static Relay? Progress() => Console.IsOutputRedirected ? null : new Relay(step =>
    {
        if (step.Step == LoadStep.Read)
        {
            Console.Write($"\r  {step.Done + 1}/{step.Files}");
        }
        else if (step.Step == LoadStep.Done)
        {
            Console.Write("\r");
        }
    });

    private static void Say(string zh, string en)
    {
        Console.WriteLine(zh);
        Console.WriteLine(en);
    }

    /// <summary>Reports on the thread that works, so that lines do not overtake each other.</summary>
    private sealed class Relay(Action<LoadProgress> report) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value) => report(value);
    }
}
