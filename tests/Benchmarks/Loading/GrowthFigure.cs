using System.Globalization;
using ScottPlot;

namespace LearningCity.Benchmarks.Loading;

/// <summary>The growth as a picture: processor seconds over scores, both by powers of ten, so that what grows in proportion is a straight line at 45°.</summary>
internal static class GrowthFigure
{
    public const string File = "growth.svg";

    private static readonly (string Name, Func<GrowthTiming, Measured> Of, string Color, MarkerShape Shape)[] Lines =
    [
        ("floor", t => t.Floor, "#6B7280", MarkerShape.FilledSquare), ("load", t => t.Load, "#12436D", MarkerShape.FilledCircle),
        ("publish", t => t.Publish, "#801650", MarkerShape.FilledDiamond), ("one more form, published", t => t.OneMorePublished, "#28A197", MarkerShape.FilledTriangleUp),
    ];

    public static void Save(string path, IReadOnlyList<GrowthTiming> timings)
    {
        using var plot = new Plot();
        foreach (var (name, of, color, shape) in Lines)
        {
            var line = plot.Add.Scatter(
                timings.Select(t => Math.Log10(t.Scores)).ToArray(), timings.Select(t => Math.Log10(Math.Max(0.01, of(t).Cpu.TotalSeconds))).ToArray(), Color.FromHex(color));
            line.LegendText = name;
            (line.MarkerShape, line.MarkerSize, line.LineWidth) = (shape, 9, 2);
        }

        plot.Axes.Bottom.TickGenerator = Powers();
        plot.Axes.Left.TickGenerator = Powers();
        plot.XLabel("scores");
        plot.YLabel("processor seconds");
        plot.ShowLegend(Alignment.UpperLeft);
        plot.SaveSvg(path, 760, 480);
    }

    private static ScottPlot.TickGenerators.NumericManual Powers() => new(
        [.. Enumerable.Range(-2, 12).Select(p => (double)p)], [.. Enumerable.Range(-2, 12).Select(p => p < 0 ? Math.Pow(10, p).ToString("0.##", CultureInfo.InvariantCulture) : p < 4 ? Math.Pow(10, p).ToString("0", CultureInfo.InvariantCulture) : $"10{Raised(p)}")]);

    private static string Raised(int power) => string.Concat(power.ToString(CultureInfo.InvariantCulture).Select(digit => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']));
}
