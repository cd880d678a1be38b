using LearningCity.Etl.Validation;

namespace LearningCity.Etl.Tests.Validation;

/// <summary>Every message is whole in each language.</summary>
public sealed class RuleMessagesTests
{
    public static TheoryData<string> Names => [.. Rules.All.Select(r => r.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_rule_speaks_one_language_at_a_time_whatever_was_found(string name)
    {
        var rule = Rules.Named(name);

        // What was found may be in any language; what is expected and the details come in both.
        foreach (var found in new[] { "约5", "about 5" })
        {
            rule.Zh(found, "一.1", "表上方“North District”").ShouldSatisfyAllConditions(m => Pure.IsChinese(m).ShouldBeTrue(m), m => m.ShouldNotContain('{'));
            rule.En(found, "F1", "above the table '通州区'").ShouldSatisfyAllConditions(m => Pure.English(m).ShouldBeTrue(m), m => m.ShouldNotContain('{'));
        }
    }

    [Theory]
    [InlineData("“{value}”（表上方 line）", false)]
    [InlineData("请用 --round 或写在文件名中，如“Tongzhou 2024.xlsx”", true)]
    [InlineData("only English", false)]
    public void The_measure_itself_knows_a_label_from_a_quotation(string sentence, bool pure) => Pure.IsChinese(sentence).ShouldBe(pure);

    [Theory]
    [InlineData("the column '自评分' and 专家评分", false)]
    [InlineData("the column '自评分' of the district's form", true)]
    [InlineData("two cells，one score", false)]
    public void And_so_it_does_in_English(string sentence, bool pure) => Pure.English(sentence).ShouldBe(pure);

    [Fact]
    public void Words_found_in_a_message_are_put_in_as_they_are() =>
        Rules.PlaceDisagrees.Zh("{detail}", "{value}", "a{expected}b").ShouldContain("a{expected}b");

    [Fact]
    public void A_load_keeps_the_rules_it_judged_by()
    {
        using var bench = new Bench();
        bench.Load(CaseFiles.Of("normalising", "names.csv"));

        bench.Query<string>("select concat_ws(' ', rule, severity) from log_rule order by position").ShouldBe(Rules.All.Select(r => $"{r.Name} {r.SeverityName}"));
        bench.Query<string>("select message_en from log_rule where rule = 'indicator-unknown'").Single().ShouldBe("This row holds scores, but its indicator is not known: '…'");
    }
}
