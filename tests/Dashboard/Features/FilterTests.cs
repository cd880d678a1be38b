using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using LearningCity.Dashboard.Tests.Hosting;

namespace LearningCity.Dashboard.Tests.Features;

/// <summary>Every filter of every page is used as a reader without a script uses it: by its link, or by its list and the button.</summary>
public sealed class FilterTests(SampleDashboard dashboard, DataDashboard data)
{
    private static readonly string[] Filtered =
    [
        "/", "/rankings", "/indicators", "/indicators/D10", "/gaps", "/trends", "/districts", "/districts/110112", "/data/lineage?round=2026&district=110112&indicator=D10",
    ];

    public static TheoryData<string, string> Pages => [.. Filtered.SelectMany(page => new[] { (page, "zh"), (page, "en") })];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_link_and_every_list_of_the_filters_changes_the_page_and_is_shown_as_chosen(string address, string language)
    {
        var page = await dashboard.Chinese.Page(address, language);

        (await FollowLinks(dashboard.Chinese, page) + await FollowLists(dashboard.Chinese, page) + await FollowBoxes(dashboard.Chinese, page))
            .ShouldBeGreaterThan(3);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task The_lists_over_rejected_rows_are_shown_as_chosen(string language)
    {
        var page = await data.Client.Page("/data/rejected", language);

        (await FollowLists(data.Client, page)).ShouldBeGreaterThan(3);
    }

    /// <summary>Segmented choices: the one that was followed is pressed on the page that answers, alone in its group.</summary>
    private static async Task<int> FollowLinks(HttpClient client, IHtmlDocument page)
    {
        var followed = 0;
        foreach (var group in page.QuerySelectorAll("main .segments"))
        {
            foreach (var link in group.QuerySelectorAll("a"))
            {
                var answer = await client.Answer(link.GetAttribute("href")!);
                var same = answer.QuerySelectorAll("main .segments").Single(g => Label(g) == Label(group));
                same.QuerySelectorAll("a[aria-current=true]").Select(a => a.Said()).ShouldBe([link.Said()], Label(group));
                if (link.HasAttribute("aria-current"))
                    Shown(answer).ShouldBe(Shown(page), Label(group));
                else
                    Shown(answer).ShouldNotBe(Shown(page), $"{Label(group)}: {link.Said()}");
                followed++;
            }
        }

        return followed;
    }

    /// <summary>Lists: the choice is the list's value on the page that answers. Of a long list some are chosen.</summary>
    private static async Task<int> FollowLists(HttpClient client, IHtmlDocument page)
    {
        var followed = 0;
        foreach (var list in page.QuerySelectorAll("main form.filters select").OfType<IHtmlSelectElement>())
        {
            var options = list.Options.Select(o => o.Value).ToArray();
            options.ShouldBeUnique();
            foreach (var value in options.Length <= 6 ? options : [.. options[..3], options[^1]])
            {
                var answer = await client.Answer(Address(list.Form!, list.Name!, value));
                answer.QuerySelectorAll($"main form.filters select[name={list.Name}]").OfType<IHtmlSelectElement>().Single().Value.ShouldBe(value, list.Name!);
                followed++;
            }
        }

        return followed;
    }

    /// <summary>Districts picked out: one more is ticked, and stays so.</summary>
    private static async Task<int> FollowBoxes(HttpClient client, IHtmlDocument page)
    {
        var followed = 0;
        foreach (var form in page.QuerySelectorAll("main form.filters").OfType<IHtmlFormElement>())
        {
            if (form.QuerySelectorAll("input[type=checkbox]").OfType<IHtmlInputElement>().FirstOrDefault(b => !b.IsChecked) is not { } box)
                continue;
            var answer = await client.Answer(Address(form, box.Name!, box.Value, adds: true));
            answer.QuerySelectorAll($"main form.filters input[type=checkbox][name={box.Name}]").OfType<IHtmlInputElement>().Single(b => b.Value == box.Value).IsChecked.ShouldBeTrue(box.Name!);
            Shown(answer).ShouldNotBe(Shown(page), box.Name!);
            followed++;
        }

        return followed;
    }

    /// <summary>The address that the form asks for with one of its fields changed.</summary>
    private static string Address(IHtmlFormElement form, string name, string value, bool adds = false)
    {
        var fields = form.Elements.SelectMany(e => e switch
        {
            IHtmlSelectElement list => [new Field(list.Name, list.Value)],
            IHtmlInputElement { Type: "checkbox", IsChecked: false } => [],
            IHtmlInputElement input => [new Field(input.Name, input.Value)],
            _ => Array.Empty<Field>(),
        });
        var sent = fields.Where(f => f.Name is not null && (adds || f.Name != name)).Append(new Field(name, value));
        return form.GetAttribute("action")!.Split('#')[0] + "?" + string.Join('&', sent.Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value ?? "")}"));
    }

    private static string? Label(IElement group) => group.GetAttribute("aria-label");

    private static string Shown(IHtmlDocument page) => page.QuerySelector("main")!.Said();

    private sealed record Field(string? Name, string? Value);
}
