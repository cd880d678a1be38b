using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class StatisticTests
{
    [Fact]
    public void A_statistic_is_either_given_or_withheld_and_passes_its_reason_on()
    {
        Statistic<Estimate> given = new Estimate(1, 3, Methods.Mean);
        Statistic<Estimate> withheld = Withheld.TooFew(2, 3);

        given.IsGiven.ShouldBeTrue();
        given.Withheld.ShouldBeNull();
        withheld.Value.ShouldBeNull();
        withheld.Then<Place>(_ => new Place(1, 1)).Withheld!.Reason.ShouldBe(WithheldReason.TooFew);
        Should.Throw<InvalidOperationException>(() => withheld.Required).Message.ShouldContain("at least 3");
    }

    [Fact]
    public void A_number_that_is_none_becomes_a_reason()
    {
        Estimate.Finite(double.NaN, 3, Methods.Mean).Withheld!.Reason.ShouldBe(WithheldReason.OutOfNumericRange);
        Estimate.Finite(double.PositiveInfinity, 3, Methods.Mean).IsGiven.ShouldBeFalse();
    }

    [Fact]
    public void Every_reason_has_a_sentence_in_both_languages()
    {
        Withheld[] all =
        [
            Withheld.NoData(), Withheld.TooFew(1, 3), Withheld.NoVariance(), Withheld.NoDifferences(4), Withheld.NothingToShare(),
            Withheld.Incomplete(20, 22), Withheld.NotCrossed(3), Withheld.Unconnected([["A"], ["B"]]), Withheld.NotTested(4, 1 / 12.0),
            Withheld.NoTest(), Withheld.AlreadyFirst(), Withheld.InvalidChoice("一", "One"), Withheld.FrameworkBreak(),
            Withheld.NoResidual(), Withheld.OutOfNumericRange(), Withheld.TooMany(1001, 1000),
        ];

        all.Select(w => w.Reason).Order().ShouldBe(Enum.GetValues<WithheldReason>().Order());
        all.ShouldAllBe(w => w.Zh.EndsWith('。') && w.En.EndsWith('.'));
    }

    [Fact]
    public void Every_method_has_a_code_of_its_own_two_names_and_a_formula()
    {
        var methods = typeof(Methods).GetProperties().Select(p => (Method)p.GetValue(null)!).ToArray();

        methods.Length.ShouldBeGreaterThan(30);
        methods.Select(m => m.Code).ShouldBeUnique();
        methods.ShouldAllBe(m => m.Zh.Length > 0 && m.En.Length > 0 && m.Formula.Length > 0);
        methods.ShouldAllBe(m => m.Code.All(c => char.IsAsciiLetterLower(c) || c == '-'));
    }
}
