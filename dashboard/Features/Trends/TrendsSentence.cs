using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Features.Trends;

/// <summary>What the courses say in a few sentences.</summary>
public static class TrendsSentence
{
    /// <summary>From the first to the last round with a rate, of the district in view or of the city; then how many districts rose and fell
    /// in the last round; then, when the number of districts in the mean has changed, a warning that the mean is over different ones.</summary>
    public static string Of(IReadOnlyList<TrendRow> city, IReadOnlyList<TrendRow>? district, IReadOnlyList<DistrictCourse> courses, Text text)
    {
        var rows = (district ?? city).Where(r => r.Rate is not null).ToList();
        if (rows.Count == 0)
            return text["trends.lead.none"];

        var sentences = new List<string> { Course(rows, district is null, text) };
        var (rose, fell) = (courses.Count(c => c.LastChange > 0), courses.Count(c => c.LastChange < 0));
        if (district is null && rose + fell > 0)
        {
            sentences.Add(text.Say(
                "trends.lead.districts", Format.Count(courses.Count(c => c.LastChange is not null)), Format.Count(rose), Format.Count(fell)));
        }

        var ns = rows.Select(r => r.N).ToList();
        if (district is null && ns.Distinct().Count() > 1)
            sentences.Add(text.Say("trends.lead.n", string.Join(text["list.between"], ns)));
        return string.Join(text["sentence.between"], sentences);
    }

    private static string Course(List<TrendRow> rows, bool city, Text text)
    {
        var (first, last) = (rows[0], rows[^1]);
        var name = city ? text["trends.city"] : text.Pick(last.NameZh, last.NameEn);
        if (rows.Count == 1)
            return text.Say("trends.lead.one", name, text.Pick(last.RoundZh, last.RoundEn), Format.Rate(last.Rate));

        // Between rounds that cannot be compared only the numbers are said, not a rise or fall.
        var comparable = rows.Skip(1).All(r => r.Comparable);
        var key = !comparable ? "trends.lead.break" : last.Rate > first.Rate ? "trends.lead.rose" : last.Rate < first.Rate ? "trends.lead.fell" : "trends.lead.same";
        return text.Say(
            key, name, text.Pick(first.RoundZh, first.RoundEn), Format.Rate(first.Rate), text.Pick(last.RoundZh, last.RoundEn), Format.Rate(last.Rate),
            Format.Number(Math.Abs((last.Rate!.Value - first.Rate!.Value) * 100), 1));
    }
}
