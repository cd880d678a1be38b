using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using LearningCity.Dashboard.Reports;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Snapshots;
using Text = LearningCity.Dashboard.Resources.Text;

namespace LearningCity.Dashboard.Tests.Reports;

/// <summary>Reports as bytes, and what is to be read in them.</summary>
internal static class ReportFile
{
    public const string Round = "2026";

    private static readonly Lazy<byte[]> All = new(() => Sample(Text.Chinese, (reports, stream) => reports.WriteAll(stream)));

    /// <summary>The whole newest round of the sample in Chinese, built once for all tests.</summary>
    public static ZipArchive Whole() => new(new MemoryStream(All.Value));

    public static byte[] Entry(string part)
    {
        using var zip = Whole();
        using var stream = zip.Entries.Single(e => e.FullName.Contains(part, StringComparison.Ordinal)).Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    public static byte[] Sample(Text text, Action<RoundReports, Stream> write, string round = Round)
    {
        using var snapshot = SampleWarehouse.Shared.Lease();
        return Of(snapshot, SampleWarehouse.Shared.Snapshots, round, text, write);
    }

    public static byte[] Of(SnapshotReader snapshot, SnapshotStore store, string round, Text text, Action<RoundReports, Stream> write)
    {
        var (reports, refused) = RoundReports.Open(snapshot, store, round, text);
        refused.ShouldBeNull();
        using var stream = new MemoryStream();
        write(reports!, stream);
        return stream.ToArray();
    }

    public static void WriteDistrict(this RoundReports reports, string code, Stream stream) => reports.WriteDistrict(reports.Districts.Single(d => d.Code == code), stream);

    /// <summary>Complaints of the validator that Office's own rules are written in.</summary>
    public static IEnumerable<string> Faults(byte[] bytes, bool word = true)
    {
        using OpenXmlPackage package = word ? WordprocessingDocument.Open(new MemoryStream(bytes), false) : SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        return [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(package, TestContext.Current.CancellationToken)
            .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")];
    }

    /// <summary>The cells of the tables, by their captions.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string[]>> Tables(byte[] bytes)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        return document.MainDocumentPart!.Document!.Body!.Elements<Table>().ToDictionary(
            t => t.GetFirstChild<TableProperties>()!.TableDescription!.Val!.Value!,
            t => (IReadOnlyList<string[]>)[.. t.Elements<TableRow>().Select(r => r.Elements<TableCell>().Select(c => c.InnerText).ToArray())]);
    }

    /// <summary>Sentences by the rule that is named in their bookmark.</summary>
    public static IReadOnlyList<(string Rule, string Sentence)> Sentences(byte[] bytes)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        return [.. document.MainDocumentPart!.Document!.Descendants<BookmarkStart>().Where(b => b.Name!.Value!.StartsWith("rule_", StringComparison.Ordinal))
            .Select(b => (b.Name!.Value![5..b.Name.Value!.LastIndexOf('_')].Replace('_', '.'), b.NextSibling()!.InnerText))];
    }
}
