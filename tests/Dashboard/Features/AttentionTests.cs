using LearningCity.Dashboard.Features.Overview;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Tests.Features;

public sealed class AttentionTests
{
    [Fact]
    public void Only_what_is_in_the_lowest_fifth_and_fell_is_worsening()
    {
        IndicatorResultRow[] results =
        [
            Rows.Result("甲", "A", 1, change: -0.1m), Rows.Result("甲", "B", 1.5m, change: 0.1m), Rows.Result("乙", "A", 2, change: -0.3m),
            Rows.Result("乙", "B", 5, change: -0.5m), .. Enumerable.Range(0, 6).Select(i => Rows.Result("丙", "C" + i, 4, change: -0.2m)), Rows.Result("丁", "A", null),
        ];

        Attention.Of(results, [], []).Worsening.Select(r => r.District + r.Indicator).ShouldBe(["甲A"]);
    }

    [Fact]
    public void Disagreements_are_by_size_whatever_their_sign()
    {
        var attention = Attention.Of([Rows.Result("甲", "A", 4, self: 5), Rows.Result("乙", "A", 5, self: 3), Rows.Result("丙", "A", 4, self: 4)], [], []);

        attention.Disagreements.Select(r => r.District).ShouldBe(["乙", "甲"]);
    }

    [Fact]
    public void Rejected_rows_and_warnings_are_counted_apart_and_notes_not_at_all()
    {
        var attention = Attention.Of([], [Rows.Ranking("甲", null, 3), Rows.Ranking("乙", 1, 90)], [Row("reject"), Row("reject"), Row("warn"), Row("note")]);

        (attention.Rejected, attention.Warnings).ShouldBe((2, 1));
        attention.Incomplete.Select(d => d.District).ShouldBe(["甲"]);
    }

    private static RejectedRow Row(string severity) => new(1, "", "", null, null, null, null, null, null, null, null, null, "", severity, "", "");
}
