using System.Net;
using System.Text;
using LearningCity.Dashboard.Features.DataUpload;
using LearningCity.Dashboard.Tests.Hosting;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.Dashboard.Tests.Access;

public sealed class UploadTests : IDisposable
{
    private const string Head = "round,district,indicator,rater,expert,points\n";

    private readonly TempFolder folder = new();
    private readonly DashboardFactory factory;

    public UploadTests() => factory = new(folder.Data, false, ("access", "accounts"), ("Access:SignInsPerMinute", "1000"));

    public void Dispose()
    {
        factory.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_district_looks_at_what_would_change_then_loads_it_and_a_steward_publishes()
    {
        using var district = await Visitor.SignedIn(factory, "district:110112");
        using var sent = await district.Upload(("自评.csv", Encoding.UTF8.GetBytes(Head + "2026,110112,F1,self,,3\n2026,110112,F2,self,,2.5\n")));
        var page = sent.Headers.Location!.OriginalString;
        var preview = await Until(district, page, UploadState.Previewed);
        preview.ShouldContain("新增 2 个得分");
        File.Exists(folder.Data.Store).ShouldBeFalse("nothing is written before it is confirmed");

        using var accepted = await district.Send(page, page + "/accept");
        (await Until(district, page, UploadState.Loaded)).ShouldContain("已新增 2 个得分");
        File.Exists(folder.Data.Current).ShouldBeFalse("a district does not publish");
        using var refused = await district.Send("/data/upload", "/data/publish");
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var again = await district.Send("/data/upload", page + "/accept");
        again.Headers.Location!.OriginalString.ShouldContain("upload-state");

        using var steward = await Visitor.SignedIn(factory, "steward");
        using var published = await steward.Send("/data/upload", "/data/publish");
        published.Headers.Location!.OriginalString.ShouldBe("/data/upload?done=published");
        (await steward.Read("/api/v1/results?round=2026&district=110112&indicator=F1")).ShouldContain("\"selfPoints\":3");
        AuditTrail.Read(folder.Data, 50).Select(e => e.What).Distinct().ShouldBe(
            [AuditWords.Publish, AuditWords.SignIn, AuditWords.Denied, AuditWords.Load, AuditWords.Upload], ignoreOrder: true);
        AuditTrail.Verify(folder.Data).Whole.ShouldBeTrue();
    }

    [Theory]
    [InlineData("2026,110105,F1,self,,3\n", "各区只报送本区的自评分")]
    [InlineData("2026,110112,F1,expert,E01,3\n", "这里有专家评分")]
    [InlineData("2026,110112,F1,self,,99\n", "超过该指标的分值")]
    public async Task What_a_district_may_not_send_comes_back_with_the_reason_and_a_file_to_mend(string rows, string reason)
    {
        using var district = await Visitor.SignedIn(factory, "district:110112");
        using var sent = await district.Upload(("a.csv", Encoding.UTF8.GetBytes(Head + rows)));
        var page = sent.Headers.Location!.OriginalString;
        (await Until(district, page, UploadState.Previewed)).ShouldContain(reason);
        using var file = await district.Get(page + "/1.xlsx");
        file.StatusCode.ShouldBe(HttpStatusCode.OK);
        file.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("a.csv.退回原因.xlsx");

        // Whoever sends the form all the same changes nothing: the load holds to the same rules.
        using var forced = await district.Send(page, page + "/accept");
        await Until(district, page, UploadState.Loaded);
        using var store = WorkingStore.Open(folder.Data, TimeProvider.System);
        Dapper.SqlMapper.QuerySingle<int>(store.Connection, "select count(*)::integer from fct_score").ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_sees_the_uploads_of_another_district()
    {
        using var mine = await Visitor.SignedIn(factory, "district:110112");
        using var other = await Visitor.SignedIn(factory, "district:110105");
        using var sent = await mine.Upload(("a.csv", Encoding.UTF8.GetBytes(Head + "2026,110112,F1,self,,99\n")));
        var page = sent.Headers.Location!.OriginalString;
        await Until(mine, page, UploadState.Previewed);
        await other.Read(page, HttpStatusCode.NotFound);
        (await other.Get(page + "/1.xlsx")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.Send("/data/upload", page + "/discard")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.Read("/data/upload")).ShouldNotContain("a.csv");
    }

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("..\\..\\evil.csv")]
    [InlineData("a\u0001b.csv")]
    public async Task A_files_name_never_becomes_a_path(string name)
    {
        using var steward = await Visitor.SignedIn(factory, "steward");
        var before = Directory.GetFileSystemEntries(folder.Path).Length;
        using var sent = await steward.Upload((name, Encoding.UTF8.GetBytes("x")));
        var id = sent.Headers.Location!.OriginalString.Split('/')[^1];
        var files = Directory.GetFiles(Path.Combine(folder.Path, "uploads", id)).Select(Path.GetFileName);
        files.Where(f => f != "upload.json" && f != "upload.json.tmp").ShouldAllBe(f => f!.StartsWith("0.", StringComparison.Ordinal));
        factory.Services.GetRequiredService<UploadFolder>().Find(id)!.Files.Single().Name.ShouldNotContain('/');
        factory.Services.GetRequiredService<UploadFolder>().Find("../" + id).ShouldBeNull();
        Directory.GetFileSystemEntries(folder.Path).Length.ShouldBeLessThanOrEqualTo(before + 1);
    }

    [Fact]
    public async Task Too_many_files_or_none_are_refused_in_a_sentence()
    {
        using var steward = await Visitor.SignedIn(factory, "steward");
        using var many = await steward.Upload([.. Enumerable.Range(0, UploadEndpoints.MostFiles + 1).Select(n => ($"{n}.csv", new byte[] { 1 }))]);
        (await steward.Read(many.Headers.Location!.OriginalString)).ShouldContain("一次最多 20 个文件");
        using var none = await steward.Upload();
        (await steward.Read(none.Headers.Location!.OriginalString)).ShouldContain("请选择要上报的文件");
    }

    private async Task<string> Until(Visitor visitor, string page, UploadState state)
    {
        var id = page.Split('/')[^1].Split('?')[0];
        var uploads = factory.Services.GetRequiredService<UploadFolder>();
        for (var n = 0; n < 600 && uploads.Find(id)!.Busy; n++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        uploads.Find(id)!.State.ShouldBe(state, uploads.Find(id)!.Failure);
        return await visitor.Read(page);
    }
}
