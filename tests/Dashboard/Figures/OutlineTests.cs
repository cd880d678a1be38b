using System.Globalization;
using System.Text;
using LearningCity.Dashboard.Figures;
using LearningCity.Dashboard.Figures.Outlines;
using LearningCity.Dashboard.Figures.Plots;
using LearningCity.Dashboard.Figures.Rendering;
using LearningCity.Dashboard.Figures.Samples;
using LearningCity.Tests.Support;

namespace LearningCity.Dashboard.Tests.Figures;

/// <summary>Outlines of districts that an operator puts into the data folder.</summary>
public sealed class OutlineTests
{
    private static readonly IReadOnlyList<string> Districts = [.. SampleFigures.Tiles().Districts.Select(d => d.District.Code)];

    public static TheoryData<string, string> Unusable => new()
    {
        { "", "OutlinesUnread" },
        { "{", "OutlinesUnread" },
        { "[]", "OutlinesUnread" },
        { "null", "OutlinesUnread" },
        { """{"type":"FeatureCollection","features":[]}""", "OutlinesUnread" },
        { """{"type":"FeatureCollection","features":[null]}""", "OutlinesUnread" },
        { """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"adcode":"110101"},"geometry":null}]}""", "OutlinesNoDistrict" },
        { """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"adcode":"110101"},"geometry":{"type":"Point","coordinates":[116,40]}}]}""", "OutlinesNoDistrict" },
        { """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"adcode":"110101"},"geometry":{"type":"Polygon","coordinates":[[[116,40],[117,40],[117,41]]]}}]}""", "OutlinesUnread" },
        { """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"adcode":"110101"},"geometry":{"type":"Polygon","coordinates":"far"}}]}""", "OutlinesUnread" },
        { Collection(Square("110101", 500_000, 4_400_000, 1000)), "OutlinesNotDegrees" },
        { new string('[', 100_000), "OutlinesUnread" },
        { """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":""" + new string('[', 40) + new string(']', 40) + """},"geometry":null}]}""", "OutlinesUnread" },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void A_file_that_cannot_be_used_is_refused_in_words_and_the_tiles_stay(string content, string word)
    {
        var outlines = Read(content)!;

        outlines.Fault!.Value.Key.ShouldBe(word);
        foreach (var language in Enum.GetValues<FigureLanguage>())
        {
            var figure = TileMapFigure.Of(SampleFigures.Tiles(), FigureSamples.Context(language) with { Outlines = outlines });
            figure.Note!.ShouldContain("boundaries.geojson");
            SvgReading.Of(FigureSvg.Inline(figure, FigureWidths.Medium, "x")).Marks.Count.ShouldBe(Districts.Count);
        }
    }

    [Fact]
    public void Without_a_file_there_is_nothing_to_say()
    {
        using var folder = new TempFolder();

        OutlineFile.Read(folder.File("boundaries.geojson")).ShouldBeNull();
    }

    [Fact]
    public void A_file_with_too_many_points_is_refused() =>
        Read(Collection(Ring("110101", OutlineFile.MostPoints + 10)))!.Fault!.Value.Key.ShouldBe("OutlinesTooMany");

    [Fact]
    public void A_file_that_is_too_large_is_refused_without_being_read()
    {
        using var folder = new TempFolder();
        var path = folder.File("boundaries.geojson");
        using (var file = File.Create(path))
            file.SetLength((OutlineFile.MostMegabytes << 20) + 1);

        OutlineFile.Read(path)!.Fault!.Value.Key.ShouldBe("OutlinesTooLarge");
    }

    [Theory]
    [InlineData(FigureLanguage.Zh, FigureWidths.Medium)]
    [InlineData(FigureLanguage.En, FigureWidths.Narrow)]
    public void Where_every_district_has_an_outline_the_map_is_drawn_in_outlines_with_the_same_marks(FigureLanguage language, int width)
    {
        var outlines = Read(Collection([.. Districts.Select((code, i) => Square(code, 115.5 + i % 4 * 0.5, 39.5 + i / 4 * 0.4, 0.4))]))!;
        var figure = TileMapFigure.Of(SampleFigures.Tiles(), FigureSamples.Context(language) with { Outlines = outlines });
        var svg = SvgReading.Of(FigureSvg.Inline(figure, width, "x"));

        outlines.Fault.ShouldBeNull();
        svg.Marks.Count.ShouldBe(Districts.Count);
        svg.Marks.ShouldAllBe(m => m.Href != null);
        FigureTests.Overlaps(svg).ShouldBeEmpty();
        svg.Texts.ShouldAllBe(t => t.Box.Left >= 0 && t.Box.Right <= svg.Width && t.Box.Top >= 0 && t.Box.Bottom <= svg.Height);
        svg.Texts.ShouldContain(t => t.Text == "1");
        figure.Note.ShouldBe(FigureWords.Get(language, "NoteOutlines"));
    }

    [Fact]
    public void Where_a_district_has_no_outline_tiles_are_drawn_and_it_is_named()
    {
        var outlines = Read(Collection([.. Districts.Skip(1).Select((code, i) => Square(code, 115.5 + i % 4 * 0.5, 39.5 + i / 4 * 0.4, 0.4))]))!;
        var figure = TileMapFigure.Of(SampleFigures.Tiles(), FigureSamples.Context(FigureLanguage.Zh) with { Outlines = outlines });

        figure.Note!.ShouldContain(SampleFigures.Tiles().Districts[0].District.In(FigureLanguage.Zh));
    }

    [Fact]
    public void An_outline_that_crosses_itself_is_drawn_all_the_same()
    {
        var bow = """{"type":"Feature","properties":{"district":"DD"},"geometry":{"type":"Polygon","coordinates":[[[115.5,39.5],[116.5,40.5],[116.5,39.5],[115.5,40.5],[115.5,39.5]]]}}""";
        var outlines = Read(Collection([.. Districts.Select((code, i) => i == 0 ? bow.Replace("DD", code) : Square(code, 115.5 + i % 4 * 0.5, 39.5 + i / 4 * 0.4, 0.4))]))!;
        var figure = TileMapFigure.Of(SampleFigures.Tiles(), FigureSamples.Context(FigureLanguage.Zh) with { Outlines = outlines });

        SvgReading.Of(FigureSvg.Inline(figure, FigureWidths.Medium, "x")).Marks.Count.ShouldBe(Districts.Count);
    }

    private static OutlineSet? Read(string content)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("boundaries.geojson"), content);
        return OutlineFile.Read(folder.File("boundaries.geojson"));
    }

    private static string Collection(params string[] features) => $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""";

    private static string Square(string code, double x, double y, double side) => Feature(code, [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)]);

    private static string Ring(string code, int points) => Feature(code, [.. Enumerable.Range(0, points).Append(0)
        .Select(i => (116 + Math.Cos(2 * Math.PI * i / points), 40 + Math.Sin(2 * Math.PI * i / points)))]);

    private static string Feature(string code, IEnumerable<(double X, double Y)> ring)
    {
        var text = new StringBuilder();
        foreach (var (x, y) in ring)
            text.Append(CultureInfo.InvariantCulture, $"{(text.Length == 0 ? "" : ",")}[{x:0.######},{y:0.######}]");
        return """{"type":"Feature","properties":{"adcode":CODE},"geometry":{"type":"Polygon","coordinates":[[RING]]}}""".Replace("CODE", code).Replace("RING", text.ToString());
    }
}
