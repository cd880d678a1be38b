using CsCheck;
using LearningCity.Warehouse.Statistics;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class BenjaminiHochbergTests
{
    [Fact]
    public void Fifteen_tests_of_Benjamini_and_Hochberg_1995()
    {
        double?[] p = [.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1];
        double[] q = [.0015, .0030, .0095, .035625, .0603, .063857, .063857, .0645, .0765, .4860, .581182, .714875, .753231, .813214, 1];

        var adjusted = BenjaminiHochberg.Adjust(p);

        for (var i = 0; i < q.Length; i++)
        {
            adjusted[i].Required.Value.ShouldBe(q[i], 5e-7);
        }
    }

    [Fact]
    public void A_test_that_was_not_made_counts_for_nothing()
    {
        var adjusted = BenjaminiHochberg.Adjust([null, 0.02, 0.04]);

        adjusted[0].Withheld!.Reason.ShouldBe(WithheldReason.NoTest);
        adjusted[1].Required.ShouldBe(new Estimate(0.04, 2, Methods.BenjaminiHochberg, 1));
        BenjaminiHochberg.Adjust([]).ShouldBeEmpty();
    }

    [Fact]
    public void A_p_that_is_no_probability_is_a_mistake_of_the_caller()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => BenjaminiHochberg.Adjust([1.2]));
        Should.Throw<ArgumentOutOfRangeException>(() => BenjaminiHochberg.Adjust([double.NaN]));
    }

    [Fact]
    public void It_follows_its_definition_in_any_order() =>
        Gen.Int[0, 40].Array[1, 15].Sample(numbers =>
        {
            double[] p = [.. numbers.Select(i => i / 40.0)];
            var adjusted = BenjaminiHochberg.Adjust([.. p.Select(v => (double?)v)]);
            for (var i = 0; i < p.Length; i++)
            {
                var expected = p.Where(other => other >= p[i]).Min(other => Math.Min(1, p.Length * other / p.Count(v => v <= other)));
                adjusted[i].Required.Value.ShouldBe(expected, 1e-12);
            }
        });
}
