using LearningCity.Dashboard.Figures;
using LearningCity.Dashboard.Figures.Plots;
using LearningCity.Dashboard.Figures.Rendering;

namespace LearningCity.Dashboard.Tests.Figures;

public sealed class DrawnFiguresTests
{
    [Fact]
    public void The_same_figure_is_drawn_once()
    {
        using var drawn = new DrawnFigures();
        var figure = Counted(Context("s1"), out var draws);
        drawn.Inline(figure, 680, "x").ShouldBeSameAs(drawn.Inline(figure, 680, "x"));
        draws().ShouldBe(1);
    }

    [Fact]
    public void Another_snapshot_width_id_language_filter_or_link_is_another_picture()
    {
        using var drawn = new DrawnFigures();
        var contexts = new[]
        {
            Context("s1"), Context("s2"), Context("s1") with { Language = FigureLanguage.En }, Context("s1") with { Query = "round=2025" },
            Context("s1") with { DistrictLink = code => "/districts/" + code + "?snapshot=s1" },
        };
        foreach (var context in contexts)
        {
            var figure = Counted(context, out var draws);
            drawn.Inline(figure, 680, "x");
            draws().ShouldBe(1);
        }

        var same = Counted(Context("s1"), out var again);
        drawn.Inline(same, 680, "x");
        again().ShouldBe(0);
        drawn.Inline(same, 360, "x");
        drawn.Inline(same, 680, "y");
        again().ShouldBe(2);
    }

    [Fact]
    public void A_figure_that_no_address_settles_is_drawn_each_time()
    {
        using var drawn = new DrawnFigures();
        var made = Counted(Context(""), out var draws);
        drawn.Inline(made, 680, "x");
        drawn.Inline(made, 680, "x");
        draws().ShouldBe(2);

        var unlisted = Counted(Context("s1"), out var unlistedDraws) with { Name = "of-a-query" };
        drawn.Inline(unlisted, 680, "x");
        drawn.Inline(unlisted, 680, "x");
        unlistedDraws().ShouldBe(2);
    }

    private static FigureContext Context(string snapshot) => new(FigureLanguage.Zh, snapshot, true, "2026", "2026年", null, "round=2026");

    private static Figure Counted(FigureContext context, out Func<int> draws)
    {
        var count = 0;
        draws = () => count;
        var figure = TotalsFigure.Of(new TotalsInput([new(new Named("a", "甲区", "A"), 90m), new(new Named("b", "乙区", "B"), 80m)], 100m, 85m, 85m), context);
        return figure with
        {
            Draw = frame =>
            {
                count++;
                return figure.Draw(frame);
            },
        };
    }
}
