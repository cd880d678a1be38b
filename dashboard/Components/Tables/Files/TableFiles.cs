using System.Data;
using System.Globalization;
using System.Text;
using AngleSharp;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CsvHelper;
using LearningCity.Dashboard.Api;
using LearningCity.Dashboard.Api.Asking;
using LearningCity.Dashboard.Api.Writing;
using LearningCity.Dashboard.Hosting;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Exports;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace LearningCity.Dashboard.Components.Tables.Files;

/// <summary>Each table of a page as a file: the address of the page with <c>table=NAME&amp;as=csv|xlsx</c>. What is downloaded is what is
/// shown, with the filters and the order of the page and under the page's own rule of access, because it is read from the page itself.</summary>
public static class TableFiles
{
    public const string Table = "table";
    public const string As = "as";

    private static readonly string[] Formats = ["csv", "xlsx"];

    /// <summary>Address of a table of the page in view.</summary>
    public static string Href(PageUrl url, string table, string format) => url.With((Table, table), (As, format));

    /// <summary>Lets every page answer for its tables.</summary>
    public static TBuilder WithTableFiles<TBuilder>(this TBuilder pages)
        where TBuilder : IEndpointConventionBuilder
    {
        pages.Finally(endpoint =>
        {
            if (endpoint.RequestDelegate is { } page)
                endpoint.RequestDelegate = http => Answer(http, page);
        });
        return pages;
    }

    private static async Task Answer(HttpContext http, RequestDelegate page)
    {
        if (http.Request.Query[As] is not [{ Length: > 0 } format] || http.Request.Query[Table] is not [{ Length: > 0 } name])
        {
            await page(http);
            return;
        }

        if (!Formats.Contains(format))
        {
            await Problems.Of([Parameters.Among(As, format, Formats)!]).ExecuteAsync(http);
            return;
        }

        using var shown = await Render(http, page);
        var document = new HtmlParser(default, BrowsingContext.New()).ParseDocument(shown);
        var names = PageTable.Names(document);
        if (PageTable.Of(document, name) is { } table)
            await Write(http, document, table, name, format);
        else if (names.Count > 0)
            await Problems.Of([Parameters.Among(Table, name, names)!]).ExecuteAsync(http);
        else
            await Show(http, shown);
    }

    /// <summary>The page, kept from the wire.</summary>
    private static async Task<MemoryStream> Render(HttpContext http, RequestDelegate page)
    {
        var wire = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var shown = new MemoryStream();
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(shown));
        try
        {
            await page(http);
            await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
        }
        finally
        {
            http.Features.Set(wire);
        }

        shown.Position = 0;
        return shown;
    }

    /// <summary>A page without tables says by itself what is the matter: no such round, nothing published.</summary>
    private static async Task Show(HttpContext http, MemoryStream shown)
    {
        shown.Position = 0;
        await shown.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    private static async Task Write(HttpContext http, IHtmlDocument document, PageTable table, string name, string format)
    {
        using var file = new MemoryStream();
        if (format == "csv")
            Csv(file, table);
        else
            Xlsx(file, table, name, About(http, document));

        var response = http.Response;
        response.ContentType = format == "csv" ? CsvRows.ContentType : XlsxRows.ContentType;
        response.ContentLength = file.Length;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = FileName(http, name, format) }.ToString();
        file.Position = 0;
        await file.CopyToAsync(response.Body, http.RequestAborted);
    }

    private static string FileName(HttpContext http, string name, string format)
    {
        var snapshot = http.RequestServices.GetRequiredService<RequestSnapshot>().Info;
        var page = string.Join('-', http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries).DefaultIfEmpty("overview"));
        return string.Join('-', new[] { snapshot?.Sample == true ? "sample" : null, page, name, http.Request.Query["round"].FirstOrDefault(), snapshot?.Id }
            .Where(part => !string.IsNullOrEmpty(part)).Select(part => string.Concat(part!.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-')))) + "." + format;
    }

    private static void Csv(Stream stream, PageTable table)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        using var csv = new CsvWriter(text, CsvRows.Configuration);
        foreach (var line in table.Rows.Prepend([.. table.Heads]))
        {
            foreach (var value in line)
                csv.WriteField(CsvRows.Text(value));
            csv.NextRecord();
        }
    }

    private static void Xlsx(Stream stream, PageTable table, string name, IReadOnlyList<AboutRow> about)
    {
        var sheet = new DataTable { Locale = CultureInfo.InvariantCulture };
        for (var c = 0; c < table.Heads.Count; c++)
        {
            // Two columns of one name are no two columns to a data table.
            var head = table.Heads[c].Length == 0 ? "#" : table.Heads[c];
            var same = table.Heads.Take(c).Count(h => h == table.Heads[c]);
            sheet.Columns.Add(same == 0 ? head : $"{head} {same + 1}", table.Rows.Any(r => r[c] is string) ? typeof(string) : typeof(decimal));
        }

        foreach (var row in table.Rows)
            sheet.Rows.Add([.. row.Select(value => value switch { null => DBNull.Value, string text => Sheets.Text(text), _ => value })]);
        Sheets.Write(stream, new Dictionary<string, object> { [name] = sheet, ["about"] = about });
    }

    /// <summary>Title, what it counts and the filters as the page states them, the address that shows it again, and the snapshot.</summary>
    private static List<AboutRow> About(HttpContext http, IHtmlDocument document)
    {
        var text = Text.Current;
        var url = PageUrl.From(http.Request);
        var info = http.RequestServices.GetRequiredService<RequestSnapshot>().Info;
        var rows = new List<AboutRow>
        {
            new(text["file.page"], Line(document.QuerySelector("h1")?.TextContent)),
            new(text["file.shows"], Line(document.QuerySelector("h1 + p")?.TextContent)),
            new(text["file.filters"], string.Join(text["list.semicolon"], document.QuerySelectorAll("main .segments a[aria-current=true]").Select(c => Line(c.TextContent)))),
            new(text["file.address"], $"{http.Request.Scheme}://{http.Request.Host}{(url with { Query = [.. url.Except(Table, As, "snapshot")] }).With(("snapshot", info?.Id))}"),
        };
        return info is null ? rows : [.. rows, .. XlsxRows.About(info)];
    }

    private static string Line(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
