using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Features.Trends;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Features.Districts;

/// <summary>What the page of one district shows.</summary>
/// <param name="Profile">Null when the district was not evaluated in the round.</param>
/// <param name="Evaluated">Rounds in which it was.</param>
/// <param name="Floor">Left end of the scale of all lines.</param>
/// <param name="Peers">By zone where the zone is in view, else by the nearest.</param>
public sealed record DistrictView(
    Round Round, District District, DistrictProfile? Profile, IReadOnlyList<Round> Evaluated, IReadOnlyList<SpineLine> Lines, decimal Floor,
    RoundSummaryRow City, IReadOnlyList<string> NextNames, WhatIf? WhatIf, Comparison? Compared, PeerComparison? Peers, DataQuality? Quality, string Lead)
{
    public const string PeersParameter = "peers";

    public static readonly IReadOnlyList<string> PeerGroups = [DistrictProfiles.City, DistrictProfiles.Zone, DistrictProfiles.Nearest];

    public static DistrictView Read(PageReading reading, string code)
    {
        var peers = reading.OneOf(PeersParameter, DistrictProfiles.City, PeerGroups, key => reading.Text["peers." + key]);
        var district = reading.District(code) ?? reading.Catalog.Districts[0];
        var profile = DistrictProfiles.Ask(reading.Snapshot, district.Code, reading.Round.Code, peers);
        var city = RoundSummaries.Ask(reading.Snapshot).Rows.First(r => r.Round == reading.Round.Code);
        var evaluated = reading.Rounds.Where(r => Warehouse.Questions.Rankings.Ask(reading.Snapshot, r.Code).Rows.Any(row => row.District == district.Code)).ToList();
        if (profile is null)
        {
            return new DistrictView(
                reading.Round, district, null, evaluated, [], 0, city, [], null, null, null, null, reading.Text.Say("district.lead.absent", reading.Name(district)));
        }

        var lines = profile.Indicators.Select(i => SpineLine.Of(i, district.Code, reading.Rounds)).ToList();
        string Name(string other) => reading.Catalog.District(other) is { } d ? reading.Name(d) : other;
        var nextNames = profile.Next is null ? [] : profile.Next.Districts.Select(Name).ToList();
        return new DistrictView(
            reading.Round, district, profile, evaluated, lines, Courses.Floor(lines.SelectMany(l => new[] { l.Indicator.MinRate, l.Indicator.Result.ExpertRate })), city,
            nextNames,
            profile.Ranking.Complete ? WhatIf.Of(reading.Snapshot, profile, key => reading.Url[key]) : null,
            Comparison.Read(reading, profile, district),
            PeerComparisons.Ask(reading.Snapshot, district.Code, reading.Round.Code, peers == DistrictProfiles.Zone ? PeerComparisons.Zone : PeerComparisons.Nearest),
            DataQuality.Read(reading.Snapshot, profile),
            DistrictSentence.Of(profile, nextNames, reading.Text));
    }
}
