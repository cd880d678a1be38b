using LearningCity.Tests.Support;

namespace LearningCity.Etl.Tests.Commands;

/// <summary>Wrong usage is exit code 2 and a sentence in the language of the user, whoever finds it: the parser or the verb.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Wrong =>
    [
        "", "load", "lode x", "load /no/such/file.xlsx", "load x --no-such-option", "load --no-such-option x", "load x --round", "load x --round --partial",
        "load x --max-mb abc", "load x --max-mb 0", "load x --round 2024 --round 2025", "rollback 20200101T000000Z-00000000", "rollback", "retract 7", "retract seven",
        "history --round 2024", "history --round 2024 --district 亦庄", "diff wh-1 wh-2", "diff wh-1", "export out", "export out --format pdf", "export out --format csv",
        "sample out --seed z", "sample out --districts 0", "sample out --format ods", "template form.pdf --round 2024", "template form.xlsx", "template form.xlsx --round 2031",
        "template form.xlsx --round 2024 --district 亦庄", "round add", "round add 2031 --framework 2099", "round add 2031 --framework", "round add 第二轮 --framework 2023", "round add 2031 --framework 2023 --date 2031-13-40", "catalog import /no/such/folder", "watch /no/such/folder", "status --lang fr", "status extra",
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Wrong_usage_is_told_in_the_language_of_the_user(string arguments)
    {
        var words = arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w is "out" or "form.pdf" or "form.xlsx" ? folder.File(w) : w).ToArray();

        var zh = EtlRun.Of([.. words, "--data", folder.Path, "--lang", "zh"]);
        var en = EtlRun.Of([.. words, "--data", folder.Path, "--lang", "en"]);

        (zh.ExitCode, en.ExitCode).ShouldBe((2, 2), zh.All + en.All);
        // Paths and what was typed are the user's own words.
        string Bare(string said) => words.Append(folder.Path).OrderByDescending(w => w.Length).Aggregate(said, (text, word) => text.Replace(word, "…", StringComparison.Ordinal));
        foreach (var line in Lines(zh))
            Pure.IsChinese(Bare(line)).ShouldBeTrue(line);
        foreach (var line in Lines(en))
            Pure.English(Bare(line)).ShouldBeTrue(line);
        (zh.All + en.All).ShouldNotContain("   at ");
        (zh.All + en.All).ShouldNotContain("System.");
    }

    [Fact]
    public void Where_no_language_is_known_both_are_told()
    {
        var said = EtlRun.Of("export", folder.File("out"), "--format", "pdf", "--data", folder.Path).Error;

        if (Etl.Commands.Words.Choose(null) == Etl.Commands.Language.Both)
            said.ShouldSatisfyAllConditions(s => s.ShouldContain("命令写法有误"), s => s.ShouldContain("Wrong usage"));
    }

    [Fact]
    public void A_file_whose_name_begins_with_a_sign_is_a_file()
    {
        File.WriteAllText(folder.File("@得分.csv"), "round,district,indicator,rater,expert,points\n2024,通州区,F1,self,,5\n");
        var at = Path.GetRelativePath(Environment.CurrentDirectory, folder.File("@得分.csv"));

        EtlRun.Of("load", at, "--data", folder.File("data"), "--dry-run", "--lang", "en").ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("load")]
    [InlineData("sample")]
    [InlineData("watch")]
    [InlineData("round", "add")]
    public void Help_is_in_the_language_of_the_user(params string[] verb)
    {
        var (zh, en) = (EtlRun.Of([.. verb, "--help", "--lang", "zh"]), EtlRun.Of([.. verb, "--help", "--lang", "en"]));

        (zh.ExitCode, en.ExitCode).ShouldBe((0, 0), zh.All + en.All);
        zh.Output.ShouldSatisfyAllConditions(h => h.ShouldContain("用法："), h => h.ShouldContain("数据目录"), h => h.ShouldNotContain("Data folder"), h => h.ShouldNotContain("Options:"));
        en.Output.ShouldContain("Data folder");
        Pure.English(en.Output).ShouldBeTrue(en.Output);
    }

    private static string[] Lines(EtlRun run) => run.All.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
