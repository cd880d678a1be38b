using System.Globalization;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Api.Asking;

/// <summary>The parameters of the API. What a route accepts is a list of these.</summary>
public static class Parameters
{
    public const int DefaultPageSize = 10_000;

    public const int MaxPageSize = 10_000;

    private static readonly string[] Severities = ["reject", "warn", "note", "*"];

    private static readonly string[] PeerGroups = [DistrictProfiles.City, DistrictProfiles.Zone];

    private static readonly string[] PeersAndNearest = [.. PeerGroups, DistrictProfiles.Nearest];

    /// <summary>The round; without it the latest evaluated one.</summary>
    public static readonly Parameter Round = new("round", "2026", (asked, value) => AmongRounds(asked, "round", value))
    {
        Default = Latest,
    };

    /// <summary>The round, or * for all rounds; without it the latest evaluated one.</summary>
    public static readonly Parameter RoundOrAll =
        Round with { Describes = "roundOrAll", Check = (asked, value) => value == "*" ? null : AmongRounds(asked, "round", value, "*") };

    public static readonly Parameter District = new("district", "110112", (asked, value) => AmongDistricts(asked, "district", value));

    public static readonly Parameter DistrictOrAll =
        District with { Describes = "districtOrAll", Check = (asked, value) => value == "*" ? null : AmongDistricts(asked, "district", value, "*") };

    public static readonly Parameter DistrictInPath =
        new("code", "110112", (asked, value) => AmongDistricts(asked, "code", value)) { InPath = true, Required = true };

    public static readonly Parameter Indicator = new("indicator", "D10", (asked, value) => Among(
        "indicator", value, asked.Catalog.Indicators.Where(i => asked.Frameworks.Contains(i.Framework)).Select(i => i.Code)));

    public static readonly Parameter Dimension = new("dimension", "D", (asked, value) => Among("dimension", value, DimensionsOf(asked)));

    /// <summary>What is ranked: the total or one dimension.</summary>
    public static readonly Parameter By =
        new("by", "total", (asked, value) => Among("by", value, DimensionsOf(asked).Prepend("total"))) { Default = _ => "total" };

    /// <summary>Whose scores.</summary>
    public static readonly Parameter Of =
        new("of", "expert", (_, value) => Among("of", value, ["expert", "self"])) { Default = _ => "expert", Values = ["expert", "self"] };

    public static readonly Parameter Load = new("load", "1", (_, value) => AtLeast("load", value, 1)) { Whole = true };

    /// <summary>Which findings of the loader; without it those that were sent back.</summary>
    public static readonly Parameter Severity = new("severity", "reject", (_, value) => Among("severity", value, Severities))
    {
        Default = _ => "reject",
        Values = Severities,
    };

    /// <summary>Who a district is compared with.</summary>
    public static readonly Parameter Peers = new("peers", "zone", (_, value) => Among("peers", value, PeerGroups))
    {
        Default = _ => DistrictProfiles.City,
        Values = PeerGroups,
    };

    /// <summary>Who a district is compared with, the nearest by score rates included.</summary>
    public static readonly Parameter PeersOrNearest = Peers with
    {
        Check = (_, value) => Among("peers", value, PeersAndNearest),
        Values = PeersAndNearest,
        Describes = "peersOrNearest",
    };

    /// <summary>Assumed points by indicator.</summary>
    public static readonly Parameter Points = new("points", "D10:3,F1:6", (asked, value) => PairsOf(
        "points", value, "indicator", asked.Catalog.Indicators.Where(i => asked.Frameworks.Contains(i.Framework)).Select(i => i.Code)));

    /// <summary>Weights by dimension.</summary>
    public static readonly Parameter Weights = new("weights", "F:1,D:1,O:1", (asked, value) => PairsOf("weights", value, "dimension", DimensionsOf(asked)));

    public static readonly Parameter Page = new("page", "1", (_, value) => AtLeast("page", value, 1)) { Whole = true, Default = _ => "1" };

    public static readonly Parameter PageSize = new("pageSize", "100", (_, value) => Between("pageSize", value, 1, MaxPageSize))
    {
        Whole = true,
        Default = _ => DefaultPageSize.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Which snapshot; looked up before anything else is read, so there is nothing left to check here.</summary>
    public static readonly Parameter Snapshot = new("snapshot", "20261103T021500Z-7c1e90ab", (_, _) => null);

    public static readonly Parameter Lang =
        new("lang", "en", (_, value) => Among("lang", value, ["zh", "en"])) { Values = ["zh", "en"] };

    /// <summary>The same parameter, without which there is no answer.</summary>
    public static Parameter Needed(Parameter parameter) => parameter with { Required = true };

    /// <summary>Code of the latest round that has scores.</summary>
    public static string? Latest(Asked asked) => asked.Catalog.Rounds
        .Where(r => asked.Snapshot.Info.Rounds.Contains(r.Code))
        .OrderBy(r => r.Date).ThenBy(r => r.Code, StringComparer.Ordinal)
        .LastOrDefault()?.Code;

    /// <summary>The fault of a value that is not in a list; codes are compared exactly.</summary>
    /// <param name="kind">What the value names, where that is not the parameter itself.</param>
    public static Fault? Among(string parameter, string value, IEnumerable<string> allowed, string? kind = null)
    {
        var list = allowed.Distinct(StringComparer.Ordinal).ToArray();
        return list.Contains(value, StringComparer.Ordinal)
            ? null
            : new Fault(parameter, value, ApiText.Format("NotAmong", ApiText.Name(kind ?? parameter), value, string.Join(' ', list)), list);
    }

    private static Fault? PairsOf(string parameter, string value, string kind, IEnumerable<string> codes) => Pairs.Read(value) is { } pairs
        ? pairs.Keys.Select(code => Among(parameter, code, codes, kind)).FirstOrDefault(fault => fault is not null)
        : new Fault(parameter, value, ApiText.Format("NotPairs", ApiText.Name(parameter), value));

    private static IEnumerable<string> DimensionsOf(Asked asked) => asked.Catalog.Dimensions
        .Where(d => asked.Frameworks.Contains(d.Framework)).OrderBy(d => d.Position).Select(d => d.Code);

    private static Fault? AmongRounds(Asked asked, string name, string value, params string[] more) =>
        Among(name, value, asked.Catalog.Rounds.Select(r => r.Code).Concat(more));

    private static Fault? AmongDistricts(Asked asked, string name, string value, params string[] more) =>
        Among(name, value, asked.Catalog.Districts.Select(d => d.Code).Concat(more));

    private static Fault? AtLeast(string name, string value, int least) => Between(name, value, least, int.MaxValue);

    private static Fault? Between(string name, string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? null
            : new Fault(name, value, most == int.MaxValue
                ? ApiText.Format("NotWhole", ApiText.Name(name), value, least)
                : ApiText.Format("NotBetween", ApiText.Name(name), value, least, most));
}
