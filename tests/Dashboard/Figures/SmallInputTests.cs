using LearningCity.Dashboard.Figures;
using LearningCity.Dashboard.Figures.Plots;
using LearningCity.Dashboard.Figures.Rendering;

namespace LearningCity.Dashboard.Tests.Figures;

public sealed class SmallInputTests
{
    private static readonly Named District = new("110107", "石景山区", "Shijingshan", "石景山");
    private static readonly Named Indicator = new("F1", "规划纳入与专项规划", "Planning", "一.1");
    private static readonly Named Round = new("2026", "2026年评估", "2026 evaluation");

    public static TheoryData<string, int> One => new()
    {
        { TotalsFigure.Name, 1 }, { BumpFigure.Name, 1 }, { ImportanceFigure.Name, 1 }, { DumbbellFigure.Name, 2 }, { AgreementFigure.Name, 1 },
        { TrendFigure.Name, 1 }, { SlopeFigure.Name, 2 }, { TileMapFigure.Name, 1 }, { SpineFigure.Name, 1 }, { IndicatorSpreadFigure.Name, 1 }, { ZonesFigure.Name, 1 }, { CompareFigure.Name, 1 }, { RankIntervalFigure.Name, 1 },
    };

    [Theory]
    [MemberData(nameof(One))]
    public void A_single_datum_is_drawn_like_any_other(string name, int marks)
    {
        foreach (var language in Enum.GetValues<FigureLanguage>())
        {
            foreach (var width in FigureWidths.All)
            {
                var svg = SvgReading.Of(FigureSvg.Inline(Single(name, language), width, "x"));
                svg.Marks.Count.ShouldBe(marks);
                FigureTests.Overlaps(svg).ShouldBeEmpty();
                svg.Texts.ShouldAllBe(t => t.Box.Left >= 0 && t.Box.Right <= svg.Width);
                svg.Root.ToString().ShouldNotContain("NaN", Case.Sensitive);
            }
        }
    }

    [Fact]
    public void The_list_of_single_data_names_every_figure() => One.Select(row => row.Data.Item1).ShouldBe(FigureCatalog.All.Select(f => f.Name), ignoreOrder: true);

    [Fact]
    public void Equal_totals_of_everybody_are_drawn_without_a_span_to_divide_by()
    {
        var same = Enumerable.Range(0, 16).Select(i => new DistrictPoints(new($"{i}", $"第{i}区", $"District {i}"), 85.5m)).ToList();

        var svg = SvgReading.Of(FigureSvg.Inline(TotalsFigure.Of(new(same, 100, 85.5m, 85.5m), FigureSamples.Context(FigureLanguage.Zh)), 680, "x"));

        svg.Marks.Select(m => (Math.Round(m.Box.MidX), Math.Round(m.Box.MidY))).Distinct().Count().ShouldBe(16);
        svg.Marks.Select(m => Math.Round(m.Box.MidX)).Distinct().Count().ShouldBe(1);
        FigureTests.Overlaps(svg).ShouldBeEmpty();
    }

    [Fact]
    public void Incomplete_districts_are_counted_in_words_and_never_drawn_as_zero()
    {
        var context = FigureSamples.Context(FigureLanguage.Zh);

        var figure = TotalsFigure.Of(new([new(District, 93.7m), new(District with { Code = "2" }, null)], 100, 93.7m, 93.7m), context);

        figure.Note.ShouldBe("另有 1 个区评分不全，未画出。");
        SvgReading.Of(FigureSvg.Inline(figure, 680, "x")).Marks.Single().Title.ShouldBe("石景山区 93.70 分（满分 100）");
    }

    [Fact]
    public void A_trend_is_cut_where_rounds_cannot_be_compared()
    {
        var context = FigureSamples.Context(FigureLanguage.En);
        var rates = new TrendLine(District, RowKind.District, [0.8m, 0.9m]);
        TrendInput Input(bool comparable) => new(new("total", "总分", "Total"), [new(new("2023", "2023年", "2023")), new(Round, comparable, "a new framework")], [rates]);

        var whole = FigureSvg.Inline(TrendFigure.Of(Input(true), context), 680, "x");
        var broken = FigureSvg.Inline(TrendFigure.Of(Input(false), context), 680, "x");

        var line = $"stroke=\"{FigureSvg.Token(Ink.Series1)}\"";
        whole.ShouldContain(line);
        broken.ShouldNotContain(line);
        SvgReading.Of(broken).Texts.ShouldContain(t => t.Text == "break");
        TrendFigure.Of(Input(false), context).Note.ShouldNotBeNull().ShouldContain("a new framework");
    }

    [Fact]
    public void A_tie_is_numbered_once_and_names_everyone_in_it()
    {
        var names = new[] { "丰台", "门头沟", "海淀" };
        var lines = names.Select((n, i) => new BumpLine(new($"{i}", n + "区", n, n), [i + 1, 1])).ToList();

        var svg = SvgReading.Of(FigureSvg.Inline(BumpFigure.Of(new([Round with { Code = "2025" }, Round], lines, []), FigureSamples.Context(FigureLanguage.Zh)), 1120, "x"));

        svg.Texts.Count(t => t.Text == "1=").ShouldBe(1);
        var right = svg.Texts.Where(t => t.Box.Left > 560).Select(t => t.Text).ToList();
        right.ShouldBeSubsetOf([.. names, "1=", "2026年评估（3 区）"]);
        names.ShouldBeSubsetOf(right);
        svg.Marks.Select(m => (Math.Round(m.Box.MidX), Math.Round(m.Box.MidY))).Distinct().Count().ShouldBe(6);
    }

    [Fact]
    public void A_bump_chart_keeps_at_most_four_lines_in_colour()
    {
        var lines = Enumerable.Range(1, 8).Select(i => new BumpLine(new($"{i}", $"{i}区", $"D{i}"), [i, i])).ToList();

        var svg = FigureSvg.Inline(BumpFigure.Of(new([Round with { Code = "2025" }, Round], lines, [.. lines.Select(l => l.District.Code)]), FigureSamples.Context(FigureLanguage.En)), 1120, "x");

        Enumerable.Range(0, 4).ShouldAllBe(i => svg.Contains($"stroke=\"{FigureSvg.Token(FigurePalette.Series(i))}\"", StringComparison.Ordinal));
        lines.Count(l => svg.Contains($"font-weight=\"700\">{l.District.En}<", StringComparison.Ordinal)).ShouldBe(4);
    }

    private static Figure Single(string name, FigureLanguage language)
    {
        var context = FigureSamples.Context(language);
        return name switch
        {
            TotalsFigure.Name => TotalsFigure.Of(new([new(District, 93.7m)], 100, 93.7m, 93.7m), context),
            BumpFigure.Name => BumpFigure.Of(new([Round], [new(District, [1])], []), context),
            ImportanceFigure.Name => ImportanceFigure.Of(new([new("F", "建设基础", "Foundations")], [new(Indicator, "F", 6, 0.8m)]), context),
            DumbbellFigure.Name => DumbbellFigure.Of(new([new(District, 97.5m, 93.7m)], 100), context),
            AgreementFigure.Name => AgreementFigure.Of(AgreementInput.Of([new(District, 0.975m, 0.937m)], language), context),
            TrendFigure.Name => TrendFigure.Of(new(new("total", "总分", "Total"), [new(Round)], [new(District, RowKind.District, [0.9m])]), context),
            SlopeFigure.Name => SlopeFigure.Of(new(Round with { Code = "2025" }, Round, [new(District, 0.9m, 0.937m)], []), context),
            TileMapFigure.Name => TileMapFigure.Of(new([new(District, 1, 0.937m)], TileMeasure.Rank), context),
            SpineFigure.Name => SpineFigure.Of(new(District, "全市", [new(Indicator, 0.9m, 0.9m, 0.9m, 0.9m, 0.9m, 0.9m)]), context),
            IndicatorSpreadFigure.Name => IndicatorSpreadFigure.Of(new(Indicator, 6, [new(District, 6)], 6, 6), context),
            ZonesFigure.Name => ZonesFigure.Of(new(new("total", "总分", "Total"), [new(new("CORE", "核心区", "Core"), 0.9m, [new(District, 0.9m)])], 0.9m), context),
            RankIntervalFigure.Name => RankIntervalFigure.Of(new([new(District, 1, 1, 1)]), context),
            CompareFigure.Name => CompareFigure.Of(new([District], [new(Indicator, [0.9m])]), context),
            _ => throw new InvalidOperationException($"No single datum for {name}."),
        };
    }
}
