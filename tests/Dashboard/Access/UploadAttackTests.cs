using System.IO.Compression;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using LearningCity.Dashboard.Features.DataUpload;
using LearningCity.Dashboard.Tests.Hosting;
using LearningCity.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.Dashboard.Tests.Access;

/// <summary>Uploads that are too large, too many or made to harm.</summary>
public sealed class UploadAttackTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly DashboardFactory factory;

    public UploadAttackTests() => factory = new(folder.Data, false, ("access", "accounts"), ("Access:SignInsPerMinute", "1000"), ("Access:UploadsPerTenMinutes", "4"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private UploadFolder Uploads => factory.Services.GetRequiredService<UploadFolder>();

    public void Dispose()
    {
        factory.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Files_of_more_than_thirty_megabytes_are_refused_in_a_sentence()
    {
        using var visitor = new Visitor(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = factory.Listen() });
        (await visitor.SignIn(await Visitor.Account(factory, "steward"))).Dispose();
        using var large = await visitor.Upload(("a.csv", new byte[15_000_000]), ("b.csv", new byte[15_000_001]));
        (await visitor.Read(large.Headers.Location!.OriginalString)).ShouldContain("合计不超过 30 MB");
        try
        {
            using var larger = await visitor.Upload(("a.csv", new byte[40_000_000]));
            larger.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
            (await larger.Content.ReadAsStringAsync(Cancel)).ShouldContain("太大");
        }
        catch (HttpRequestException)
        {
            // The server may answer and hang up before all was sent.
        }

        Uploads.List().ShouldBeEmpty();
        await visitor.Read("/data/upload");
    }

    [Fact]
    public async Task An_account_that_sends_too_often_is_told_to_wait()
    {
        using var visitor = await Visitor.SignedIn(factory, "steward");
        for (var n = 0; n < 4; n++)
        {
            (await visitor.Upload(("a.csv", [1]))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        using var fifth = await visitor.Upload(("a.csv", [1]));
        fifth.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await fifth.Content.ReadAsStringAsync(Cancel)).ShouldContain("请求过于频繁");
    }

    [Fact]
    public async Task Where_fifty_wait_the_next_is_refused_in_a_sentence_and_nothing_of_it_is_kept()
    {
        using var visitor = await Visitor.SignedIn(factory, "steward");
        for (var n = 0; n < UploadWorker.MostWaiting; n++)
        {
            Uploads.Create(new Upload(Guid.NewGuid().ToString("N"), "somebody", null, DateTimeOffset.UtcNow, [new("a.csv", 1)], UploadState.Waiting), [[1]]);
        }

        using var refused = await visitor.Upload(("b.csv", [1]));
        (await visitor.Read(refused.Headers.Location!.OriginalString)).ShouldContain("等待处理的上报太多");
        Uploads.List().Count.ShouldBe(UploadWorker.MostWaiting);
    }

    [Theory]
    [InlineData("bomb.xlsx", "大得不合常理")]
    [InlineData("fault.xlsx", "DTD")]
    [InlineData("fault.docx", "DTD")]
    [InlineData("fault.xlsm", "宏")]
    [InlineData("slip.xlsx", null)]
    public async Task A_file_that_is_made_to_harm_comes_back_with_the_reason_and_harms_nothing(string name, string? reason)
    {
        var content = name switch
        {
            "bomb.xlsx" => Bomb(),
            "slip.xlsx" => Slip(),
            "fault.xlsm" => await Case("file-macro", name),
            _ => await Case("file-dtd", name),
        };
        using var visitor = await Visitor.SignedIn(factory, "steward");
        using var sent = await visitor.Upload((name, content));
        var page = sent.Headers.Location!.OriginalString;
        var state = await Done(page);
        state.ShouldBe(UploadState.Previewed);
        var preview = await visitor.Read(page);
        preview.ShouldContain("没有可以写入的内容");
        if (reason is not null)
        {
            preview.ShouldContain(reason);
        }

        File.Exists(folder.Data.Store).ShouldBeFalse();
        Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).ShouldNotContain(f => Path.GetFileName(f) == "slipped.txt");
        File.Exists(Path.Combine(folder.Path, "..", "slipped.txt")).ShouldBeFalse();
        await visitor.Read("/health");
    }

    [Fact]
    public async Task What_looks_like_a_formula_comes_back_as_text_in_page_and_file()
    {
        using var visitor = await Visitor.SignedIn(factory, "steward");
        using var sent = await visitor.Upload(
            ("=cmd()<script>.csv", Encoding.UTF8.GetBytes("round,district,indicator,rater,expert,points\n2026,110112,F1,self,,=HYPERLINK(\"http://x\")\n2026,=1+1,F2,self,,2\n")));
        var page = sent.Headers.Location!.OriginalString;
        await Done(page);
        (await visitor.Read(page)).ShouldNotContain("<script>.csv");
        using var response = await visitor.Get(page + "/1.xlsx");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync(Cancel));
        foreach (var sheet in zip.Entries.Where(e => e.FullName.Contains("worksheets/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(sheet.Open());
            var xml = await reader.ReadToEndAsync(Cancel);
            xml.ShouldNotContain("<f>");
            xml.ShouldNotContain(":f>");
        }
    }

    [Fact]
    public async Task What_nobody_confirmed_is_removed_after_its_days_and_what_is_being_worked_on_never()
    {
        var now = DateTimeOffset.UtcNow;
        Upload Of(UploadState state, int days)
        {
            var upload = new Upload(Guid.NewGuid().ToString("N"), "somebody", null, now.AddDays(-days), [new("a.csv", 1)], state);
            Uploads.Create(upload, [[1]]);
            return upload;
        }

        await using var started = factory;
        var kept = new[] { Of(UploadState.Previewed, 13), Of(UploadState.Waiting, 400), Of(UploadState.Loading, 400), Of(UploadState.Loaded, 179), Of(UploadState.Discarded, 1) };
        _ = new[] { Of(UploadState.Previewed, 15), Of(UploadState.Discarded, 15), Of(UploadState.Failed, 15), Of(UploadState.Loaded, 181) };
        var half = Directory.CreateDirectory(Path.Combine(folder.Path, "uploads", new string('a', 32)));
        await File.WriteAllTextAsync(Path.Combine(half.FullName, "0.file"), "x", Cancel);
        half.LastWriteTimeUtc = now.UtcDateTime.AddDays(-2);

        Uploads.RemoveOld(now).ShouldBe(5);
        Uploads.List().Select(u => u.Id).ShouldBe(kept.Select(u => u.Id), ignoreOrder: true);
        Directory.GetDirectories(Path.Combine(folder.Path, "uploads")).Length.ShouldBe(kept.Length);
        Uploads.RemoveOld(now).ShouldBe(0);
    }

    [Theory]
    [InlineData("/data/files/..%2f..%2faccess%2faccounts.json")]
    [InlineData("/data/upload/..%2f..%2faccess")]
    [InlineData("/data/upload/..%2f..%2f..%2fetc/1.xlsx")]
    [InlineData("/..%2f..%2faccess%2faccounts.json")]
    [InlineData("/css/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/api/v1/rankings?snapshot=..%2f..%2faccess%2faccounts")]
    [InlineData("/data/snapshots/..%2f..%2fwarehouse")]
    [InlineData("/reports/..%2f..%2faccess/summary.docx")]
    [InlineData("/reports/2026/..%2f..%2faccess.docx")]
    [InlineData("/data/downloads/..%2faccounts.zip")]
    [InlineData("/data/tables/..%2fadjusted.csv")]
    public async Task No_address_leads_out_of_what_is_served(string address)
    {
        using var visitor = await Visitor.SignedIn(factory, "steward");
        using var response = await visitor.Get(address);
        // With nothing published a page about a snapshot says so, whatever its name.
        ((int)response.StatusCode).ShouldBeInRange(address.StartsWith("/data/snapshots", StringComparison.Ordinal) ? 200 : 300, 499, address);
        var body = await response.Content.ReadAsStringAsync(Cancel);
        body.ShouldNotContain("passwordHash");
        body.ShouldNotContain("root:");
    }

    private static Task<byte[]> Case(string rule, string name, [CallerFilePath] string here = "") =>
        File.ReadAllBytesAsync(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "Etl", "Files", "rules", rule, name), Cancel);

    /// <summary>Two hundred megabytes of nothing in a few hundred kilobytes, where a sheet is looked for.</summary>
    private static byte[] Bomb() => Zip(zip =>
    {
        Write(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
        Write(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Write(zip, "xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>""");
        Write(zip, "xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
        using var sheet = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
        sheet.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"u8);
        var nothing = Encoding.ASCII.GetBytes(new string(' ', 1_000_000));
        for (var n = 0; n < 200; n++)
        {
            sheet.Write(nothing);
        }

        sheet.Write("</sheetData></worksheet>"u8);
    });

    /// <summary>A package whose part says that it belongs outside.</summary>
    private static byte[] Slip() => Zip(zip =>
    {
        Write(zip, "../../slipped.txt", "x");
        Write(zip, "xl/workbook.xml", "<workbook/>");
    });

    private static byte[] Zip(Action<ZipArchive> fill)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            fill(zip);
        }

        return bytes.ToArray();
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var entry = new StreamWriter(zip.CreateEntry(name).Open());
        entry.Write(text);
    }

    private async Task<UploadState> Done(string page)
    {
        var id = page.Split('/')[^1];
        for (var n = 0; n < 1200 && Uploads.Find(id)!.Busy; n++)
        {
            await Task.Delay(50, Cancel);
        }

        return Uploads.Find(id)!.State;
    }
}
