using System.Text.RegularExpressions;
using LearningCity.Etl.Normalising;
using LearningCity.Etl.Readers;
using LearningCity.Etl.Validation;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Etl.Recognition;

/// <summary>Someone who says which district or round a table belongs to.</summary>
/// <param name="Who">The line, the sheet, the file, the folder, an option, a column.</param>
/// <param name="Binding">Whether it counts even when what it says is unknown.</param>
public sealed record Claim(Wording Who, string Text, string? Code, bool Binding);

/// <summary>The place that the claims agree on, and the faults where they do not.</summary>
public sealed record PlaceFound(Round? Round, District? District, string RoundText, string DistrictText, IReadOnlyList<(Rule Rule, string Value, Wording Detail)> Faults)
{
    /// <summary>How district and round were written, where that was not plain; null otherwise.</summary>
    public string? Note { get; init; }
}

/// <summary>Everything around a table that may say where it belongs.</summary>
/// <param name="Lines">What stands above the table.</param>
/// <param name="Names">The sheet's, file's and folders' names, with what they are.</param>
public sealed record PlaceContext(
    IReadOnlyList<string> Lines, IReadOnlyList<(Wording Who, string Name)> Names, string? RoundOption, string? DistrictOption);

/// <summary>Finds district and round of a table. The line above it and the options always speak; names speak only where they say
/// something the catalog knows; all that speak must agree.</summary>
public sealed partial class Places(CityCatalog catalog)
{
    /// <summary>Who says a place, in the words of the messages.</summary>
    public static readonly Wording SheetName = new("工作表名", "sheet name");
    public static readonly Wording FileName = new("文件名", "file name");
    public static readonly Wording FolderName = new("文件夹名", "folder name");
    private static readonly Wording Line = new("表上方", "above the table");
    private static readonly Wording Column = new("表中一列", "a column of the table");
    private static readonly Wording Option = new("装载选项", "option of the load");
    private static readonly Wording HiddenCode = new("表内代码", "code in the form");

    private const int LongestTitle = 50;
    private const int LongestLine = 400;

    public DistrictNames Districts { get; } = new(catalog);

    public RoundNames Rounds { get; } = new(catalog);

    public PlaceFound Find(PlaceContext context, string? roundCell = null, string? districtCell = null)
    {
        var titles = Titles(context);
        var rounds = Claims(context, titles, context.RoundOption, roundCell, "round", RoundLabel(), text => Rounds.Exact(text)?.Code, text => Rounds.Mentioned(text).Select(r => r.Code));
        var districts = Claims(context, titles, context.DistrictOption, districtCell, "district", DistrictLabel(), text => Districts.Exact(text)?.Code, text => Districts.Mentioned(text).Select(d => d.Code));
        var faults = new List<(Rule, string, Wording)>();
        var round = Agree(rounds, Rules.RoundMissing, Rules.RoundUnknown, new("评估轮次", "round"), Wording.Same, faults);
        var district = Agree(districts, Rules.DistrictMissing, Rules.DistrictUnknown, new("区", "district"), Named, faults);
        return new(
            round is null ? null : catalog.Round(round), district is null ? null : catalog.District(district),
            Best(rounds), Best(districts), faults)
        {
            Note = Notes.Join(
                catalog.District(district ?? "") is { } d ? Note(districts, Notes.District, d.NameZh, [d.NameZh, d.Code]) : null,
                catalog.Round(round ?? "") is { } r ? Note(rounds, Notes.Round, r.Code, [r.Code, r.Code + "年", r.NameZh]) : null),
        };
    }

    private static List<Claim> Claims(
        PlaceContext context, List<string> titles, string? option, string? cell, string code, Regex label, Func<string, string?> exact, Func<string, IEnumerable<string>> mentioned)
    {
        var claims = new List<Claim>();
        if (!string.IsNullOrWhiteSpace(option))
            claims.Add(new(Option, option, exact(option), true));
        if (!string.IsNullOrWhiteSpace(cell))
        {
            claims.Add(new(Column, cell.Trim(), exact(cell), true));
            return claims;
        }
        foreach (var line in context.Lines.Where(l => l.Length <= LongestLine))
        {
            if (line.StartsWith("LearningCity:", StringComparison.Ordinal))
            {
                if (line.StartsWith($"LearningCity:{code}=", StringComparison.Ordinal) && line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim() is { Length: > 0 } coded)
                    claims.Add(new(HiddenCode, coded, exact(coded), true));
                continue;
            }
            foreach (Match match in label.Matches(line))
            {
                if (match.Groups["value"].Value.Trim(' ', '_', '.', '。', '-', '—', '(', ')') is { Length: > 0 } value)
                    claims.Add(new(Line, value, exact(value), true));
            }
        }
        claims.AddRange(titles.SelectMany(title => mentioned(title).Select(found => new Claim(Line, title, found, false))));
        foreach (var (who, name) in context.Names)
            claims.AddRange(mentioned(name).Select(found => new Claim(who, name, found, false)));
        return claims;
    }

    /// <summary>What is said above the table without a label. A title speaks; a sentence, or a line that lists several, is about something else.</summary>
    private List<string> Titles(PlaceContext context) => [.. context.Lines
        .Where(line => line.Length <= LongestTitle && !line.StartsWith("LearningCity:", StringComparison.Ordinal))
        .Select(line => AnyLabel().Replace(line, " "))
        .Where(line => Districts.Mentioned(line).Count <= 1 && Rounds.Mentioned(line).Count <= 1)];

    private Wording Named(string district) => catalog.District(district) is { } known ? new(known.NameZh, known.NameEn) : Wording.Same(district);

    private static string? Agree(List<Claim> claims, Rule missing, Rule unknown, Wording what, Func<string, Wording> named, List<(Rule, string, Wording)> faults)
    {
        foreach (var claim in claims.Where(c => c.Binding && c.Code is null).DistinctBy(c => c.Text))
            faults.Add((unknown, claim.Text, claim.Who));
        var codes = claims.Where(c => c.Code is not null).Select(c => c.Code!).Distinct().ToList();
        if (codes.Count > 1)
        {
            var said = Wording.List(claims.Where(c => c.Code is not null).DistinctBy(c => (c.Who, c.Code)).Select(c =>
                new Wording($"{c.Who.Zh}“{Short(c.Text)}”→{named(c.Code!).Zh}", $"{c.Who.En} '{Short(c.Text)}' → {named(c.Code!).En}")));
            faults.Add((Rules.PlaceDisagrees, "", new($"{what.Zh}：{said.Zh}", $"{what.En}: {said.En}")));
        }
        else if (claims.Count == 0)
            faults.Add((missing, "", Wording.None));
        return codes.Count == 1 && !claims.Exists(c => c.Binding && c.Code is null) ? codes[0] : null;
    }

    private static string Best(List<Claim> claims) => Short(claims.FirstOrDefault(c => c.Binding)?.Text ?? claims.FirstOrDefault()?.Text ?? "");

    private static string? Note(List<Claim> claims, string what, string meant, string[] plain) =>
        claims.Find(c => c.Binding && (c.Who == Line || c.Who == Column)) is { } said && !plain.Contains(said.Text) ? Notes.Of(what, said.Text, meant) : null;

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;

    /// <summary>The rows above a table as lines; a label in a cell of its own is joined to the cell beside it.</summary>
    public static IEnumerable<string> LinesOf(Grid grid, int from, int to)
    {
        foreach (var row in grid.Rows.Where(r => r >= from && r < to))
        {
            var words = new List<string>();
            for (var column = 1; column <= Math.Min(grid.LastColumn, 64); column++)
            {
                var text = Texts.Line(grid.Own(row, column).Text);
                if (text.StartsWith("LearningCity:", StringComparison.Ordinal))
                    yield return text;
                else if (text.Length > 0)
                    words.Add(BareLabel().IsMatch(text) ? text + ":" : text);
            }
            if (words.Count > 0)
                yield return string.Join("  ", words);
        }
    }

    private const string DistrictLabels = "被评区县?|被评估区县?|被评单位|参评区县?|参评单位|申报区|申报单位|区县?名称?|区县|所属区|行政区|报送单位|填报单位|District";
    private const string RoundLabels = "评估轮次|轮次|评估年度|评估年份|年度|Round";
    private const string OtherLabels = "填表日期|填报日期|日期|评估日期|填表人|填报人|联系人|电话|联系电话|专家|评审专家|专家签名|审核人|负责人|盖章|Date|Expert";
    private const string Value = @"\s*:\s*(?<value>.*?)(?=\s*(?:" + DistrictLabels + "|" + RoundLabels + "|" + OtherLabels + @")\s*:|[;,，；、|]\s*\p{L}{1,10}\s*:|\s{1,}\p{L}{2,10}\s*:|[;|]|$)";

    [GeneratedRegex(@"(?<!\p{L})(?:" + DistrictLabels + ")" + Value, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DistrictLabel();

    [GeneratedRegex(@"(?:" + RoundLabels + ")" + Value, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex RoundLabel();

    [GeneratedRegex(@"(?:" + DistrictLabels + "|" + RoundLabels + "|" + OtherLabels + ")" + Value, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AnyLabel();

    [GeneratedRegex(@"^(?:" + DistrictLabels + "|" + RoundLabels + "|" + OtherLabels + ")$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BareLabel();
}
