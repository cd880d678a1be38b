using LearningCity.Dashboard.Figures.Rendering;

namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>From districts and points to the dots, lines and words of a strip.</summary>
internal static class Strips
{
    public static (IReadOnlyList<DistrictPoints> Complete, int Missing) Split(IReadOnlyList<DistrictPoints> districts)
    {
        var complete = districts.Where(d => d.Points is not null).ToList();
        return (complete, districts.Count - complete.Count);
    }

    /// <summary>Of very many, those that show how they are spread; else all, as they came.</summary>
    public static IReadOnlyList<DistrictPoints> Thinned(IReadOnlyList<DistrictPoints> districts, string? picked) => districts.Count <= Thinning.MostRows
        ? districts
        : Thinning.Of([.. districts.OrderByDescending(d => d.Points).ThenBy(d => d.District.Code, StringComparer.Ordinal)], Thinning.MostRows, d => d.District.Code == picked);

    public static IReadOnlyList<StripDot> Dots(IReadOnlyList<DistrictPoints> districts, string? picked, decimal most, FigureContext context, FigureFrame frame) =>
        [.. districts.Select(d => new StripDot(
            d.District.ShortIn(frame.Language), d.District.In(frame.Language), context.Word("PointsOf", FigureNumbers.Points(d.Points!.Value), FigureNumbers.Tick((double)most)),
            context.ToDistrict(d.District.Code), (double)d.Points!.Value, d.District.Code == picked))];

    public static IReadOnlyList<(double X, string Words)> Lines(decimal? mean, decimal? median, FigureContext context)
    {
        var lines = new List<(double, string)>(2);
        if (mean is { } average) lines.Add(((double)average, context.Word("MeanIs", FigureNumbers.Points(average))));
        if (median is { } middle) lines.Add(((double)middle, context.Word("MedianIs", FigureNumbers.Points(middle))));
        return lines;
    }

    /// <summary>Who has most and least.</summary>
    public static object[] Says(IReadOnlyList<DistrictPoints> districts, FigureContext context)
    {
        var ordered = districts.OrderByDescending(d => d.Points).ToList();
        return
        [
            districts.Count, ordered[0].District.In(context.Language), FigureNumbers.Points(ordered[0].Points!.Value),
            ordered[^1].District.In(context.Language), FigureNumbers.Points(ordered[^1].Points!.Value),
        ];
    }
}
