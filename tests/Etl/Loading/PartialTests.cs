using LearningCity.Etl.Loading;

namespace LearningCity.Etl.Tests.Loading;

/// <summary>With <c>--partial</c> a fault takes back what its rule covers, and no more; without it, the whole form.</summary>
public sealed class PartialTests : IDisposable
{
    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("five", "3-海淀区.xlsx", "above-max", "expert 22,self 21")]
    [InlineData("five", "4-朝阳区.xlsx", "total-differs", "expert 22")]
    [InlineData("rules/indicator-missing", "fault.xlsx", "indicator-missing", "expert 21,self 21")]
    [InlineData("rules/max-points-differ", "fault.xlsx", "max-points-differ", "expert 21,self 21")]
    [InlineData("rules/indicator-conflict", "fault.xlsx", "indicator-conflict", "expert 21,self 21")]
    [InlineData("rules/district-unknown", "fault.xlsx", "district-unknown", "")]
    [InlineData("rules/head-twice", "fault.xlsx", "head-twice", "")]
    public void What_a_fault_takes_back_follows_from_its_rule(string folder, string file, string rule, string kept)
    {
        var path = bench.Write(file, File.ReadAllBytes(CaseFiles.Of(folder, file)));

        var whole = bench.Load(new LoadRequest([path]) { DryRun = true });
        var partial = bench.Load(new LoadRequest([path]) { Partial = true, NoPublish = true });

        whole.Counts.Added.ShouldBe(0);
        partial.Faults.Select(f => f.Rule).ShouldContain(rule);
        bench.Query<string>("select concat(rater, ' ', count(*)) from fct_score group by rater order by rater").ShouldBe(kept.Split(',', StringSplitOptions.RemoveEmptyEntries));
        partial.ExitCode.ShouldBe(kept.Length == 0 ? 3 : 1);
    }

    [Fact]
    public void Beside_faulty_files_what_is_there_already_changes_nothing_and_the_answer_is_1()
    {
        bench.Load(CaseFiles.Of("five", "1-通州区.xlsx")).ExitCode.ShouldBe(0);
        var before = bench.Stored();

        var again = bench.Load(CaseFiles.Of("five"));

        (again.ExitCode, again.Changed, again.Counts.UnitsRejected).ShouldBe((1, false, 3));
        bench.Stored().ShouldBe(before, ignoreOrder: true);
    }
}
