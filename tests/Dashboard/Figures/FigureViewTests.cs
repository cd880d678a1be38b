using AngleSharp.Html.Parser;
using LearningCity.Dashboard.Figures;
using LearningCity.Dashboard.Figures.Cells;
using LearningCity.Dashboard.Figures.Plots;
using LearningCity.Dashboard.Figures.Rendering;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LearningCity.Dashboard.Tests.Figures;

public sealed class FigureViewTests
{
    [Fact]
    public async Task A_figure_stands_on_the_page_with_caption_source_downloads_and_table()
    {
        var figure = FigureSamples.Of(DumbbellFigure.Name, FigureLanguage.Zh);
        RenderFragment table = builder => builder.AddMarkupContent(0, "<table id=\"same-data\"><tr><td>93.70</td></tr></table>");

        var page = await Render<FigureView>(new() { ["Figure"] = figure, ["ChildContent"] = table, ["Level"] = 3 });

        page.QuerySelector("figure > figcaption h3")!.TextContent.ShouldBe(figure.Title);
        page.QuerySelectorAll("figure svg[role=img] > title").Length.ShouldBe(3);
        page.QuerySelectorAll(".fig-links a").Select(a => a.GetAttribute("href")).ShouldBe(
        [
            "/figures/gaps.png?round=2026&snapshot=20261103T021500Z-7c1e90ab&lang=zh", "/figures/gaps.svg?round=2026&snapshot=20261103T021500Z-7c1e90ab&lang=zh",
        ]);
        page.QuerySelector(".fig-foot")!.TextContent.ShouldContain("单位：分；n = 15；轮次：2026年评估；数据快照 20261103T021500Z-7c1e90ab；示例数据");
        page.QuerySelector("details #same-data").ShouldNotBeNull();
        page.QuerySelectorAll("[id]").Select(e => e.Id).ShouldBeUnique();
        page.QuerySelectorAll("[style]").Length.ShouldBe(0);
    }

    [Fact]
    public async Task All_figures_of_the_house_can_share_one_page_in_either_language()
    {
        foreach (var language in Enum.GetValues<FigureLanguage>())
        {
            var page = await Render<FigureGallery>(new() { ["Language"] = language });

            page.QuerySelectorAll("section > figure").Length.ShouldBe(FigureCatalog.All.Count);
            page.QuerySelectorAll("[id]").Select(e => e.Id).ShouldBeUnique();
            page.QuerySelectorAll(".fig-links").Length.ShouldBe(0, "made-up data have no files");
        }
    }

    [Fact]
    public async Task Without_data_the_words_stand_where_the_figure_would()
    {
        var figure = FigureCatalog.Find(TileMapFigure.Name)!.Nothing(FigureSamples.Context(FigureLanguage.En));

        var page = await Render<FigureView>(new() { ["Figure"] = figure });

        page.QuerySelector(".fig-empty")!.TextContent.ShouldBe("No district has complete scores in this round.");
        page.QuerySelector("svg").ShouldBeNull();
    }

    [Fact]
    public async Task A_half_figure_leaves_out_the_full_width()
    {
        var page = await Render<FigureView>(new() { ["Figure"] = FigureSamples.Of(TotalsFigure.Name, FigureLanguage.En), ["Half"] = true });

        page.QuerySelectorAll(".fig-picture > svg").Select(s => s.GetAttribute("width")).ShouldBe(["680", "358"]);
    }

    [Fact]
    public async Task Cells_place_values_on_the_scale_of_their_column()
    {
        var strip = await Render<IntervalStrip>(new() { ["Rank"] = 7, ["Low"] = 5, ["High"] = 11, ["Count"] = 16, ["Words"] = "第 7 名，5–11" });
        strip.QuerySelector("svg")!.GetAttribute("role").ShouldBe("img");
        strip.QuerySelector("circle")!.GetAttribute("cx").ShouldBe("49");

        var spark = await Render<Sparkline>(new() { ["Values"] = new decimal?[] { 0.8m, null, 0.9m, 0.7m }, ["Breaks"] = new[] { 3 } });
        spark.QuerySelector("svg")!.GetAttribute("aria-hidden").ShouldBe("true");
        spark.QuerySelectorAll("circle").Length.ShouldBe(3);
        spark.QuerySelectorAll("path").Length.ShouldBe(0, "a missing round and a break leave nothing to join");

        var bar = await Render<StackedBar>(new() { ["Parts"] = new[] { new BarPart(Ink.Series1, 40), new BarPart(Ink.Series2, 40) }, ["Max"] = 100m });
        bar.QuerySelectorAll("rect").Select(r => r.GetAttribute("x")).ShouldBe(["0", "80"]);

        var gap = await Render<GapCell>(new() { ["Gap"] = (decimal?)-5m, ["Limit"] = 10m });
        gap.QuerySelector("rect")!.GetAttribute("fill")!.ShouldContain("--fig-expert");
        gap.QuerySelector("rect")!.GetAttribute("width").ShouldBe("24.5");
    }

    private static async Task<AngleSharp.Dom.IDocument> Render<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using var services = new ServiceCollection().AddFigures().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        return await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);
    }
}
