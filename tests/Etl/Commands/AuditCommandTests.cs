using LearningCity.Etl.Commands;
using LearningCity.Etl.Loading;
using LearningCity.Warehouse.Access;

namespace LearningCity.Etl.Tests.Commands;

public sealed class AuditCommandTests
{
    private const string Tidy = "round,district,indicator,rater,expert,points\n";

    [Fact]
    public void What_a_command_changed_is_in_the_trail_and_a_changed_trail_is_told()
    {
        using var bench = new Bench();
        var file = bench.Write("a.csv", Tidy + "2026,110112,F1,self,,3\n");
        Run("load", file, "--data", bench.Data.Root, "--lang", "en").Code.ShouldBe(0);
        Run("load", file, "--data", bench.Data.Root, "--dry-run").Code.ShouldBe(0);

        AuditTrail.Read(bench.Data, 9).Select(e => e.What).ShouldBe([AuditWords.Publish, AuditWords.Load]);
        var whole = Run("audit", "verify", "--data", bench.Data.Root, "--lang", "en");
        whole.Code.ShouldBe(0);
        whole.Said.ShouldContain("2 events");

        var month = Directory.GetFiles(AuditTrail.Folder(bench.Data), "*.jsonl").Single();
        File.WriteAllText(month, File.ReadAllText(month).Replace("os:", "xx:", StringComparison.Ordinal));
        var broken = Run("audit", "verify", "--data", bench.Data.Root, "--lang", "en");
        broken.Code.ShouldBe(3);
        broken.Said.ShouldContain("broken at");
    }

    [Fact]
    public void A_district_sends_its_own_self_scores_and_nothing_else()
    {
        using var bench = new Bench();
        var file = bench.Write("b.csv", Tidy + "2026,110112,F1,self,,3\n2026,110105,F1,self,,3\n2026,110112,F2,expert,E01,3\n");
        bench.Load(new LoadRequest([file]) { NoPublish = true, OnlySelfOf = "110112" }).Faults.Where(f => f.Rejects).Select(f => f.Rule).Distinct()
            .ShouldBe(["not-your-district", "not-your-score"], ignoreOrder: true);
        bench.Query<int>("select count(*)::integer from fct_score").Single().ShouldBe(0);

        var own = bench.Write("c.csv", Tidy + "2026,110112,F1,self,,3\n");
        bench.Load(new LoadRequest([own]) { NoPublish = true, OnlySelfOf = "110112" }).Counts.Added.ShouldBe(1);
    }

    private static (int Code, string Said) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        return (CommandLine.Run(arguments, output, output), output.ToString());
    }
}
