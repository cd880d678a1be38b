using System.Diagnostics;
using System.Globalization;
using System.Text;
using Dapper;
using DuckDB.NET.Data;
using ExcelDataReader;
using LearningCity.Etl.Loading;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Benchmarks.Loading;

/// <summary>One task in this process. It prints what the task took and the peak of memory, or ends with another exit code than 0.</summary>
internal static class LoadTasks
{
    public const string BareForms = "bare";
    public const string ReadForms = "read";
    public const string LoadForms = "load";
    public const string BareTidy = "bare-tidy";
    public const string LoadTidy = "load-tidy";
    public const string LoadTidyAndPublish = "publish-tidy";

    public static int Run(string task, string input, string data)
    {
        var watch = Stopwatch.StartNew();
        var took = task switch
        {
            BareForms => Bare(input),
            BareTidy => Typed(input, Path.Combine(data, "bare.duckdb")),
            ReadForms => Load(input, data, dryRun: true, publish: false),
            LoadForms or LoadTidy => Load(input, data, dryRun: false, publish: false),
            LoadTidyAndPublish => Load(input, data, dryRun: false, publish: true),
            _ => throw new ArgumentException(task, nameof(task)),
        };
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(took ?? watch.Elapsed).TotalMilliseconds:0.0} {process.PeakWorkingSet64 / 1e6:0}"));
        return 0;
    }

    private static TimeSpan? Bare(string input)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var cells = 0;
        foreach (var file in Directory.EnumerateFiles(input, "*.xlsx", SearchOption.AllDirectories))
        {
            using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(File.ReadAllBytes(file)));
            do
            {
                while (reader.Read())
                {
                    for (var column = 0; column < reader.FieldCount; column++)
                        cells += reader.GetValue(column) is null ? 0 : 1;
                }
            }
            while (reader.NextResult());
        }
        return cells > 0 ? null : throw new InvalidDataException(input);
    }

    private static TimeSpan? Typed(string input, string database)
    {
        using var connection = new DuckDBConnection($"Data Source={database}");
        connection.Open();
        var files = Directory.GetFiles(input, "*.csv", SearchOption.AllDirectories);
        connection.Execute($$"""
            create table score as
            select * from read_csv([{{string.Join(", ", files.Select(f => $"'{f}'"))}}], header = true, delim = ',', quote = '"',
                columns = {'round': 'varchar', 'district': 'varchar', 'indicator': 'varchar', 'rater': 'varchar', 'expert': 'varchar', 'points': 'decimal(6, 2)', 'mark': 'varchar'});
            checkpoint;
            """);
        return connection.QuerySingle<long>("select count(*) from score") > 0 ? null : throw new InvalidDataException(input);
    }

    /// <returns>With a dry run, the time from opening the store to the end of reading: what a pass over the files is to be held against.</returns>
    private static TimeSpan? Load(string input, string data, bool dryRun, bool publish)
    {
        var reading = new Reading();
        var result = Loader.Load(new DataFolder(data), new LoadRequest([input]) { DryRun = dryRun, NoPublish = !publish }, reading);
        return result.Rejected || result.Counts.Added == 0
            ? throw new InvalidDataException(string.Join('\n', result.Faults.Take(5).Select(f => $"{f.FileName} {f.Place} {f.MessageEn}")))
            : dryRun ? reading.Took : null;
    }

    private sealed class Reading : IProgress<LoadProgress>
    {
        private readonly Stopwatch watch = new();

        public TimeSpan Took => watch.Elapsed;

        public void Report(LoadProgress value)
        {
            if (value.Step == LoadStep.Open)
                watch.Start();
            else if (value.Step == LoadStep.Stage)
                watch.Stop();
        }
    }
}
