using CsCheck;
using LearningCity.Warehouse.Statistics;
using MathNet.Numerics.LinearAlgebra;

namespace LearningCity.Warehouse.Tests.Statistics;

public sealed class ExpertSeverityTests
{
    [Fact]
    public void Severities_and_ranks_of_Shrout_and_Fleiss_1979()
    {
        var result = ExpertSeverity.Of(Scores(ShroutFleiss.Ratings)).Required;

        double[] expected = [2.3750, -2.7917, -0.9583, 1.3750];
        for (var e = 0; e < 4; e++)
        {
            result.Experts[e].Estimate.Value.ShouldBe(expected[e], 0.00005);
        }

        result.Targets.Select(t => t.RawPlace.Rank).ShouldBe([3, 6, 2, 5, 1, 4]);
        result.Targets.ShouldAllBe(t => t.Moves == 0);
        result.ResidualSd.Required.Value.ShouldBe(Math.Sqrt(1.0194444), 1e-6);
    }

    [Fact]
    public void The_interval_of_a_balanced_design_is_the_textbook_one()
    {
        var severity = ExpertSeverity.Of(Scores(ShroutFleiss.Ratings)).Required.Experts[0].Estimate;

        // Var(expert mean − grand mean) = σ²/n·(1 − 1/k); t(15) = 2.13145
        var half = 2.13145 * Math.Sqrt(1.0194444 / 6 * 3 / 4);
        severity.Interval!.High.ShouldBe(severity.Value + half, 1e-4);
        severity.N.ShouldBe(6);
    }

    [Fact]
    public void A_lenient_expert_who_saw_only_some_districts_is_taken_out_of_their_scores()
    {
        // A and B are equally good; E2 adds 0.2 and saw only B. The raw means say B, the adjusted say neither.
        var result = ExpertSeverity.Of(
        [
            new("A", "E1", 0.6), new("B", "E1", 0.6), new("B", "E2", 0.8), new("C", "E1", 0.7), new("C", "E2", 0.9), new("A", "E3", 0.6), new("C", "E3", 0.7),
        ]).Required;

        result.Experts.Select(e => Math.Round(e.Estimate.Value, 9)).ShouldBe([-0.066666667, 0.133333333, -0.066666667]);
        result.Targets.Select(t => t.RawPlace.Rank).ShouldBe([3, 2, 1]);
        result.Targets.Select(t => t.AdjustedPlace.Rank).ShouldBe([2, 2, 1]);
        result.Targets[0].Moves.ShouldBe(1);
        result.Experts[0].Estimate.IntervalWithheld!.Reason.ShouldBe(WithheldReason.NoResidual);
    }

    [Fact]
    public void An_unconnected_design_is_refused_with_its_groups()
    {
        var withheld = ExpertSeverity.Of([new("A", "E1", 1), new("B", "E1", 2), new("C", "E2", 3), new("D", "E2", 3)]).Withheld!;

        withheld.Reason.ShouldBe(WithheldReason.Unconnected);
        withheld.En.ShouldContain("A, B, E1; C, D, E2");
    }

    [Fact]
    public void Nothing_or_a_single_expert_withholds_it()
    {
        ExpertSeverity.Of([]).Withheld!.Reason.ShouldBe(WithheldReason.NoData);
        ExpertSeverity.Of([new("A", "E1", 1), new("B", "E1", 2)]).Withheld!.Reason.ShouldBe(WithheldReason.TooFew);
    }

    [Fact]
    public void Known_severities_are_recovered_from_an_incomplete_design_in_any_order() =>
        Gen.Int[0, 10_000].Sample(seed =>
        {
            var random = new Random(seed);
            double[] severity = [0.1, -0.05, 0.02, -0.07];
            var scores = (
                from t in Enumerable.Range(0, 12)
                let quality = random.NextDouble()
                from e in Enumerable.Range(0, 4)
                where e == t % 4 || random.NextDouble() < 0.5 || (t + 1) % 4 == e
                select new PanelScore($"T{t:00}", $"E{e}", quality + severity[e])).ToArray();
            random.Shuffle(scores);
            var result = ExpertSeverity.Of(scores).Required;
            for (var e = 0; e < 4; e++)
            {
                result.Experts[e].Estimate.Value.ShouldBe(severity[e], 1e-9);
            }
        });

    [Fact]
    public void Severities_and_intervals_are_those_of_the_regression_on_targets_and_experts() =>
        Gen.Int[0, 10_000].Sample(seed =>
        {
            const int Targets = 7;
            const int Experts = 4;
            var random = new Random(seed);
            var cells = (
                from t in Enumerable.Range(0, Targets)
                from e in Enumerable.Range(0, Experts)
                where e == t % Experts || e == (t + 1) % Experts || random.NextDouble() < 0.3
                select (Target: t, Expert: e, Score: random.NextDouble())).ToArray();

            // One column each for μ, every target and every expert; two rows more make both kinds of effects sum to zero.
            var design = Matrix<double>.Build.Dense(cells.Length + 2, 1 + Targets + Experts, (row, column) =>
                row == cells.Length ? (column is > 0 and <= Targets ? 1 : 0)
                : row > cells.Length ? (column > Targets ? 1 : 0)
                : column == 0 || column == 1 + cells[row].Target || column == 1 + Targets + cells[row].Expert ? 1 : 0);
            var scores = Vector<double>.Build.Dense(cells.Length + 2, row => row < cells.Length ? cells[row].Score : 0);
            var inverse = (design.Transpose() * design).Inverse();
            var effects = inverse * (design.Transpose() * scores);
            var df = cells.Length - Targets - Experts + 1;
            var variance = Math.Pow((scores - design * effects).L2Norm(), 2) / df;
            var quantile = MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, df, 0.975);

            var result = ExpertSeverity.Of([.. cells.Select(c => new PanelScore($"T{c.Target}", $"E{c.Expert}", c.Score))]).Required;
            for (var e = 0; e < Experts; e++)
            {
                var own = 1 + Targets + e;
                var contrast = Vector<double>.Build.Dense(effects.Count, c => c <= Targets ? 0 : (c == own ? 1 : 0) - 1.0 / Experts);
                var half = quantile * Math.Sqrt(variance * contrast.DotProduct(inverse * contrast));
                result.Experts[e].Estimate.Value.ShouldBe(effects[own], 1e-9);
                result.Experts[e].Estimate.Interval!.High.ShouldBe(effects[own] + half, 1e-6);
                result.Experts[e].Estimate.Interval!.Low.ShouldBe(effects[own] - half, 1e-6);
            }
        }, iter: 50);

    [Fact]
    public void More_than_a_thousand_experts_are_not_estimated_together()
    {
        PanelScore[] scores = [.. Enumerable.Range(0, 1001).Select(e => new PanelScore("A", $"E{e:0000}", 0.5))];

        var withheld = ExpertSeverity.Of(scores).Withheld!;

        withheld.Reason.ShouldBe(WithheldReason.TooMany);
        withheld.En.ShouldContain("1,001");
        ExpertSeverity.Of(scores[..300]).Required.Experts.Count.ShouldBe(300);
    }

    private static PanelScore[] Scores(double?[][] ratings) =>
        [.. ratings.SelectMany((row, i) => row.Select((v, j) => new PanelScore($"T{i}", $"E{j}", v!.Value)))];
}
