using LearningCity.Tests.Support;
using LearningCity.Warehouse.Access;

namespace LearningCity.Warehouse.Tests.Access;

public sealed class AuditTrailTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 10, 31, 23, 59, 0, TimeSpan.Zero);

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Events_are_chained_from_month_to_month()
    {
        Fill(4);
        var verdict = AuditTrail.Verify(folder.Data);
        verdict.Whole.ShouldBeTrue(verdict.En);
        verdict.Events.ShouldBe(4);
        Months().Select(Path.GetFileName).ShouldBe(["2026-10.jsonl", "2026-11.jsonl"]);
        AuditTrail.Read(folder.Data, 2).Select(e => e.Number).ShouldBe([4, 3]);
        AuditTrail.Read(folder.Data, 9, e => e.Who == "u1").ShouldHaveSingleItem().Subject.ShouldBe("s1");
    }

    [Fact]
    public void An_empty_trail_is_whole() => AuditTrail.Verify(folder.Data).ShouldBe(new(0, null, null, null));

    [Theory]
    [InlineData("change", "2026-11.jsonl:1")]
    [InlineData("take out", "2026-11.jsonl:2")]
    [InlineData("swap", "2026-11.jsonl:1")]
    [InlineData("cut the end", "head.json:1")]
    [InlineData("drop the first month", "2026-11.jsonl:1")]
    [InlineData("rehash a changed line", "2026-11.jsonl:2")]
    public void Whatever_is_done_to_it_shows(string what, string where)
    {
        Fill(5);
        var months = Months();
        var lines = File.ReadAllLines(months[1]).ToList();
        lines.Count.ShouldBe(4);
        switch (what)
        {
            case "change":
                lines[0] = lines[0].Replace("u2", "ux", StringComparison.Ordinal);
                break;
            case "take out":
                lines.RemoveAt(1);
                break;
            case "swap":
                (lines[0], lines[1]) = (lines[1], lines[0]);
                break;
            case "cut the end":
                lines.RemoveAt(3);
                break;
            case "drop the first month":
                File.Delete(months[0]);
                break;
            default:
                var bare = lines[0][..lines[0].LastIndexOf(",\"hash\"", StringComparison.Ordinal)].Replace("u2", "ux", StringComparison.Ordinal);
                var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(bare)));
                lines[0] = $"{bare},\"hash\":\"{hash}\"}}";
                break;
        }
        File.WriteAllLines(months[1], lines);

        var verdict = AuditTrail.Verify(folder.Data);
        verdict.Whole.ShouldBeFalse();
        verdict.Place.ShouldBe(where);
    }

    [Fact]
    public void A_line_that_a_crash_cut_off_does_not_break_the_chain()
    {
        Fill(2);
        File.AppendAllText(Months()[^1], "{\"number\":3,\"at\":\"20");
        AuditTrail.Append(folder.Data, Start.AddHours(1), "u", AuditWords.Load);
        AuditTrail.Verify(folder.Data).ShouldBe(new(3, null, null, null));
    }

    [Fact]
    public void Events_of_any_length_are_followed_by_the_next_one()
    {
        foreach (var length in new[] { 1, 3_000, 4_095, 4_096, 4_097, 8_000, 20_000, 1 })
            AuditTrail.Append(folder.Data, Start, "u", AuditWords.Sql, new string('字', length));
        AuditTrail.Verify(folder.Data).ShouldBe(new(8, null, null, null));
    }

    [Fact]
    public void An_emptied_folder_does_not_begin_a_new_trail_unnoticed()
    {
        Fill(3);
        foreach (var month in Months())
            File.Delete(month);
        AuditTrail.Append(folder.Data, Start, "u", AuditWords.Load);
        AuditTrail.Verify(folder.Data).Whole.ShouldBeFalse();
    }

    [Fact]
    public void What_somebody_types_makes_no_line_of_its_own()
    {
        AuditTrail.Append(folder.Data, Start, "mallory\n{\"number\":2}\r\n\u2028", AuditWords.SignInFailed, "\"},{\u0000");
        AuditTrail.Verify(folder.Data).ShouldBe(new(1, null, null, null));
        AuditTrail.Read(folder.Data, 9).ShouldHaveSingleItem().Who.ShouldStartWith("mallory\n");
    }

    [Fact]
    public async Task Many_who_write_at_once_make_one_chain()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Task.Run(() => AuditTrail.Append(folder.Data, Start, $"u{n}", AuditWords.Export))));
        AuditTrail.Verify(folder.Data).ShouldBe(new(40, null, null, null));
    }

    private string[] Months() => [.. Directory.GetFiles(AuditTrail.Folder(folder.Data), "*.jsonl").Order(StringComparer.Ordinal)];

    private void Fill(int events)
    {
        for (var n = 1; n <= events; n++)
            AuditTrail.Append(folder.Data, Start.AddMinutes(n == 1 ? 0 : n), $"u{n}", AuditWords.Publish, $"s{n}", details: new Dictionary<string, string> { ["注"] = "说明" });
    }
}
