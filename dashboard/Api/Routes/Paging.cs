using LearningCity.Dashboard.Api.Writing;
using Microsoft.AspNetCore.WebUtilities;

namespace LearningCity.Dashboard.Api.Routes;

/// <summary>Where a page stands among all rows, said in headers so that CSV and Parquet readers know it too.</summary>
public static class Paging
{
    public const string TotalHeader = "X-Total-Count";

    public static void Declare(HttpContext http, RowSelection selection)
    {
        http.Response.Headers[TotalHeader] = selection.Total.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var links = new List<string>();
        if (selection.Page > 1)
        {
            links.Add(Link(http.Request, selection.Page - 1, "prev"));
        }

        if (selection.HasNext)
        {
            links.Add(Link(http.Request, selection.Page + 1, "next"));
        }

        if (links.Count > 0)
        {
            http.Response.Headers.Link = string.Join(", ", links);
        }
    }

    private static string Link(HttpRequest request, int page, string relation)
    {
        var query = request.Query
            .Where(pair => !pair.Key.Equals("page", StringComparison.OrdinalIgnoreCase))
            .Append(new("page", page.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return $"<{QueryHelpers.AddQueryString(request.Path, query)}>; rel=\"{relation}\"";
    }
}
