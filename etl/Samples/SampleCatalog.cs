using System.Globalization;
using System.Text;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Etl.Samples;

/// <summary>Writes a catalog as the six files that <c>catalog import</c> reads.</summary>
public static class SampleCatalog
{
    public static void Write(CityCatalog catalog, string folder)
    {
        Directory.CreateDirectory(folder);
        Write(folder, "frameworks.csv", "framework,name_zh,name_en,effective_from",
            catalog.Frameworks.Select(f => Line(f.Code, f.NameZh, f.NameEn, Day(f.EffectiveFrom))));
        Write(folder, "dimensions.csv", "framework,dimension,position,name_zh,name_en,max_points",
            catalog.Dimensions.Select(d => Line(d.Framework, d.Code, Whole(d.Position), d.NameZh, d.NameEn, Points(d.MaxPoints))));
        Write(folder, "indicators.csv", "framework,indicator,dimension,position,max_points,hearing,documents,interviews,site_visit,text_zh,label_zh,label_en",
            catalog.Indicators.Select(i => Line(
                i.Framework, i.Code, i.Dimension, Whole(i.Position), Points(i.MaxPoints),
                Tick(i.Hearing), Tick(i.Documents), Tick(i.Interviews), Tick(i.SiteVisit), i.TextZh, i.LabelZh, i.LabelEn)));
        Write(folder, "lineage.csv", "from_framework,from_indicator,to_framework,to_indicator,share",
            catalog.Lineage.Select(l => Line(l.FromFramework, l.FromIndicator ?? "", l.ToFramework, l.ToIndicator ?? "", l.Share.ToString(CultureInfo.InvariantCulture))));
        Write(folder, "districts.csv", "district,name_zh,name_en,short_zh,zone,zone_zh,zone_en,population",
            catalog.Districts.Select(d => Line(
                d.Code, d.NameZh, d.NameEn, d.ShortZh, d.Zone, d.ZoneZh, d.ZoneEn, d.Population?.ToString(CultureInfo.InvariantCulture) ?? "")));
        Write(folder, "rounds.csv", "round,framework,name_zh,name_en,date",
            catalog.Rounds.Select(r => Line(r.Code, r.Framework, r.NameZh, r.NameEn, Day(r.Date))));
    }

    private static void Write(string folder, string name, string head, IEnumerable<string> lines)
    {
        using var writer = new StreamWriter(Path.Combine(folder, name), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        writer.WriteLine(head);
        foreach (var line in lines)
            writer.WriteLine(line);
    }

    private static string Line(params string[] fields) => string.Join(',', fields.Select(SampleLists.Field));

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Points(decimal points) => points.ToString(CultureInfo.InvariantCulture);

    private static string Tick(bool set) => set ? "1" : "0";
}
