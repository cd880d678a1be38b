using System.IO.Compression;
using LearningCity.Dashboard.Hosting;
using LearningCity.Dashboard.Reports.Documents;
using LearningCity.Dashboard.Reports.Facts;
using LearningCity.Dashboard.Reports.Workbooks;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Dashboard.Reports;

/// <summary>How far the reports of a round are: how many of all, and what is being written.</summary>
public sealed record ReportProgress(int Done, int All, string Name);

/// <summary>The reports of one round in one language: a report a district, the summary of the city, the annex.</summary>
public sealed class RoundReports
{
    /// <summary>Exit code where the data give no report: nothing is wrong with the command.</summary>
    public const int NothingToReport = 3;

    private readonly RoundFacts facts;
    private readonly Text text;

    private RoundReports(RoundFacts facts, Text text) => (this.facts, this.text) = (facts, text);

    /// <summary>Code of the round.</summary>
    public string Round => facts.Round.Code;

    /// <summary>The evaluated districts, in the order of the catalog.</summary>
    public IReadOnlyList<District> Districts => [.. facts.Catalog.Districts.Where(d => facts.Ranking.Any(r => r.District == d.Code))];

    /// <summary>How many files the whole round is.</summary>
    public int Files => Districts.Count + 2;

    /// <param name="round">Its code.</param>
    /// <returns>The reports, or why there are none.</returns>
    public static (RoundReports? Reports, Stop? Refused) Open(SnapshotReader snapshot, SnapshotStore store, string round, Text text) =>
        Refusal(snapshot, round) is { } refused ? (null, refused) : (new RoundReports(RoundFacts.Read(snapshot, store, snapshot.Catalog.Round(round)!), text), null);

    /// <summary>Why there are no reports of a round; null when there are.</summary>
    public static Stop? Refusal(SnapshotReader snapshot, string round)
    {
        if (snapshot.Catalog.Round(round) is not { } found)
        {
            var known = snapshot.Catalog.Rounds.Where(r => snapshot.Info.Rounds.Contains(r.Code)).Select(r => r.Code).ToList();
            return new Stop(
                Sentences.WrongUsage, $"没有评估轮次“{round}”；可以出报告的轮次：{string.Join("、", known)}。",
                $"There is no round '{round}'; rounds to report on: {string.Join(", ", known)}.");
        }

        return !snapshot.Info.Rounds.Contains(round)
            ? new Stop(NothingToReport, $"{found.NameZh}还没有评分，不能出报告。", $"There are no scores for the {found.NameEn} yet, so there is nothing to report.")
            : RoundSummaries.Ask(snapshot).Rows.First(r => r.Round == round).CompleteExpert == 0
                ? new Stop(
                    NothingToReport, $"{found.NameZh}没有专家评分完整的区，不能出报告；请补齐评分后再试。",
                    $"No district has complete expert scores in the {found.NameEn}, so there is nothing to report; load the missing scores first.")
                : null;
    }

    /// <summary>Why a district has no report in a round that has some; null when it has one.</summary>
    public static Stop? Refusal(SnapshotReader snapshot, string round, string code)
    {
        var evaluated = Rankings.Ask(snapshot, round).Rows;
        return snapshot.Catalog.District(code) is not { } district
            ? new Stop(
                Sentences.WrongUsage, $"没有代码为“{code}”的区；本轮参评的区：{string.Join("、", evaluated.Select(d => d.District + d.NameZh).Order(StringComparer.Ordinal))}。",
                $"There is no district '{code}'; districts evaluated in this round: {string.Join(", ", evaluated.Select(d => $"{d.District} {d.NameEn}").Order(StringComparer.Ordinal))}.")
            : evaluated.All(d => d.District != code)
                ? new Stop(
                    NothingToReport, $"{district.NameZh}没有参加{snapshot.Catalog.Round(round)!.NameZh}，没有反馈报告。",
                    $"{district.NameEn} was not evaluated in the {snapshot.Catalog.Round(round)!.NameEn}, so there is no report.")
                : null;
    }

    public void WriteDistrict(District district, Stream target) => DistrictReport.Write(DistrictFacts.Read(facts, district)!, text, target);

    /// <summary>The summary for the leadership.</summary>
    public void WriteSummary(Stream target) => CitySummary.Write(facts, text, target);

    /// <summary>The workbook with the numbers behind the reports.</summary>
    public void WriteAnnex(Stream target) => AnnexBook.Write(facts, text, target);

    /// <summary>All of it as one zip.</summary>
    public void WriteAll(Stream target, IProgress<ReportProgress>? progress = null)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        var done = 0;
        foreach (var (name, write) in Everything())
        {
            progress?.Report(new ReportProgress(done++, Files, name));
            // Office files are packed already.
            var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
            entry.LastWriteTime = facts.Info.PublishedAt.ToUniversalTime();
            using var stream = entry.Open();
            write(stream);
        }

        progress?.Report(new ReportProgress(done, Files, ""));
    }

    private IEnumerable<(string Name, Action<Stream> Write)> Everything()
    {
        yield return (NameOf(null, ".docx"), WriteSummary);
        yield return (NameOf(null, ".xlsx"), WriteAnnex);
        foreach (var district in Districts)
            yield return (NameOf(district, ".docx"), stream => WriteDistrict(district, stream));
    }

    /// <summary>What a file is called; synthetic scores are marked in it.</summary>
    /// <param name="of">A district, or null for the city.</param>
    public string NameOf(District? of, string extension) => FileName(
        [
            text.Pick(facts.Round.NameZh, facts.Round.NameEn), of is null ? null : text.Pick(of.NameZh, of.NameEn),
            new ReportWords(text)[of is not null ? "file.district" : extension == ".docx" ? "file.summary" : extension == ".xlsx" ? "file.annex" : "file.all"],
        ],
        extension);

    private string FileName(IEnumerable<string?> parts, string extension) =>
        string.Concat(string.Join('-', parts.Append(facts.Info.Sample ? new ReportWords(text)["sample"] : null).OfType<string>()).Select(c => char.IsControl(c) || "/\\:*?\"<>| ".Contains(c) ? '-' : c)) + extension;
}
