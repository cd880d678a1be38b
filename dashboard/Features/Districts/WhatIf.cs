using System.Globalization;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Features.Districts;

/// <summary>What total and rank a district would have with other scores, all other districts keeping theirs.</summary>
/// <param name="Asked">Whether the address holds any score that differs from the real one.</param>
/// <param name="Total">With the changed scores.</param>
/// <param name="Rank">Among the complete districts.</param>
/// <param name="Lines">Every indicator with its real and its assumed score.</param>
/// <param name="Refused">Indicators whose value is no number between 0 and the most; they keep their real score.</param>
public sealed record WhatIf(
    bool Asked, decimal RealTotal, int RealRank, decimal Total, int Rank, IReadOnlyList<WhatIfLine> Lines, IReadOnlyList<WhatIfLine> Refused)
{
    /// <summary>Name of the parameter with an indicator's assumed score.</summary>
    public static string Parameter(string indicator) => "if-" + indicator;

    /// <param name="profile">Of a complete district.</param>
    /// <param name="read">Value of a parameter of the address.</param>
    public static WhatIf Of(DistrictProfile profile, IReadOnlyList<RankingRow> ranking, Func<string, string?> read)
    {
        var lines = profile.Indicators.Select(i => Line(i.Result, read(Parameter(i.Result.Indicator).ToLowerInvariant()))).ToList();
        var real = profile.Ranking.Points!.Value;
        var total = real + lines.Sum(l => l.Assumed - l.Real);
        return new WhatIf(
            lines.Any(l => l.Assumed != l.Real || l.Refused is not null), real, profile.Ranking.Rank!.Value, total,
            1 + ranking.Count(r => r.Complete && r.District != profile.Ranking.District && r.Points > total),
            lines, [.. lines.Where(l => l.Refused is not null)]);
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
