using System.Text.RegularExpressions;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Etl.Normalising;

/// <summary>Every way a district of the catalog is written: official and short name, pinyin, code, and former names from
/// <c>district-aliases.csv</c>. A writing that fits two districts fits none.</summary>
public sealed partial class DistrictNames
{
    // What may follow a short name in a title or a file name, so that 大兴自评表 is 大兴 and 大兴经济开发区 is not.
    private const string AfterShortName = "区(?!域)|县|自评|专家|评|得分|打分|分数|学习|示范|上报|报送|更正|修改|补充|终|定稿|表";

    private readonly Dictionary<string, District> exact = new(StringComparer.Ordinal);
    private readonly HashSet<string> ambiguous = new(StringComparer.Ordinal);
    private readonly List<(string Text, bool Short, District District)> mentions = [];
    private readonly Dictionary<string, IReadOnlyList<District>> mentioned = new(StringComparer.Ordinal);

    public DistrictNames(CityCatalog catalog)
    {
        foreach (var district in catalog.Districts)
        {
            Add(district.Code, district, false);
            Add(district.NameZh, district, false);
            Add(district.ShortZh, district, true);
            Add(district.NameEn, district, false);
            AddExact(district.NameEn + "District", district);
        }
        foreach (var (alias, code) in Aliases())
        {
            if (catalog.District(code) is { } district)
                Add(alias, district, false);
        }
        mentions.RemoveAll(m => ambiguous.Contains(Texts.Key(m.Text)));
        mentions.Sort((a, b) => b.Text.Length.CompareTo(a.Text.Length));
    }

    /// <summary>The district that a text names and nothing else: 通 州 区, 北京市通州区, 110112, Tongzhou.</summary>
    public District? Exact(string text)
    {
        var key = Texts.Key(text);
        if (exact.TryGetValue(key, out var district))
            return district;
        var local = Above().Replace(key, "");
        return local.Length < key.Length ? exact.GetValueOrDefault(local) : null;
    }

    /// <summary>The districts that a title, sheet or file name mentions; usually none or one.</summary>
    public IReadOnlyList<District> Mentioned(string text)
    {
        if (!mentioned.TryGetValue(text, out var found))
            mentioned[text] = found = Search(text);
        return found;
    }

    private List<District> Search(string text)
    {
        if (Exact(text) is { } whole)
            return [whole];
        var found = new List<District>();
        var rest = Texts.Line(text).Replace(" ", "", StringComparison.Ordinal);
        var spaced = Texts.Line(text);
        foreach (var (name, isShort, district) in mentions)
        {
            var ascii = char.IsAscii(name[0]);
            var pattern = ascii
                ? $"(?<![0-9A-Za-z]){Regex.Escape(name)}(?![0-9A-Za-z])"
                : Regex.Escape(name) + (isShort ? $@"(?=$|[^\p{{L}}]|{AfterShortName})" : "(?!域)");
            var regex = new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
            ref var target = ref rest;
            if (ascii)
                target = ref spaced;
            if (!regex.IsMatch(target))
                continue;
            // A longer name takes its letters with it, so that no shorter one is found inside.
            target = regex.Replace(target, "\u0001");
            if (!found.Contains(district))
                found.Add(district);
        }
        return found;
    }

    private void Add(string name, District district, bool isShort)
    {
        if (name.Length == 0)
            return;
        AddExact(name, district);
        mentions.Add((Texts.Line(name), isShort, district));
    }

    private void AddExact(string name, District district)
    {
        var key = Texts.Key(name);
        if (key.Length == 0 || ambiguous.Contains(key))
            return;
        if (exact.TryAdd(key, district) || exact[key].Code == district.Code)
            return;
        exact.Remove(key);
        ambiguous.Add(key);
    }

    private static IEnumerable<(string Alias, string Code)> Aliases()
    {
        using var reader = new StreamReader(typeof(DistrictNames).Assembly.GetManifestResourceStream("LearningCity.Etl.Normalising.district-aliases.csv")!);
        foreach (var line in reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            yield return (line[..comma], line[(comma + 1)..]);
        }
    }

    // 北京市通州区, 河北省石家庄市长安区: what stands above a district in its full name.
    [GeneratedRegex(@"^(?:\p{L}{2,8}?(?:省|自治区))?(?:\p{L}{2,8}?(?:市|自治州|地区|盟))?", RegexOptions.CultureInvariant)]
    private static partial Regex Above();
}
