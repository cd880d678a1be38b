using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace LearningCity.Dashboard.Tests.Features;

/// <summary>Reads pages as a browser does, without a script.</summary>
internal static class PageClient
{
    /// <summary>An address of every page, with the filters that change what it shows.</summary>
    public static IReadOnlyList<string> Pages { get; } =
    [
        "/", "/?round=2023", "/rankings", "/rankings?round=2024&of=self&by=D&zone=ECO&sort=-gap", "/rankings?pick=110101&pick=110119", "/rankings?of=adjusted&sort=-moved",
        "/indicators", "/indicators?show=gap&across=110112", "/indicators?show=change&zone=CORE&sort=D10", "/indicators?show=rank&round=2025",
        "/indicators/D10", "/indicators/O3?round=2023&sort=-gap", "/gaps", "/gaps?zone=NEWTOWN&round=2024", "/gaps?zone=SUBCENTER",
        "/trends", "/trends?district=110109&indicator=D10", "/trends?by=O&of=self", "/districts", "/districts?round=2023",
        "/districts/110112", "/districts/110112?peers=zone&if-O3=6", "/districts/110112?peers=nearest&with=110105&with=110108&with=110101", "/districts/110109?round=2023", "/methods", "/methods/figures", "/about",
        "/data", "/data/snapshots", "/data/loads", "/data/loads/1", "/data/rejected", "/data/rejected?district=110112", "/data/checks", "/data/lineage",
        "/data/lineage?round=2026&district=110112&indicator=D10", "/data/dictionary", "/data/downloads", "/search", "/search?q=%E5%B7%9E", "/search?q=xyzzy", "/sql",
    ];

    public static TheoryData<string, string> PagesInBothLanguages()
    {
        var data = new TheoryData<string, string>();
        foreach (var page in Pages)
        {
            data.Add(page, "zh");
            data.Add(page, "en");
        }

        return data;
    }

    public static Task<IHtmlDocument> Page(this HttpClient client, string address, string language = "zh", HttpStatusCode status = HttpStatusCode.OK) =>
        client.Answer(In(address, language), status);

    /// <summary>The page at an address as it stands in a link.</summary>
    public static async Task<IHtmlDocument> Answer(this HttpClient client, string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await client.GetAsync(address, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(status, body);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        return new HtmlParser(new HtmlParserOptions(), BrowsingContext.New()).ParseDocument(body);
    }

    public static string In(string address, string language) => address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=" + language;

    /// <summary>The text of an element with single spaces.</summary>
    public static string Said(this IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The cells of the rows of a table's bodies.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(this IElement table) =>
        [.. table.QuerySelectorAll("tbody tr").Select(row => row.Children.Select(Said).ToArray())];
}
