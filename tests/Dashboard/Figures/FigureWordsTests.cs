using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using LearningCity.Dashboard.Figures;

namespace LearningCity.Dashboard.Tests.Figures;

public sealed partial class FigureWordsTests
{
    private static readonly ResourceManager Words = new("LearningCity.Dashboard.Resources.Figures", typeof(FigureWords).Assembly);

    [Fact]
    public void Both_languages_have_the_same_words_with_the_same_places_to_fill()
    {
        var (zh, en) = (Read(CultureInfo.InvariantCulture), Read(CultureInfo.GetCultureInfo("en")));

        en.Keys.ShouldBe(zh.Keys, ignoreOrder: true);
        foreach (var key in zh.Keys) Places(en[key]).ShouldBe(Places(zh[key]), key);
    }

    [Fact]
    public void Every_figure_has_a_title_and_says_what_it_shows_in_both_languages()
    {
        foreach (var entry in FigureCatalog.All)
        {
            foreach (var language in Enum.GetValues<FigureLanguage>())
            {
                entry.Title(language).ShouldNotBeNullOrWhiteSpace();
                entry.Shows(language).ShouldNotBeNullOrWhiteSpace();
            }
        }

        FigureCatalog.All.Select(f => f.Name).ShouldBeUnique();
    }

    [Fact]
    public void A_word_that_does_not_exist_is_a_defect() => Should.Throw<MissingManifestResourceException>(() => FigureWords.Get(FigureLanguage.Zh, "NoSuchWord"));

    [Theory]
    [InlineData("93.7", "93.70", "+93.70")]
    [InlineData("-0.004", "0.00", "0.00")]
    [InlineData("-1.305", "−1.31", "−1.31")]
    [InlineData("0.005", "0.01", "+0.01")]
    public void Points_are_written_to_a_hundredth_with_a_true_minus(string value, string plain, string withSign)
    {
        var points = decimal.Parse(value, CultureInfo.InvariantCulture);

        FigureNumbers.Points(points).ShouldBe(plain);
        FigureNumbers.SignedPoints(points).ShouldBe(withSign);
    }

    [Fact]
    public void Rates_are_written_to_a_tenth_of_a_per_cent() => FigureNumbers.Rate(0.85417m).ShouldBe("85.4%");

    private static Dictionary<string, string> Read(CultureInfo culture) =>
        Words.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<System.Collections.DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Value).Distinct().Order();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();
}
