using LearningCity.Dashboard.Components.Filters;
using LearningCity.Dashboard.Components.Tables;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Dashboard.Components;

/// <summary>An open snapshot and the filters of the request. A value that is not known is refused in <see cref="PageContext"/> and read as
/// the default, so that a page's reading stays a straight line.</summary>
public sealed class PageReading(PageContext page, SnapshotReader snapshot, Round round)
{
    public const string Total = "total";

    public SnapshotReader Snapshot => snapshot;

    public CityCatalog Catalog => snapshot.Catalog;

    public Round Round => round;

    public Text Text => page.Text;

    public PageUrl Url => page.Url;

    public IReadOnlyList<Round> Rounds => page.Rounds;

    public Framework Framework => Catalog.Frameworks.First(f => f.Code == round.Framework);

    public IReadOnlyList<Dimension> Dimensions { get; } = page.Dimensions;

    public IReadOnlyList<Indicator> Indicators { get; } = page.Indicators;

    /// <param name="other">What the parameter may also be on this page; it is read elsewhere.</param>
    public Rater Of(params string[] other) =>
        OneOf("of", "expert", ["expert", "self", .. other], key => Text["of." + key]) == "self" ? Rater.Self : Rater.Expert;

    /// <summary>total or the code of a dimension.</summary>
    public string By() => OneOf(
        "by", Total, [Total, .. Dimensions.Select(d => d.Code)],
        code => code == Total ? Text["by.total"] : Name(Dimensions.First(d => d.Code == code)));

    public Zone? Zone()
    {
        var code = OneOf("zone", "", ["", .. page.Zones.Select(z => z.Code)], ZoneName);
        return page.Zones.FirstOrDefault(z => z.Code == code);
    }

    /// <summary>An indicator of the round's framework; null when none is asked for.</summary>
    public Indicator? Indicator(string? code)
    {
        if (code is null)
            return null;

        var found = Indicators.FirstOrDefault(i => i.Code == code);
        if (found is null)
            page.Refuse("indicator", code, [.. Indicators.Select(i => new Choice($"{Number(i)} {Label(i)}", Url.To("/indicators/" + i.Code), false))]);
        return found;
    }

    /// <summary>An indicator of the round's framework, else of another one in use: what was dropped has a past.</summary>
    public Indicator? IndicatorEver(string? code) =>
        code is null || Indicators.Any(i => i.Code == code)
            ? Indicator(code)
            : Rounds.Reverse().Select(r => Catalog.Indicator(r.Framework, code)).FirstOrDefault(i => i is not null) ?? Indicator(code);

    /// <summary>A district of the catalog by its code or name; null when none is asked for.</summary>
    public District? District(string? code)
    {
        if (code is null)
            return null;

        var found = DistrictNames.Find(Catalog, code);
        if (found is null)
            page.Refuse("district", code, [.. DistrictNames.Near(Catalog, code).Select(d => new Choice(Name(d), Url.To("/districts/" + d.Code), false))]);
        return found;
    }

    public Sorting Sorting(Sorting otherwise, IReadOnlyList<string> keys)
    {
        var sorting = Tables.Sorting.Parse(Url[Tables.Sorting.Parameter], otherwise, keys);
        if (sorting is null)
        {
            page.Refuse(
                "sort", Url[Tables.Sorting.Parameter]!, [new Choice(Text["sort.default"], Url.With((Tables.Sorting.Parameter, null)), false)]);
        }

        return sorting ?? otherwise;
    }

    /// <summary>A parameter that takes one of a few words.</summary>
    public string OneOf(string parameter, string otherwise, IReadOnlyList<string> known, Func<string, string> name)
    {
        if (Url[parameter] is not { } asked)
            return otherwise;

        if (known.Contains(asked))
            return asked;

        page.Refuse(parameter, asked, [.. known.Select(k => new Choice(name(k), Url.With((parameter, k == otherwise ? null : k)), false))]);
        return otherwise;
    }

    public string Name(Round r) => Text.Pick(r.NameZh, r.NameEn);

    public string Name(District d) => Text.Pick(d.NameZh, d.NameEn);

    public string Name(Dimension d) => Text.Pick(d.NameZh, d.NameEn);

    public string Label(Indicator i) => Text.Pick(i.LabelZh, i.LabelEn);

    /// <summary>二.10 in Chinese, D10 in English.</summary>
    public string Number(Indicator i) => Text.Pick(i.NumberZh, i.Code);

    private string ZoneName(string code) => page.Zones.FirstOrDefault(z => z.Code == code) is { } zone
        ? Text.Pick(zone.NameZh, zone.NameEn)
        : Text["zone.all"];
}
