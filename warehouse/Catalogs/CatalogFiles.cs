using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Warehouse.Catalogs;

/// <summary>Reads the six catalog CSVs (design §4). Every file is optional; all faults are collected, none is thrown.</summary>
public static class CatalogFiles
{
    public const string Frameworks = "frameworks.csv";
    public const string Dimensions = "dimensions.csv";
    public const string Indicators = "indicators.csv";
    public const string Lineage = "lineage.csv";
    public const string Districts = "districts.csv";
    public const string Rounds = "rounds.csv";

    public static readonly IReadOnlyList<string> All = [Frameworks, Dimensions, Indicators, Lineage, Districts, Rounds];

    /// <summary>What makes a full set; a city on its first framework needs no lineage.</summary>
    public static readonly IReadOnlyList<string> Required = [Frameworks, Dimensions, Indicators, Districts, Rounds];

    /// <summary>The catalog that the program is delivered with.</summary>
    public static CatalogDraft BuiltIn() => Read(name => new StringReader(Embedded.Text("catalog/" + name)));

    /// <summary>The files present in a folder.</summary>
    public static CatalogDraft Folder(string folder) =>
        Read(name => Path.Combine(folder, name) is var path && File.Exists(path) ? new StreamReader(path, StrictUtf8) : null);

    // A byte that is not UTF-8 is a fault, never a replacement character.
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="open">Opens a file by name; null where there is none. Readers are disposed here.</param>
    public static CatalogDraft Read(Func<string, TextReader?> open)
    {
        var faults = new List<CatalogFault>();
        var present = new HashSet<string>(StringComparer.Ordinal);

        IReadOnlyList<Line<T>> Lines<T>(string file, string[] columns, Func<CatalogLine, T> map)
        {
            using var reader = open(file);
            if (reader is null)
                return [];
            present.Add(file);
            try
            {
                return ReadLines(reader, file, columns, map, faults);
            }
            catch (DecoderFallbackException)
            {
                faults.Add(new(file, null, "not_utf8", "文件不是 UTF-8 编码，请另存为 UTF-8", "The file is not UTF-8; save it as UTF-8"));
                return [];
            }
        }

        var frameworks = Lines(Frameworks, ["framework", "name_zh", "name_en", "effective_from"], l =>
            new Framework(l.Text("framework"), l.Text("name_zh"), l.Text("name_en"), l.Date("effective_from")));
        var dimensions = Lines(Dimensions, ["framework", "dimension", "position", "name_zh", "name_en", "max_points"], l =>
            new Dimension(l.Text("framework"), l.Text("dimension"), l.Position("position"), l.Text("name_zh"), l.Text("name_en"), l.Points("max_points")));
        var indicators = Lines(
            Indicators,
            ["framework", "indicator", "dimension", "position", "max_points", "hearing", "documents", "interviews", "site_visit", "text_zh", "label_zh", "label_en"],
            l => new Indicator(
                l.Text("framework"), l.Text("indicator"), l.Text("dimension"), l.Position("position"), "", l.Points("max_points"),
                l.Tick("hearing"), l.Tick("documents"), l.Tick("interviews"), l.Tick("site_visit"),
                l.Text("text_zh"), l.Text("label_zh"), l.Text("label_en")));
        var lineage = Lines(Lineage, ["from_framework", "from_indicator", "to_framework", "to_indicator", "share"], l =>
            new LineageLink(l.Text("from_framework"), l.Optional("from_indicator"), l.Text("to_framework"), l.Optional("to_indicator"), l.Share("share")));
        var districts = Lines(Districts, ["district", "name_zh", "name_en", "short_zh", "zone", "zone_zh", "zone_en", "population"], l =>
            new District(l.Text("district"), l.Text("name_zh"), l.Text("name_en"), l.Text("short_zh"), l.Text("zone"), l.Text("zone_zh"), l.Text("zone_en"), l.Count("population")));
        var rounds = Lines(Rounds, ["round", "framework", "name_zh", "name_en", "date"], l =>
            new Round(l.Text("round"), l.Text("framework"), l.Text("name_zh"), l.Text("name_en"), l.Date("date")));

        return new(present, frameworks, dimensions, indicators, lineage, districts, rounds, faults);
    }

    private static List<Line<T>> ReadLines<T>(
        TextReader reader, string file, string[] columns, Func<CatalogLine, T> map, List<CatalogFault> faults)
    {
        var lines = new List<Line<T>>();
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = null,
            MissingFieldFound = null,
            TrimOptions = TrimOptions.Trim,
            PrepareHeaderForMatch = args => args.Header.Trim().ToLowerInvariant(),
        });
        if (!csv.Read() || !csv.ReadHeader())
        {
            faults.Add(new(file, null, "header_missing", "文件没有表头", "The file has no header"));
            return lines;
        }
        var heads = csv.HeaderRecord!.Select(h => h.Trim().ToLowerInvariant()).ToHashSet();
        var missing = columns.Where(c => !heads.Contains(c)).ToList();
        if (missing.Count > 0)
        {
            faults.Add(new(file, 1, "column_missing", $"缺少列：{string.Join("、", missing)}", $"Missing columns: {string.Join(", ", missing)}"));
            return lines;
        }
        while (csv.Read())
        {
            if (csv.Parser.Record!.All(string.IsNullOrWhiteSpace))
                continue;
            var line = new CatalogLine(csv, file, csv.Parser.RawRow, faults);
            var value = map(line);
            lines.Add(new(line.Row, value, line.Sound));
        }
        return lines;
    }
}
