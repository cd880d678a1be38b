using System.Text;
using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Components.Layout;
using LearningCity.Dashboard.Features.Data;
using LearningCity.Dashboard.Features.Methods;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Dashboard.Features.Search;

/// <summary>Finds districts, indicators, rounds, pages and methods by code or name, in Chinese or English whichever the page is in.</summary>
public static class SearchIndex
{
    /// <summary>Those that fit, best first and then in their own order; none for an empty question.</summary>
    public static IReadOnlyList<SearchHit> Find(IEnumerable<Findable> things, string asked)
    {
        var wanted = Plain(asked);
        return wanted.Length == 0
            ? []
            : [.. things.Select(thing => (thing, fit: FitOf(thing, wanted))).Where(h => h.fit is not null)
                .Select(h => new SearchHit(h.thing, h.fit!.Value)).OrderBy(h => h.Fit).ThenBy(h => h.Thing.Kind)];
    }

    /// <summary>Everything that can be found on the page's snapshot; without one, the pages.</summary>
    public static IEnumerable<Findable> Of(PageContext page, CityCatalog catalog) =>
        [.. Districts(page, catalog), .. Indicators(page, catalog), .. Rounds(page), .. Pages(page), .. Methods(page)];

    /// <summary>Text as it is compared: full-width forms as plain ones, small letters, no spaces or marks.</summary>
    internal static string Plain(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c == '.'));

    private static Fit? FitOf(Findable thing, string wanted)
    {
        var names = thing.Names.Select(Plain).ToList();
        return names.Contains(wanted) ? Fit.Exact
            : names.Any(n => n.StartsWith(wanted, StringComparison.Ordinal)) ? Fit.Begins
            : names.Any(n => n.Contains(wanted, StringComparison.Ordinal)) ? Fit.Holds
            : thing.More.Any(m => Plain(m).Contains(wanted, StringComparison.Ordinal)) ? Fit.Described
            : null;
    }

    private static IEnumerable<Findable> Districts(PageContext page, CityCatalog catalog) => catalog.Districts.Select(d => new Findable(
        Found.District, page.Text.Pick(d.NameZh, d.NameEn), d.Code, page.Url.To("/districts/" + d.Code),
        [d.Code, d.NameZh, d.ShortZh, d.NameEn], [d.ZoneZh, d.ZoneEn]));

    /// <summary>Of the framework in view first; of another framework those codes that it alone has.</summary>
    private static IEnumerable<Findable> Indicators(PageContext page, CityCatalog catalog)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var round in page.Rounds.Append(page.Round).OfType<Round>().Reverse())
        {
            foreach (var i in catalog.IndicatorsOf(round.Framework).Where(i => known.Add(i.Code)))
            {
                yield return new Findable(
                    Found.Indicator, $"{page.Text.Pick(i.NumberZh, i.Code)} {page.Text.Pick(i.LabelZh, i.LabelEn)}",
                    page.Text.Say("search.max", Format.MaxPoints(i.MaxPoints)),
                    page.Url.To("/indicators/" + i.Code, ("round", round.Framework == page.Round?.Framework ? page.Url["round"] : round.Code)),
                    [i.Code, i.NumberZh, i.LabelZh, i.LabelEn], [i.TextZh]);
            }
        }
    }

    private static IEnumerable<Findable> Rounds(PageContext page) => page.Rounds.Select(r => new Findable(
        Found.Round, page.Text.Pick(r.NameZh, r.NameEn), Format.Date(r.Date, page.Text), page.Url.To("/", ("round", r.Code)),
        [r.Code, r.NameZh, r.NameEn], []));

    private static IEnumerable<Findable> Pages(PageContext page) =>
        Navigation.Entries.Concat(DataArea.Pages).Append(new NavigationEntry("/about", "nav.about")).Append(new NavigationEntry("/methods/figures", "methods.figures"))
            .Select(e => new Findable(
                Found.Page, page.Text[e.Key], e.Path, page.Url.To(e.Path), [e.Path, e.Path.Trim('/'), Text.Chinese[e.Key], Text.English[e.Key]], About(e)));

    /// <summary>What a page is about, where it says so, in both languages.</summary>
    private static IReadOnlyList<string> About(NavigationEntry entry)
    {
        if (!DataArea.Pages.Contains(entry))
            return [];

        var key = "data.about." + entry.Path[(entry.Path.LastIndexOf('/') + 1)..];
        return [Text.Chinese[key], Text.English[key]];
    }

    private static IEnumerable<Findable> Methods(PageContext page) => MethodList.All.Select(m => new Findable(
        Found.Method, page.Text.Pick(m.Zh, m.En), null, page.Url.To("/methods") + "#" + m.Code, [m.Code, m.Zh, m.En], []));
}
