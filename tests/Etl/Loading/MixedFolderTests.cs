using System.Globalization;
using System.Text;
using LearningCity.Etl.Samples;
using LearningCity.Etl.Templates;
using LearningCity.Etl.Tests.Commands;
using LearningCity.Etl.Tests.Templates;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Etl.Tests.Loading;

/// <summary>Ten rounds of 16 districts in six formats, all in one folder, in one run.</summary>
public sealed class MixedFolderTests : IDisposable
{
    private static readonly SampleOptions Options = new(Districts: 16, Rounds: 10, Experts: 0, Seed: 20);

    private readonly Bench bench = new();
    private readonly SampleCity city = SampleCity.Of(Cities.BuiltIn, Options);

    static MixedFolderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public void Dispose() => bench.Dispose();

    [Fact]
    public void They_load_in_one_run_with_a_summary_that_one_can_read()
    {
        SampleCatalog.Write(city.Catalog, Path.Combine(bench.Data.Root, "..", "catalog"));
        bench.Import(Path.Combine(bench.Data.Root, "..", "catalog"));
        Write();

        var run = EtlRun.Of("load", bench.Inbox, "--data", bench.Data.Root, "--no-publish", "--lang", "zh");

        run.ExitCode.ShouldBe(0, run.All);
        bench.Stored().ShouldBe(new SampleScores(city, Options).All().Select(StoredScore.Of), ignoreOrder: true);
        // One line a round and kind, not one a file.
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBeLessThan(25, run.Output);
        foreach (var round in city.Rounds)
            lines.Count(l => l.TrimStart().StartsWith(round.Code, StringComparison.Ordinal) && l.Contains("16 个区")).ShouldBe(1, run.Output);
        lines[^1].ShouldContain("接收 160 个单元，退回 0 个");
    }

    private void Write()
    {
        // The third round lies ready: a sheet of sixteen tables that LibreOffice saved as Excel 97 from the same numbers.
        File.Copy(CaseFiles.Of("mixed", "2025.xls"), Path.Combine(bench.Inbox, "汇总.xls"));
        for (var n = 0; n < city.Rounds.Count; n++)
        {
            var round = city.Rounds[n];
            switch (n)
            {
                case 0 or 6:
                    Forms(round, ".xlsx", FormXlsx.Write);
                    break;
                case 1 or 7:
                    Forms(round, ".docx", FormDocx.Write);
                    break;
                case 3 or 8:
                    foreach (var district in city.Districts)
                        bench.Write($"{district.NameZh}{round.Code}.csv", Encoding.GetEncoding("GB18030").GetBytes(Form(round, district)));
                    break;
                case 4 or 9:
                    bench.Write($"{round.Code}.txt", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(List(round, ';'))]);
                    break;
                case 5:
                    bench.Write($"{round.Code}.tsv", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(List(round, '\t'))]);
                    break;
            }
        }
        city.Rounds[2].Code.ShouldBe("2025");
    }

    private void Forms(Round round, string extension, Action<OfficialForm, Stream> write)
    {
        foreach (var district in city.Districts)
        {
            using var stream = new MemoryStream();
            write(OfficialForm.Of(city.Catalog, round, district).With(Points(round, district, "self"), Points(round, district, "expert")), stream);
            bench.Write($"{round.Code}-{district.NameEn}{extension}", stream.ToArray());
        }
    }

    private string Form(Round round, District district)
    {
        var (self, expert) = (Points(round, district, "self"), Points(round, district, "expert"));
        var rows = self.Keys.Select(code => $"{code}\t{Number(self[code])}\t{Number(expert[code])}");
        return $"被评区：{district.NameZh}\t评估轮次：{round.Code}年\n指标\t自评分\t专家评分\n{string.Join('\n', rows)}\n合计\t{Number(self.Values.Sum())}\t{Number(expert.Values.Sum())}\n";
    }

    private string List(Round round, char between) => string.Concat(
        city.Districts.SelectMany(d => new SampleScores(city, Options).Of(round, d))
            .Select(s => string.Join(between, s.Round, s.District, s.Indicator, s.Rater, s.Expert, Number(s.Points)) + "\n")
            .Prepend(string.Join(between, "round", "district", "indicator", "rater", "expert", "points") + "\n"));

    private Dictionary<string, decimal> Points(Round round, District district, string rater) =>
        new SampleScores(city, Options).Of(round, district).Where(s => s.Rater == rater).ToDictionary(s => s.Indicator, s => s.Points);

    private static string Number(decimal points) => points.ToString(CultureInfo.InvariantCulture);
}
