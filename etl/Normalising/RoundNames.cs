using System.Text.RegularExpressions;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Etl.Normalising;

/// <summary>Every way a registered round is written: 2024, 2024年, 2024年度, 2024年评估.</summary>
public sealed class RoundNames
{
    // A year in 2023年修订 or in a date names no round.
    private const string NotADate = @"(?!\s*年?\s*(?:修订|版|印发|制定|发布|[0-9]{1,2}\s*月)|\s*[-./][0-9])";

    private readonly Dictionary<string, Round> exact = new(StringComparer.Ordinal);
    private readonly List<(Regex Pattern, Round Round)> mentions = [];
    private readonly Dictionary<string, IReadOnlyList<Round>> mentioned = new(StringComparer.Ordinal);

    public RoundNames(CityCatalog catalog)
    {
        foreach (var round in catalog.Rounds)
        {
            foreach (var name in new[] { round.Code, round.Code + "年", round.Code + "年度", round.Code + "年评估", round.Code + "年度评估", round.NameZh, round.NameEn })
                exact.TryAdd(Texts.Key(name), round);
        }
        // Longer codes first: 2024B before 2024.
        foreach (var round in catalog.Rounds.OrderByDescending(r => r.Code.Length))
        {
            var names = string.Join('|', new[] { round.NameZh, round.NameEn }.Where(n => n.Length > 0).Select(n => Regex.Escape(Texts.Line(n))));
            var code = Regex.Escape(Texts.Line(round.Code));
            // 11-2024 is a date; the 01 of 01-2024年 is the number of a file.
            mentions.Add((new Regex(
                $@"(?<![0-9A-Za-z])(?:(?<![0-9][-./])|(?={code}\s*年)){code}(?![0-9A-Za-z]){NotADate}" + (names.Length > 0 ? "|" + names : ""),
                RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)), round));
        }
    }

    public Round? Exact(string text) => exact.GetValueOrDefault(Texts.Key(text));

    /// <summary>The rounds that a title, sheet, file or folder name mentions.</summary>
    public IReadOnlyList<Round> Mentioned(string text)
    {
        if (mentioned.TryGetValue(text, out var known))
            return known;
        var found = new List<Round>();
        var rest = Texts.Line(text);
        foreach (var (pattern, round) in mentions)
        {
            if (!pattern.IsMatch(rest))
                continue;
            rest = pattern.Replace(rest, "\u0001");
            found.Add(round);
        }
        return mentioned[text] = found;
    }
}
