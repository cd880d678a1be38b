using System.Diagnostics;
using System.Globalization;

namespace LearningCity.Benchmarks.Loading;

/// <summary>The loader beside the least that any program must do with the same files, each in a process of its own and turn by turn,
/// because a shared machine has no speed of its own: the ratio counts.</summary>
internal static class LoadTimings
{
    private const int Turns = 5;
    internal const string Child = "load-child";

    /// <summary>What is timed, and what it is held against.</summary>
    private static readonly (string Name, string Against, string What)[] Forms =
    [
        (LoadTasks.BareForms, LoadTasks.BareForms, "every cell of every sheet by ExcelDataReader, one file after the other"),
        (LoadTasks.ReadForms, LoadTasks.BareForms, "the loader's own reading: files opened side by side, forms recognised"),
        (LoadTasks.LoadForms, LoadTasks.BareForms, "the whole load without publication: read, judged, stored, logged, archived"),
    ];

    private static readonly (string Name, string Against, string What)[] Tidy =
    [
        (LoadTasks.BareTidy, LoadTasks.BareTidy, "DuckDB: create table as select from a typed read_csv, and a checkpoint, into a new file"),
        (LoadTasks.LoadTidy, LoadTasks.BareTidy, "the whole load without publication"),
        (LoadTasks.LoadTidyAndPublish, LoadTasks.BareTidy, "the whole load with publication"),
    ];

    /// <param name="arguments"><c>[forms|tidy] [N]</c>: N rounds of 16 forms (20 by default), or N rounds of 10,912 tidy scores (10 by default).</param>
    public static int Run(string[] arguments)
    {
        if (arguments is [Child, var task, var from, var to])
            return LoadTasks.Run(task, from, to);
        var forms = arguments is ["load", "forms", ..];
        var rounds = int.Parse(arguments.ElementAtOrDefault(2) ?? (forms ? "20" : "10"), CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("learningcity-load-").FullName;
        try
        {
            var input = Path.Combine(folder, "input");
            Sample(input, rounds, forms ? ["--format", "xlsx", "--experts", "0"] : ["--format", "tidy", "--experts", "29"]);
            var prepared = Prepared(folder, input + "-catalog");
            Print(forms ? Forms : Tidy, input, prepared, folder);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Sample(string input, int rounds, string[] options)
    {
        using var said = new StringWriter();
        if (Etl.Commands.CommandLine.Run(["sample", input, "--rounds", rounds.ToString(CultureInfo.InvariantCulture), .. options], said, said) != 0)
            throw new InvalidOperationException(said.ToString());
    }

    /// <summary>A data folder whose catalog knows the sample's rounds; the store is made before the clock runs.</summary>
    private static string Prepared(string folder, string catalog)
    {
        var data = Path.Combine(folder, "prepared");
        using var said = new StringWriter();
        string[] verb = Directory.Exists(catalog) ? ["catalog", "import", catalog, "--no-publish"] : ["check"];
        if (Etl.Commands.CommandLine.Run([.. verb, "--data", data], said, said) != 0)
            throw new InvalidOperationException(said.ToString());
        return data;
    }

    private static void Print((string Name, string Against, string What)[] tasks, string input, string prepared, string folder)
    {
        var files = Directory.GetFiles(input, "*", SearchOption.AllDirectories);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files.Length} files, {files.Sum(f => new FileInfo(f).Length) / 1e6:0.0} MB, {Environment.ProcessorCount} processors, {Turns} turns, each task in a process of its own"));
        var runs = tasks.ToDictionary(t => t.Name, _ => new List<Timed>());
        for (var turn = 0; turn < Turns; turn++)
        {
            foreach (var (name, _, _) in tasks)
                runs[name].Add(Once(name, input, prepared, Path.Combine(folder, $"{name}-{turn}")));
        }
        Console.WriteLine($"{"task",-14}{"task ms",9}{"ratio",8}{"process ms",12}{"ratio",8}{"peak MB",9}   median of {Turns}");
        foreach (var (name, against, what) in tasks)
        {
            var (own, bare) = (Median(runs[name]), Median(runs[against]));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-14}{own.Task,9:0}{own.Task / bare.Task,8:0.00}{own.Process,12:0}{own.Process / bare.Process,8:0.00}{own.PeakMegabytes,9:0}   {what}"));
        }
    }

    private static Timed Once(string task, string input, string prepared, string data)
    {
        Directory.CreateDirectory(data);
        foreach (var file in Directory.EnumerateFiles(prepared, "*.duckdb"))
            File.Copy(file, Path.Combine(data, Path.GetFileName(file)));
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        // Started by `dotnet X.dll`, the process is dotnet and the assembly its first argument.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(LoadTimings).Assembly.Location);
        foreach (var argument in new[] { Child, task, input, data })
            start.ArgumentList.Add(argument);
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd().Trim().Split('\n')[^1].Split(' ');
        process.WaitForExit();
        Directory.Delete(data, recursive: true);
        return process.ExitCode == 0
            ? new(double.Parse(said[0], CultureInfo.InvariantCulture), watch.Elapsed.TotalMilliseconds, double.Parse(said[1], CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"{task} ended with {process.ExitCode}");
    }

    private static Timed Median(List<Timed> runs)
    {
        double Of(Func<Timed, double> what) => runs.Select(what).Order().ElementAt(runs.Count / 2);
        return new(Of(r => r.Task), Of(r => r.Process), Of(r => r.PeakMegabytes));
    }

    /// <summary>The task by itself, the process from start to end, and the most memory that it held.</summary>
    private sealed record Timed(double Task, double Process, double PeakMegabytes);
}
