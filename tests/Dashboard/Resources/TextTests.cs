using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LearningCity.Dashboard.Tests.Resources;

public sealed partial class TextTests
{
    private static readonly string Dashboard = Path.Combine(Root(), "dashboard");
    private static readonly Dictionary<string, string> Chinese = Read("Ui.resx");
    private static readonly Dictionary<string, string> English = Read("Ui.en.resx");

    [Fact]
    public void Both_languages_have_the_same_keys() => English.Keys.Order().ShouldBe(Chinese.Keys.Order());

    [Fact]
    public void No_text_is_empty_in_one_language_only() =>
        Chinese.Where(t => t.Key != "sentence.between" && t.Key != "heat.unit.rank").Where(t => t.Value.Length == 0 || English[t.Key].Length == 0).ShouldBeEmpty();

    [Fact]
    public void Both_languages_fill_the_same_places() => Chinese
        .Where(t => !t.Key.EndsWith(".one", StringComparison.Ordinal) && !CountsOnlyInChinese.Contains(t.Key))
        .Where(t => !Places(t.Value).SetEquals(Places(English[t.Key])))
        .Select(t => $"{t.Key}: {t.Value} | {English[t.Key]}").ShouldBeEmpty();

    [Fact]
    public void Chinese_text_is_Chinese_and_English_text_is_not()
    {
        English.Where(t => t.Key is not ("lang.zh" or "sample.banner") && Han().IsMatch(t.Value)).Select(t => t.Key).ShouldBeEmpty();
        Chinese.Where(t => t.Key is not "lang.en" && LongLatin().IsMatch(Term().Replace(t.Value, ""))).Select(t => t.Key).ShouldBeEmpty();
    }

    [Fact]
    public void Every_key_that_a_page_names_exists()
    {
        var named = Sources().SelectMany(file => KeyInCode().Matches(File.ReadAllText(file)).Select(m => (File: Path.GetFileName(file), Key: m.Groups[1].Value)));

        named.Where(n => !Chinese.ContainsKey(n.Key) && !Chinese.Keys.Any(k => k.StartsWith(n.Key, StringComparison.Ordinal) && n.Key.EndsWith('.')))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_text_is_used()
    {
        var code = string.Join('\n', Sources().Select(File.ReadAllText));
        var prefixes = KeyInCode().Matches(code).Select(m => m.Groups[1].Value).Where(k => k.EndsWith('.')).ToList();

        Chinese.Keys.Where(key => !code.Contains($"\"{key}\"", StringComparison.Ordinal)
            && !prefixes.Any(p => key.StartsWith(p, StringComparison.Ordinal))
            && !(key.EndsWith(".one", StringComparison.Ordinal) && code.Contains($"\"{key[..^4]}\"", StringComparison.Ordinal))
            && !(key.EndsWith(".text", StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Components))]
    public void A_component_holds_no_text_of_its_own(string path)
    {
        var markup = File.ReadAllText(Path.Combine(Dashboard, path));
        markup = Comment().Replace(markup, "");
        Han().Match(markup).Value.ShouldBeEmpty();
        markup = CodeBlock().Replace(markup, "");
        LiteralAttribute().Matches(markup).Select(m => m.Value).ShouldBeEmpty();
        markup = Code().Replace(markup, "");
        markup = string.Join('\n', markup.Split('\n').Where(line => !Statement().IsMatch(line)));
        TextNode().Matches(WithoutExpressions(markup)).Select(m => m.Groups[1].Value.Trim()).Where(text => Letters().IsMatch(text)).ShouldBeEmpty();
    }

    public static TheoryData<string> Components() =>
        [.. Directory.EnumerateFiles(Dashboard, "*.razor", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/bin/") && !f.Contains("/obj/") && !f.EndsWith("_Imports.razor", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(Dashboard, f)).Order(StringComparer.Ordinal)];

    /// <summary>Chinese says how many things were named; English leaves it to the list.</summary>
    private static readonly string[] CountsOnlyInChinese = ["district.lead.lost", "indicators.lead", "learn.more"];

    /// <summary>Takes out @name, @name.Of(…)[…] and @(…), brackets balanced.</summary>
    private static string WithoutExpressions(string markup)
    {
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < markup.Length; i++)
        {
            if (markup[i] != '@')
            {
                text.Append(markup[i]);
                continue;
            }

            i++;
            while (i < markup.Length && (char.IsLetterOrDigit(markup[i]) || markup[i] is '.' or '_' or '(' or '['))
            {
                if (markup[i] is '(' or '[')
                    i = Close(markup, i);
                i++;
            }

            // The condition of @if (…) is an expression too.
            if (Condition().Match(markup, i) is { Success: true } condition && condition.Index == i)
                i = Close(markup, i + condition.Length - 1) + 1;
            i--;
        }

        return text.ToString();
    }

    private static int Close(string markup, int open)
    {
        var depth = 0;
        for (var i = open; i < markup.Length; i++)
        {
            depth += markup[i] is '(' or '[' ? 1 : markup[i] is ')' or ']' ? -1 : 0;
            if (depth == 0)
                return i;
        }

        return markup.Length - 1;
    }

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Value)];

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Dashboard, "*.*", SearchOption.AllDirectories)
        .Where(f => (f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal)) && !f.Contains("/bin/") && !f.Contains("/obj/"));

    internal static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Dashboard, "Resources", file)).Root!.Elements("data").ToDictionary(d => (string)d.Attribute("name")!, d => (string)d.Element("value")!);

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LearningCity.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository");
        return folder.FullName;
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"[\u3400-\u9fff，。；：（）、]")]
    private static partial Regex Han();

    [GeneratedRegex(@"[A-Za-z]{4,}")]
    private static partial Regex LongLatin();

    [GeneratedRegex(@"(?:Text|text|T)(?:\[|\.Say\(\s*|\.Count\(\s*)""([a-zA-Z0-9.]+)""")]
    private static partial Regex KeyInCode();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comment();

    /// <summary>What is written in Latin letters in Chinese too.</summary>
    [GeneratedRegex(@"OpenAPI|DuckDB|Parquet|Python|XLSX|Ctrl\+Enter|\.xlsx|\.docx")]
    private static partial Regex Term();

    [GeneratedRegex(@"^@code \{.*\z", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"(?:aria-label|title|alt|placeholder|Text|Title|Label|Name)=""[^""@]+""")]
    private static partial Regex LiteralAttribute();

    [GeneratedRegex(@"^\s*(@(page|inject|using|layout|inherits|namespace|typeparam|attribute)\b|@?(if|else|foreach|for|switch|while)\b|case |default:|break;|var |return;|yield |if \(|\}|\{|@\{)|;\s*$")]
    private static partial Regex Statement();

    [GeneratedRegex(@"(?<=@(if|foreach|for|switch|while))\s*\(")]
    private static partial Regex Condition();

    [GeneratedRegex(@"<code>.*?</code>")]
    private static partial Regex Code();

    [GeneratedRegex(@">([^<>]+)<")]
    private static partial Regex TextNode();

    [GeneratedRegex(@"[a-z]{2,}")]
    private static partial Regex Letters();
}
