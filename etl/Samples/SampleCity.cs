using System.Globalization;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Etl.Samples;

/// <summary>The districts and rounds that a sample covers, and the catalog that knows them.</summary>
/// <param name="Catalog">The given catalog, with what had to be made up.</param>
/// <param name="Extended">True when something was made up, so that the catalog must be imported first.</param>
public sealed record SampleCity(CityCatalog Catalog, IReadOnlyList<District> Districts, IReadOnlyList<Round> Rounds, bool Extended)
{
    private const int Zones = 6;

    /// <exception cref="InvalidOperationException">The catalog has no framework.</exception>
    public static SampleCity Of(CityCatalog catalog, SampleOptions options)
    {
        if (catalog.Frameworks.Count == 0)
            throw new InvalidOperationException("目录中没有指标体系 | The catalog has no framework");
        var districts = MoreDistricts(catalog.Districts, options.Districts ?? catalog.Districts.Count, new SampleNumbers(options.Seed));
        var inOrder = catalog.Rounds.OrderBy(r => r.Date).ThenBy(r => r.Code, StringComparer.Ordinal).ToList();
        var rounds = MoreRounds(inOrder, options.Rounds ?? inOrder.Count, catalog.Frameworks);
        var known = catalog with
        {
            Districts = districts.Count > catalog.Districts.Count ? districts : catalog.Districts,
            Rounds = rounds.Count > inOrder.Count ? rounds : catalog.Rounds,
        };
        return new SampleCity(
            known,
            [.. districts.Take(options.Districts ?? districts.Count)],
            [.. rounds.TakeLast(options.Rounds ?? rounds.Count)],
            districts.Count > catalog.Districts.Count || rounds.Count > inOrder.Count);
    }

    private static List<District> MoreDistricts(IReadOnlyList<District> known, int wanted, SampleNumbers numbers)
    {
        var all = known.ToList();
        var codes = known.Select(d => d.Code).ToHashSet(StringComparer.Ordinal);
        var names = known.Select(d => d.NameZh).ToHashSet(StringComparer.Ordinal);
        for (var n = 1; all.Count < wanted; n++)
        {
            var number = n.ToString("0000", CultureInfo.InvariantCulture);
            var (code, name) = ($"99{number}", $"示例{number}区");
            if (!codes.Add(code) || !names.Add(name))
                continue;
            var zone = (n % Zones) + 1;
            all.Add(new District(
                code, name, $"Sample {number}", $"示例{number}",
                $"SAMPLE{zone}", $"示例功能区{zone}", $"Sample zone {zone}", 200_000 + numbers.Below(1_800_000, "population", code)));
        }
        return all;
    }

    private static List<Round> MoreRounds(List<Round> known, int wanted, IReadOnlyList<Framework> frameworks)
    {
        var all = known.ToList();
        var codes = known.Select(r => r.Code).ToHashSet(StringComparer.Ordinal);
        var newest = frameworks.MaxBy(f => f.EffectiveFrom)!;
        var framework = known.Count > 0 ? known[^1].Framework : newest.Code;
        var date = known.Count > 0 ? known[^1].Date.AddYears(1) : new DateOnly(newest.EffectiveFrom.Year, 11, 1);
        for (; all.Count < wanted; date = date.AddYears(1))
        {
            var year = date.Year.ToString(CultureInfo.InvariantCulture);
            // A city that runs two campaigns a year may have used the year already.
            if (codes.Add(year))
                all.Add(new Round(year, framework, $"{year}年评估", $"{year} evaluation", date));
        }
        return all;
    }
}
