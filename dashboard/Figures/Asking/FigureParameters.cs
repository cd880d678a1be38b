using System.Globalization;
using LearningCity.Dashboard.Api.Asking;
using LearningCity.Dashboard.Figures.Plots;
using LearningCity.Dashboard.Figures.Rendering;
using LearningCity.Dashboard.Resources;

namespace LearningCity.Dashboard.Figures.Asking;

/// <summary>The parameters of <c>/figures/…</c> beside those of the API.</summary>
internal static class FigureParameters
{
    public const int LeastWidth = 320;
    public const int MostWidth = 1600;

    private static readonly string[] Measures = ["rank", "rate"];
    private static readonly string[] Themes = [FigurePalette.Light.Name, FigurePalette.Dark.Name, FigurePalette.Print.Name];

    /// <summary>Pixels of the picture across; a PNG has twice as many.</summary>
    public static Parameter Width { get; } = new("width", "1120", (_, value) => Between("width", value, LeastWidth, MostWidth))
    {
        Whole = true,
        Default = _ => FigureWidths.Wide.ToString(CultureInfo.InvariantCulture),
    };

    public static Parameter Theme { get; } = new("theme", "light", (_, value) => Parameters.Among("theme", value, Themes)) { Values = Themes, Default = _ => Themes[0] };

    /// <summary>What a tile says.</summary>
    public static Parameter Show { get; } = new("show", "rank", (_, value) => Parameters.Among("show", value, Measures)) { Values = Measures, Default = _ => Measures[0] };

    public static Parameter Zone { get; } =
        new("zone", "ECO", (asked, value) => Parameters.Among("zone", value, asked.Catalog.Districts.Select(d => d.Zone)));

    /// <summary>Up to four districts, separated by commas.</summary>
    public static Parameter Pick { get; } = new("pick", "110112,110107", (asked, value) =>
        value.Split(',').Select(code => Parameters.Among("pick", code, asked.Catalog.Districts.Select(d => d.Code))).FirstOrDefault(f => f is not null));

    /// <summary>Up to three districts beside the one asked for, separated by commas.</summary>
    public static Parameter With { get; } = new("with", "110105,110108", (asked, value) =>
        value.Split(',').Select(code => Parameters.Among("with", code, asked.Catalog.Districts.Select(d => d.Code))).FirstOrDefault(f => f is not null));

    /// <summary>What every figure takes.</summary>
    public static IReadOnlyList<Parameter> Common { get; } = [Width, Theme, Parameters.Snapshot, Parameters.Lang];

    public static FigurePalette Palette(Asked asked) =>
        asked["theme"] == FigurePalette.Dark.Name ? FigurePalette.Dark : asked["theme"] == FigurePalette.Print.Name ? FigurePalette.Print : FigurePalette.Light;

    public static TileMeasure Measure(Asked asked) => asked["show"] == Measures[1] ? TileMeasure.Rate : TileMeasure.Rank;

    public static IReadOnlyList<string> Picked(Asked asked) => asked["pick"]?.Split(',') ?? [];

    public static IReadOnlyList<string> Others(Asked asked) =>
        [.. (asked["with"]?.Split(',') ?? []).Distinct().Where(code => code != asked["district"]).Take(CompareFigure.MostDistricts - 1)];

    private static Fault? Between(string name, string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? null
            : new Fault(name, value, ApiText.Format("NotBetween", ApiText.Name(name), value, least, most));
}
