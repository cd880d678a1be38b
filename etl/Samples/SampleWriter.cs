using LearningCity.Etl.Templates;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Etl.Samples;

/// <summary>What was written.</summary>
/// <param name="CatalogFolder">The catalog to import before loading; null when the catalog in use knows everything.</param>
public sealed record SampleResult(string Folder, string? CatalogFolder, int Files, long Scores, int Districts, int Rounds);

/// <summary>Writes synthetic forms and lists into a folder. The same options and catalog give the same bytes.</summary>
public static class SampleWriter
{
    /// <summary>Name of the single file of the tidy format.</summary>
    public const string TidyFile = "示例数据.csv";

    /// <param name="progress">Told how many scores are written so far, after each district or, in lists, each file.</param>
    public static SampleResult Write(CityCatalog catalog, SampleOptions options, string folder, Action<long>? progress = null, CancellationToken stop = default)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var city = SampleCity.Of(catalog, options);
        var scores = new SampleScores(city, options);
        Directory.CreateDirectory(folder);
        var written = options.Format switch
        {
            SampleFormat.Tidy => (Files: 1, Scores: SampleLists.Tidy(Path.Combine(folder, TidyFile), Watched(scores.All(), progress, stop))),
            SampleFormat.Csv => Lists(city, scores, folder, progress, stop),
            SampleFormat.Xlsx => Forms(city, scores, folder, ".xlsx", FormXlsx.Write, progress, stop),
            SampleFormat.Docx => Forms(city, scores, folder, ".docx", FormDocx.Write, progress, stop),
            _ => throw new ArgumentOutOfRangeException(nameof(options), options.Format, "unknown format"),
        };
        // Beside the folder, not in it: a loader given the folder should find forms and nothing else.
        var catalogFolder = city.Extended ? folder + "-catalog" : null;
        if (catalogFolder is not null)
            SampleCatalog.Write(city.Catalog, catalogFolder);
        return new SampleResult(folder, catalogFolder, written.Files, written.Scores, city.Districts.Count, city.Rounds.Count);
    }

    private static (int Files, long Scores) Forms(
        SampleCity city, SampleScores scores, string folder, string extension, Action<OfficialForm, Stream> write, Action<long>? progress, CancellationToken stop)
    {
        var (files, count) = (0, 0L);
        foreach (var round in city.Rounds)
        {
            var at = Path.Combine(folder, FileName(round.Code));
            Directory.CreateDirectory(at);
            foreach (var district in city.Districts)
            {
                stop.ThrowIfCancellationRequested();
                var own = scores.Of(round, district).Where(s => s.Expert.Length == 0).ToList();
                var form = OfficialForm.Of(city.Catalog, round, district).With(Points(own, SampleScore.SelfRater), Points(own, SampleScore.ExpertRater)) with
                {
                    Date = round.Date.AddDays(-14),
                    Mark = SampleOptions.MarkSentence,
                };
                using var target = File.Create(Path.Combine(at, FileName(district.NameZh) + extension));
                write(form, target);
                files++;
                count += own.Count;
                progress?.Invoke(count);
            }
            if (scores.Experts.Count == 0)
                continue;
            count += Panel(city, scores, round, at);
            files++;
            progress?.Invoke(count);
        }
        return (files, count);
    }

    private static (int Files, long Scores) Lists(SampleCity city, SampleScores scores, string folder, Action<long>? progress, CancellationToken stop)
    {
        var (files, count) = (0, 0L);
        var names = Names(city);
        foreach (var round in city.Rounds)
        {
            stop.ThrowIfCancellationRequested();
            var at = Path.Combine(folder, FileName(round.Code));
            Directory.CreateDirectory(at);
            var own = city.Districts.SelectMany(d => scores.Of(round, d)).Where(s => s.Expert.Length == 0);
            count += SampleLists.Consolidated(Path.Combine(at, FileName(round.NameZh) + "自评分与专家评分.csv"), own, d => names[d]);
            files++;
            if (scores.Experts.Count > 0)
            {
                count += Panel(city, scores, round, at);
                files++;
            }
            progress?.Invoke(count);
        }
        return (files, count);
    }

    private static long Panel(SampleCity city, SampleScores scores, Round round, string folder)
    {
        var names = Names(city);
        return SampleLists.Panel(
            Path.Combine(folder, FileName(round.NameZh) + "专家个人评分.csv"),
            city.Districts.SelectMany(d => scores.Of(round, d)).Where(s => s.Expert.Length > 0), d => names[d]);
    }

    private static Dictionary<string, string> Names(SampleCity city) => city.Districts.ToDictionary(d => d.Code, d => d.NameZh);

    private static Dictionary<string, decimal> Points(List<SampleScore> scores, string rater) =>
        scores.Where(s => s.Rater == rater).ToDictionary(s => s.Indicator, s => s.Points);

    private static IEnumerable<SampleScore> Watched(IEnumerable<SampleScore> scores, Action<long>? progress, CancellationToken stop)
    {
        const int step = 100_000;
        var count = 0L;
        foreach (var score in scores)
        {
            if (++count % step == 0)
            {
                stop.ThrowIfCancellationRequested();
                progress?.Invoke(count);
            }
            yield return score;
        }
    }

    // A code may hold what a file name may not.
    private static string FileName(string text) => string.Concat(text.Select(c => "/\\:*?\"<>|".Contains(c, StringComparison.Ordinal) || char.IsControl(c) ? '_' : c));
}
