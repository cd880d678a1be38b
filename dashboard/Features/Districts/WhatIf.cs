using System.Globalization;
using LearningCity.Warehouse.Questions;
using LearningCity.Warehouse.Snapshots;

namespace LearningCity.Dashboard.Features.Districts;

/// <summary>What total and rank a district would have with the scores in the address; the warehouse computes it.</summary>
/// <param name="Asked">Whether the address holds any score that differs from the real one.</param>
/// <param name="Lines">Every indicator with its real and its assumed score.</param>
/// <param name="Refused">Indicators whose value is no number between 0 and the most; they keep their real score.</param>
public sealed record WhatIf(
    bool Asked, WhatIfOutcome Real, WhatIfOutcome Assumed, IReadOnlyList<WhatIfLine> Lines, IReadOnlyList<WhatIfLine> Refused)
{
    /// <summary>Name of the parameter with an indicator's assumed score.</summary>
    public static string Parameter(string indicator) => "if-" + indicator;

    /// <param name="profile">Of a complete district.</param>
    /// <param name="read">Value of a parameter of the address.</param>
    public static WhatIf Of(SnapshotReader snapshot, DistrictProfile profile, Func<string, string?> read)
    {
        var lines = profile.Indicators.Select(i => Line(i.Result, read(Parameter(i.Result.Indicator).ToLowerInvariant()))).ToList();
        var changes = lines.Where(l => l.Assumed != l.Real).ToDictionary(l => l.Result.Indicator, l => l.Assumed);
        var ranking = profile.Ranking;
        var real = new WhatIfOutcome(ranking.Points!.Value, ranking.Rank, ranking.Tied, ranking.RankLow, ranking.RankHigh, ranking.PTop3);
        var assumed = changes.Count == 0 ? null : WhatIfs.Ask(snapshot, ranking.District, profile.Round, changes)?.After;
        return new WhatIf(changes.Count > 0 || lines.Any(l => l.Refused is not null), real, assumed ?? real, lines, [.. lines.Where(l => l.Refused is not null)]);
    }

    private static WhatIfLine Line(IndicatorResultRow result, string? asked)
    {
        var real = result.ExpertPoints!.Value;
        if (asked is null)
            return new WhatIfLine(result, real, real, null);

        return decimal.TryParse(asked, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points) && points <= result.MaxPoints
            ? new WhatIfLine(result, real, points, null)
            : new WhatIfLine(result, real, real, asked);
    }
}

/// <param name="Refused">What was asked, where it cannot be a score.</param>
public sealed record WhatIfLine(IndicatorResultRow Result, decimal Real, decimal Assumed, string? Refused);
