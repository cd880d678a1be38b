using System.Collections.Concurrent;
using System.Text;
using LearningCity.Dashboard.Figures;
using LearningCity.Dashboard.Figures.Plots;
using LearningCity.Dashboard.Figures.Rendering;
using LearningCity.Dashboard.Figures.Samples;

namespace LearningCity.Dashboard.Tests.Figures;

public sealed class FigureTests
{
    private static readonly ConcurrentDictionary<(string Name, FigureLanguage Language, int Width), SvgReading> Drawn = new();
    private static readonly SampleCity City = new();
    private static readonly int Last = SampleCity.LastRound;

    public static TheoryData<string, FigureLanguage, int> All => FigureSamples.All();

    public static TheoryData<string, FigureLanguage> Named => FigureSamples.Named();

    [Theory]
    [MemberData(nameof(All))]
    public void No_label_is_cut_at_an_edge(string name, FigureLanguage language, int width)
    {
        var svg = Inline(name, language, width);

        foreach (var text in svg.Texts)
        {
            text.Box.Left.ShouldBeGreaterThanOrEqualTo(0, text.ToString());
            text.Box.Top.ShouldBeGreaterThanOrEqualTo(0, text.ToString());
            text.Box.Right.ShouldBeLessThanOrEqualTo((float)svg.Width, text.ToString());
            text.Box.Bottom.ShouldBeLessThanOrEqualTo((float)svg.Height, text.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_label_stands_on_another(string name, FigureLanguage language, int width) => Overlaps(Inline(name, language, width)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(All))]
    public void No_line_of_a_downloaded_sheet_is_cut_or_stands_on_another(string name, FigureLanguage language, int width)
    {
        var svg = SvgReading.Of(FigureSvg.Standalone(FigureSamples.Of(name, language), width, FigurePalette.Light));

        Overlaps(svg).ShouldBeEmpty();
        svg.Texts.ShouldAllBe(t => t.Box.Left >= 0 && t.Box.Right <= svg.Width && t.Box.Bottom <= svg.Height);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_datum_has_a_mark_on_its_shape(string name, FigureLanguage language, int width)
    {
        var svg = Inline(name, language, width);

        svg.Marks.Count.ShouldBe(Data(name));
        foreach (var mark in svg.Marks)
        {
            mark.Box.Left.ShouldBeGreaterThanOrEqualTo(0, mark.Title);
            mark.Box.Right.ShouldBeLessThanOrEqualTo((float)svg.Width, mark.Title);
            mark.Box.Top.ShouldBeGreaterThanOrEqualTo(-4, mark.Title);
            mark.Box.Bottom.ShouldBeLessThanOrEqualTo((float)svg.Height + 4, mark.Title);
            var (x, y) = (mark.Box.MidX, mark.Box.MidY);
            svg.Shapes.ShouldContain(s => Math.Abs(s.MidX - x) < 1.5 && Math.Abs(s.MidY - y) < 1.5 && s.Width <= mark.Box.Width + 1, $"nothing is drawn under {mark.Title}");
        }
    }

    [Theory]
    [MemberData(nameof(Named))]
    public void A_mark_says_name_and_value_and_leads_somewhere_in_the_same_language(string name, FigureLanguage language)
    {
        var svg = Inline(name, language, FigureWidths.Wide);

        foreach (var mark in svg.Marks)
        {
            mark.Label.ShouldBe(mark.Title);
            mark.Label.ShouldContain(' ');
            if (mark.Href is null) mark.TabIndex.ShouldBe("0");
            else mark.Href.Contains("lang=en", StringComparison.Ordinal).ShouldBe(language == FigureLanguage.En, mark.Href);
        }

        svg.Marks.ShouldContain(m => m.Href != null);
    }

    [Theory]
    [MemberData(nameof(Named))]
    public void Text_stays_text_with_the_code_points_that_people_search_for(string name, FigureLanguage language)
    {
        var figure = FigureSamples.Of(name, language);
        var svg = SvgReading.Of(FigureSvg.Standalone(figure, FigureWidths.Wide, FigurePalette.Light));
        var texts = svg.Texts.Select(t => t.Text).ToList();

        texts.ShouldAllBe(t => t == t.Normalize(NormalizationForm.FormC) && !t.Any(c => c >= '\u2e80' && c <= '\u2fdf'));
        texts.ShouldAllBe(t => SvgReading.Draws(t));
        string.Concat(texts).ShouldContain(figure.Title);
        foreach (var expected in Names(name, language)) texts.ShouldContain(t => t.Contains(expected, StringComparison.Ordinal), expected);
    }

    [Theory]
    [MemberData(nameof(Named))]
    public void A_figure_on_a_page_is_an_image_with_title_and_description_and_its_marks_beside_it(string name, FigureLanguage language)
    {
        var figure = FigureSamples.Of(name, language);
        var svg = Inline(name, language, FigureWidths.Medium);
        var image = svg.Root.Elements().Single(e => (string?)e.Attribute("role") == "img");

        image.Elements().First().Value.ShouldBe(figure.Title);
        image.Elements().Skip(1).First().Value.ShouldBe(figure.Description);
        image.Attribute("aria-labelledby")!.Value.ShouldBe("x-t x-d");
        image.Descendants().ShouldNotContain(e => e.Name.LocalName == "a");
        figure.Description.Length.ShouldBeGreaterThan(10);
        svg.Root.ToString().ShouldNotContain("7e01", Case.Insensitive);
        svg.Root.ToString().ShouldNotContain("NaN", Case.Sensitive);
    }

    [Theory]
    [MemberData(nameof(Named))]
    public void The_same_input_gives_the_same_bytes_also_when_many_draw_at_once(string name, FigureLanguage language)
    {
        var figure = FigureSamples.Of(name, language);
        var png = FigurePng.Standalone(figure, FigureWidths.Narrow, FigurePalette.Light, 1);
        var svg = FigureSvg.Inline(figure, FigureWidths.Narrow, "x");

        var again = Enumerable.Range(0, 4).AsParallel().Select(_ => (
            Png: FigurePng.Standalone(FigureSamples.Of(name, language), FigureWidths.Narrow, FigurePalette.Light, 1),
            Svg: FigureSvg.Inline(FigureSamples.Of(name, language), FigureWidths.Narrow, "x"))).ToList();

        again.ShouldAllBe(a => a.Png.SequenceEqual(png) && a.Svg == svg);
    }

    [Theory]
    [MemberData(nameof(Named))]
    public void Each_theme_has_a_picture_of_its_own(string name, FigureLanguage language)
    {
        var figure = FigureSamples.Of(name, language);
        var pictures = new[] { FigurePalette.Light, FigurePalette.Dark, FigurePalette.Print }
            .Select(p => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(FigurePng.Standalone(figure, FigureWidths.Narrow, p, 1)))).ToList();

        pictures.Distinct().Count().ShouldBe(3);
    }

    [Theory]
    [MemberData(nameof(Named))]
    public void Without_data_a_figure_says_so_in_words(string name, FigureLanguage language)
    {
        var figure = FigureCatalog.Find(name)!.Nothing(FigureSamples.Context(language));

        figure.Empty.ShouldNotBeNullOrWhiteSpace();
        var svg = SvgReading.Of(FigureSvg.Standalone(figure, FigureWidths.Narrow, FigurePalette.Light));
        string.Concat(svg.Texts.Select(t => t.Text)).Replace(" ", "", StringComparison.Ordinal).ShouldContain(figure.Empty.Replace(" ", "", StringComparison.Ordinal));
        Overlaps(svg).ShouldBeEmpty();
        FigurePng.Standalone(figure, FigureWidths.Narrow, FigurePalette.Light, 1).Length.ShouldBeGreaterThan(500);
    }

    /// <summary>Texts whose ink overlaps by more than a hair.</summary>
    internal static IReadOnlyList<string> Overlaps(SvgReading svg)
    {
        var found = new List<string>();
        for (var i = 0; i < svg.Texts.Count; i++)
        {
            for (var j = i + 1; j < svg.Texts.Count; j++)
            {
                var (a, b) = (svg.Texts[i].Box, svg.Texts[j].Box);
                if (Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left) > 0.5 && Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top) > 0.5)
                    found.Add($"{svg.Texts[i]} and {svg.Texts[j]}");
            }
        }

        return found;
    }

    /// <summary>Several tests look at the same picture; it is drawn and read once.</summary>
    private static SvgReading Inline(string name, FigureLanguage language, int width) => Drawn.GetOrAdd(
        (name, language, width), key => SvgReading.Of(FigureSvg.Inline(FigureSamples.Of(key.Name, key.Language), key.Width, "x")));

    /// <summary>How many data the sample has, counted here and not by the figure.</summary>
    private static int Data(string name)
    {
        var districts = Enumerable.Range(0, SampleCity.Districts.Count).ToList();
        var rounds = Enumerable.Range(0, SampleCity.Rounds.Count).ToList();
        var complete = districts.Count(d => City.Total(Last, d) is not null);
        var ranked = rounds.Sum(r => districts.Count(d => City.Total(r, d) is not null));
        return name switch
        {
            TotalsFigure.Name or AgreementFigure.Name or ZonesFigure.Name or RankIntervalFigure.Name => complete,
            TileMapFigure.Name => districts.Count,
            BumpFigure.Name => ranked,
            ImportanceFigure.Name or SpineFigure.Name => SampleCity.Indicators.Count,
            IndicatorSpreadFigure.Name => districts.Count(d => City.Expert(Last, d, 3) is not null),
            DumbbellFigure.Name => 2 * complete,
            TrendFigure.Name => ranked + rounds.Count,
            CompareFigure.Name => new[] { 8, 2, 12 }.Sum(d => Enumerable.Range(0, SampleCity.Indicators.Count).Count(i => City.Expert(Last, d, i) is not null)),
            SlopeFigure.Name => 2 * districts.Count(d => City.Total(0, d) is not null && City.Total(Last, d) is not null),
            _ => throw new InvalidOperationException($"No count for {name}: say how many data its sample has."),
        };
    }

    /// <summary>Names that must be readable in the wide figure.</summary>
    private static IEnumerable<string> Names(string name, FigureLanguage language) => name switch
    {
        ImportanceFigure.Name => SampleCity.Indicators.Select(i => i.Named.NumberIn(language)),
        SpineFigure.Name or CompareFigure.Name => SampleCity.Indicators.Select(i => i.Named.In(language)),
        ZonesFigure.Name => SampleCity.Zones.Select(z => z.In(language)),
        TileMapFigure.Name or IndicatorSpreadFigure.Name => SampleCity.Districts.Select(d => d.Named.ShortIn(language)),
        TrendFigure.Name => new[] { 4, 8, 15 }.Select(d => SampleCity.Districts[d].Named.ShortIn(language)),
        _ => Enumerable.Range(0, SampleCity.Districts.Count).Where(d => City.Total(0, d) is not null && City.Total(Last, d) is not null)
            .Select(d => SampleCity.Districts[d].Named.ShortIn(language)),
    };
}
