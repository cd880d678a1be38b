using LearningCity.Dashboard.Figures.Rendering;
using ScottPlot;

namespace LearningCity.Dashboard.Tests.Figures;

public sealed class PaletteTests
{
    private static readonly FigurePalette[] Palettes = [FigurePalette.Light, FigurePalette.Dark, FigurePalette.Print];

    [Fact]
    public void Pages_use_the_colours_of_the_figures()
    {
        var css = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "wwwroot", "css", "figure-tokens.css"));

        css.ReplaceLineEndings("\n").ShouldBe(PaletteCss.Text(), "write wwwroot/css/figure-tokens.css from PaletteCss.Text()");
    }

    [Fact]
    public void The_categorical_and_end_colours_are_those_agreed()
    {
        Enumerable.Range(0, 4).Select(i => FigurePalette.Light.Hex(FigurePalette.Series(i))).ShouldBe(["#12436d", "#28a197", "#801650", "#f46a25"]);
        FigurePalette.Light.Hex(Ink.Bin1).ShouldBe("#d6e6f4");
        FigurePalette.Light.Hex(Ink.Bin5).ShouldBe("#12436d");
        FigurePalette.Light.Hex(Ink.SelfHigher3).ShouldBe("#801650");
        FigurePalette.Light.Hex(Ink.ExpertHigher3).ShouldBe("#12436d");
    }

    [Fact]
    public void Text_can_be_read_on_what_it_stands_on()
    {
        foreach (var palette in Palettes)
        {
            foreach (var ink in new[] { Ink.Text, Ink.Muted, Ink.Series1Text, Ink.Series2Text, Ink.Series3Text, Ink.Series4Text, Ink.Good, Ink.Poor })
                Contrast(palette[ink], palette[Ink.Ground]).ShouldBeGreaterThanOrEqualTo(4.5, $"{ink} on the {palette.Name} ground");
            for (var bin = 1; bin <= 5; bin++)
                Contrast(palette[FigurePalette.BinText(bin)], palette[FigurePalette.Bin(bin)]).ShouldBeGreaterThanOrEqualTo(4.5, $"bin {bin}, {palette.Name}");
            foreach (var ink in Enum.GetValues<Ink>().Where(i => i is >= Ink.SelfHigher1 and <= Ink.ExpertHigher3))
                Contrast(palette[ink + (Ink.SelfHigher1Text - Ink.SelfHigher1)], palette[ink]).ShouldBeGreaterThanOrEqualTo(4.5, $"text on {ink}, {palette.Name}");
            Contrast(palette[Ink.Text], palette[Ink.None]).ShouldBeGreaterThanOrEqualTo(4.5);
            Contrast(palette[Ink.Muted], palette[Ink.Band]).ShouldBeGreaterThanOrEqualTo(4.5);
        }
    }

    [Fact]
    public void Data_stand_out_from_the_ground()
    {
        foreach (var palette in Palettes)
        {
            foreach (var ink in new[] { Ink.Accent, Ink.Series1, Ink.Series3, Ink.Expert, Ink.Self, Ink.Good, Ink.Poor })
                Contrast(palette[ink], palette[Ink.Ground]).ShouldBeGreaterThanOrEqualTo(3, $"{ink} on the {palette.Name} ground");
        }
    }

    [Fact]
    public void Bins_go_one_way_from_little_to_much()
    {
        foreach (var palette in Palettes)
        {
            var steps = Enumerable.Range(1, 5).Select(b => Contrast(palette[FigurePalette.Bin(b)], palette[Ink.Ground])).ToList();
            steps.ShouldBe(steps.Order());
            steps.Zip(steps.Skip(1), (a, b) => b / a).ShouldAllBe(ratio => ratio > 1.2);
        }
    }

    [Fact]
    public void Every_ink_has_a_number_that_no_other_has() =>
        Enum.GetValues<Ink>().Select(FigurePalette.Numbered.Hex).Distinct().Count().ShouldBe(Enum.GetValues<Ink>().Length);

    private static double Contrast(Color a, Color b)
    {
        var (light, dark) = (Math.Max(Luminance(a), Luminance(b)), Math.Min(Luminance(a), Luminance(b)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(Color c)
    {
        static double Linear(byte channel) => channel / 255.0 is var s && s <= 0.04045 ? s / 12.92 : Math.Pow((s + 0.055) / 1.055, 2.4);
        return 0.2126 * Linear(c.R) + 0.7152 * Linear(c.G) + 0.0722 * Linear(c.B);
    }
}
