using LearningCity.Dashboard.Access;
using LearningCity.Dashboard.Components;

namespace LearningCity.Dashboard.Features.DataSnapshots;

/// <summary>/data/diff?a=…&amp;b=…: where the form that chooses two snapshots leads.</summary>
public static class DiffChoice
{
    public static void MapDiffChoice(this WebApplication app) => app.MapGet("/data/diff", (HttpRequest request) =>
    {
        var url = PageUrl.From(request);
        return url["a"] is { } a && url["b"] is { } b
            ? Results.LocalRedirect(url.To($"/data/snapshots/{Uri.EscapeDataString(a)}/diff/{Uri.EscapeDataString(b)}"))
            : Results.LocalRedirect(url.To("/data/snapshots"));
    }).Rule(Rule.City).ExcludeFromDescription();
}
