using System.Reflection;
using LearningCity.Dashboard.Components.Filters;
using LearningCity.Dashboard.Hosting;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Snapshots;
using Microsoft.AspNetCore.OutputCaching;

namespace LearningCity.Dashboard.Components;

/// <summary>What everything on one page shares: its address, its language, the snapshot it reads and the filters in view. One a request.</summary>
public sealed class PageContext
{
    private readonly HttpContext http;
    private readonly SnapshotReader? reader;

    public PageContext(IHttpContextAccessor accessor, RequestSnapshot snapshot, SnapshotStore store)
    {
        http = accessor.HttpContext ?? throw new InvalidOperationException("Pages are rendered for a request.");
        Url = PageUrl.From(http.Request);
        Text = Text.Current;
        reader = snapshot.Reader;
        if (snapshot.PinnedIsUnknown)
            Refuse(RequestSnapshot.Parameter, snapshot.Pinned!, [.. store.List().Select(s => new Choice(s.Id, Url.With((RequestSnapshot.Parameter, s.Id)), false))]);

        Rounds = reader is null ? [] : [.. reader.Catalog.Rounds.Where(r => reader.Info.Rounds.Contains(r.Code)).OrderBy(r => r.Date).ThenBy(r => r.Code)];
        Zones = reader is null ? [] : [.. reader.Catalog.Districts.DistinctBy(d => d.Zone).Select(d => new Zone(d.Zone, d.ZoneZh, d.ZoneEn))];
        Round = ReadRound();
    }

    /// <summary>For whom the page is: every lease on a snapshot is for a viewer.</summary>
    public Viewer Viewer => reader?.Viewer ?? throw new InvalidOperationException("There is nothing to be seen.");

    /// <summary>Version of the program, without the build's hash.</summary>
    public static string Version { get; } =
        typeof(PageContext).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    public PageUrl Url { get; private set; }

    public Text Text { get; }

    /// <summary>The snapshot in view; null while nothing is published.</summary>
    public SnapshotInfo? Info => reader?.Info;

    /// <summary>Rounds of the snapshot, oldest first.</summary>
    public IReadOnlyList<Round> Rounds { get; }

    public IReadOnlyList<Zone> Zones { get; }

    /// <summary>The round in view: the one asked for, else the latest; null when there is none.</summary>
    public Round? Round { get; }

    public IReadOnlyList<District> Districts => reader?.Catalog.Districts ?? [];

    public District? District(string code) => reader?.Catalog.District(code);

    /// <summary>Dimensions of the framework of the round in view.</summary>
    public IReadOnlyList<Dimension> Dimensions =>
        [.. (reader?.Catalog.Dimensions ?? []).Where(d => d.Framework == Round?.Framework).OrderBy(d => d.Position)];

    /// <summary>Dimensions of all frameworks.</summary>
    public IReadOnlyList<Dimension> AllDimensions => reader?.Catalog.Dimensions ?? [];

    /// <summary>Indicators of the framework of the round in view.</summary>
    public IReadOnlyList<Indicator> Indicators => Round is { } round && reader is not null ? [.. reader.Catalog.IndicatorsOf(round.Framework)] : [];

    /// <summary>The first filter whose value is not known; null when all are.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>What a page shows, read from the snapshot; null when there is no snapshot or a filter is not known,
    /// and the page is then rendered by <c>Absent</c>.</summary>
    public TView? Open<TView>(Func<PageReading, TView> read)
        where TView : class
    {
        if (reader is not null && Round is not null && Refusal is null)
        {
            var view = read(new PageReading(this, reader, Round));
            if (Refusal is null)
                return view;
        }

        if (Refusal is not null)
            SayNotFound();
        return null;
    }

    /// <summary>As <see cref="Open"/>, for pages about the data themselves: they need a snapshot, but no evaluated round.</summary>
    public TView? Look<TView>(Func<PageContext, SnapshotReader, TView?> read)
        where TView : class
    {
        var view = reader is not null && Refusal is null ? read(this, reader) : null;
        if (Refusal is null)
            return view;

        SayNotFound();
        return null;
    }

    /// <summary>Answers 404 with the page as it is rendered. The status is set when the answer starts: a component endpoint whose status is
    /// 404 any earlier drops its body. What is not there is not kept either.</summary>
    public void SayNotFound()
    {
        if (http.Features.Get<IOutputCacheFeature>() is { } cache)
            cache.Context.AllowCacheStorage = false;

        http.Response.OnStarting(() =>
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    /// <summary>Says that a filter's value is not known, and which ones are.</summary>
    public void Refuse(string parameter, string value, IReadOnlyList<Choice> known)
    {
        Refusal ??= new Refusal(parameter, value, known);
        // The rest of the page must not lead to the same dead end.
        Url = Url with { Query = [.. Url.Except(parameter.Split('.')[0])] };
    }

    private Round? ReadRound()
    {
        if (reader is null || Rounds.Count == 0)
            return null;

        if (Url["round"] is not { } code)
            return Rounds[^1];

        var found = Rounds.FirstOrDefault(r => r.Code == code);
        if (found is null)
        {
            Refuse(
                reader.Catalog.Round(code) is null ? "round" : "round.empty", code,
                [.. Rounds.Select(r => new Choice(Text.Pick(r.NameZh, r.NameEn), Url.With(("round", r.Code)), false))]);
        }

        return found ?? Rounds[^1];
    }
}

/// <summary>A filter value that does not exist.</summary>
/// <param name="Parameter">Its name; the sentence is the text <c>absent.{Parameter}</c>.</param>
public sealed record Refusal(string Parameter, string Value, IReadOnlyList<Choice> Known);

public sealed record Zone(string Code, string NameZh, string NameEn)
{
    /// <summary>A name without what it says in brackets, for tight places.</summary>
    public static string Brief(string name)
    {
        var bracket = name.IndexOfAny(['（', '(']);
        return bracket > 0 ? name[..bracket].TrimEnd() : name;
    }
}
