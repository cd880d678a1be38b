using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using LearningCity.Dashboard.Tests.Hosting;

namespace LearningCity.Dashboard.Tests.Features;

/// <summary>Each page by the rules of HTML: the parser's faults, and the rules of content that a browser mends in silence.</summary>
public sealed class ValidMarkupTests(SampleDashboard dashboard)
{
    private static readonly string[] Phrasing = ["p", "h1", "h2", "h3", "h4", "span", "label", "summary", "button", "caption", "dt", "legend"];

    private static readonly string[] Blocks = ["div", "p", "table", "ul", "ol", "dl", "section", "figure", "form", "header", "h1", "h2", "h3", "h4", "details", "fieldset"];

    public static TheoryData<string, string> Pages => PageClient.PagesInBothLanguages();

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_valid(string address, string language)
    {
        var markup = await dashboard.Chinese.GetStringAsync(PageClient.In(address, language), TestContext.Current.CancellationToken);

        Faults(markup).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<p><div>x</div></p>")]
    [InlineData("<ul><p>x</p></ul>")]
    [InlineData("<a href='/'>x<a href='/'>y</a></a>")]
    [InlineData("<p id='a' id='b'>x</p>")]
    [InlineData("<p>x</b></p>")]
    [InlineData("<span><ul><li>x</li></ul></span>")]
    [InlineData("<table><tr><td>x</td><p>y</p></tr></table>")]
    [InlineData("<label for='nowhere'>x</label>")]
    [InlineData("<p aria-labelledby='nowhere'>x</p>")]
    [InlineData("<button><a href='/'>x</a></button>")]
    [InlineData("<p>a & b &nosuch; <</p>")]
    public void What_is_not_valid_is_found(string body) =>
        Faults($"<!DOCTYPE html><html lang=\"en\"><head><title>x</title></head><body>{body}</body></html>").ShouldNotBeEmpty();

    private static List<string> Faults(string markup)
    {
        var faults = new List<string>();
        var parser = new HtmlParser(default, BrowsingContext.New());
        parser.Error += (_, fault) =>
        {
            // The parser compares the end of an SVG element with its small letters: clipPath is the one that figures have.
            if (fault is AngleSharp.Html.Dom.Events.HtmlErrorEvent error && !Around(markup, error.Position.Position).Contains("</clipPath>", StringComparison.Ordinal))
                faults.Add($"{error.Message} at {error.Position}: {Around(markup, error.Position.Position)}");
        };
        Content(parser.ParseDocument(markup), faults);
        return faults;
    }

    private static void Content(IHtmlDocument page, List<string> faults)
    {
        void Say(string rule, IEnumerable<IElement> elements) => faults.AddRange(elements.Select(e => $"{rule}: {e.OuterHtml[..Math.Min(120, e.OuterHtml.Length)]}"));

        Say("a block within a phrase", page.All.Where(e => Blocks.Contains(e.LocalName) && e.ParentElement is { } p && Phrasing.Contains(p.LocalName) && !(p.LocalName is "summary" or "legend" && e.LocalName[0] == 'h')));
        Say("not a list item", page.QuerySelectorAll("ul > :not(li), ol > :not(li)"));
        Say("a list item outside a list", page.QuerySelectorAll("li").Where(e => e.ParentElement?.LocalName is not ("ul" or "ol" or "menu")));
        Say("a control within a control", page.QuerySelectorAll("a a, a button, button a, a input, button input, label label"));
        Say("a form within a form", page.QuerySelectorAll("form form"));
        Say("refers to what is not there", page.All.Where(e => new[] { "for", "aria-labelledby", "aria-describedby", "aria-controls", "list" }
            .Any(name => e.GetAttribute(name) is { } ids && ids.Split(' ').Any(id => page.GetElementById(id) is null))));
        Say("an id twice", page.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(same => same.Count() > 1).Select(same => same.First()));
        Say("an id with a blank or none", page.QuerySelectorAll("[id]").Where(e => string.IsNullOrEmpty(e.Id) || e.Id.Any(char.IsWhiteSpace)));
        Say("a description list of other things", page.QuerySelectorAll("dl > :not(dt, dd, div)"));
        Say("a caption that is not first", page.QuerySelectorAll("caption").Where(e => e.PreviousElementSibling is not null));
        Say("a row whose cells do not fill the table", page.QuerySelectorAll("table").OfType<IHtmlTableElement>().SelectMany(Ragged));
        Say("a time that is none", page.QuerySelectorAll("time[datetime]").Where(e => !DateTimeOffset.TryParse(e.GetAttribute("datetime"), System.Globalization.CultureInfo.InvariantCulture, out _)));
    }

    /// <summary>Rows of a body with more or fewer columns than its first one.</summary>
    private static IEnumerable<IElement> Ragged(IHtmlTableElement table)
    {
        var rows = table.Bodies.SelectMany(b => b.Rows).Where(r => !r.Cells.OfType<IHtmlTableCellElement>().Any(c => c.RowSpan > 1)).ToList();
        return rows.Where(r => rows[0].Cells.OfType<IHtmlTableCellElement>().Sum(c => c.ColumnSpan) != r.Cells.OfType<IHtmlTableCellElement>().Sum(c => c.ColumnSpan));
    }

    private static string Around(string text, int at) => text[Math.Clamp(at - 60, 0, text.Length)..Math.Clamp(at + 40, 0, text.Length)];
}
