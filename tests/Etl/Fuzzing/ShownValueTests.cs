using System.Globalization;
using System.Text;
using CsCheck;
using LearningCity.Etl.Normalising;
using LearningCity.Etl.Readers;

namespace LearningCity.Etl.Tests.Fuzzing;

/// <summary>No accepted value differs from what the cell shows.</summary>
public sealed class ShownValueTests
{
    // Formats whose display is told here by other means: decimals, and the text around them.
    private static readonly (string? Format, int? Decimals)[] Formats =
    [
        (null, null), ("General", null), ("@", null), ("0", 0), ("0.0", 1), ("0.00", 2), ("0.000", 3), ("#,##0.00", 2), ("0.00_ ", 2), ("0.0\"分\"", 1), ("0.00;[Red]-0.00", 2),
    ];

    private static readonly Gen<double> Held = Gen.OneOf(
        Gen.Int[0, 600].Select(n => n / 100.0), Gen.Int[0, 6_000].Select(n => n / 1000.0), Gen.Int[-100, 1000].Select(n => (double)n), Gen.Double[-10, 110],
        Gen.Int[0, 600].Select(n => (n / 100.0) + 1e-11), Gen.Int[0, 60].Select(n => (n / 10.0) + 3e-10));

    private static readonly string[] Signs =
    [
        "0", "1", "5", "9", "．", ".", "５", "０", "²", "①", "Ⅴ", "٥", "分", " ", "\u200B", "\u3000", "-", "−", "—", "/", "缺", "约", "e", "E", "+", ",", "，", "%", "'", "五", "½", "\uFEFF",
    ];

    private static readonly Gen<string> Text = Gen.Int[0, Signs.Length - 1].Select(n => Signs[n]).List[0, 6].Select(parts => string.Concat(parts));

    private static long Runs => Environment.GetEnvironmentVariable("LEARNINGCITY_LONG_TESTS") == "1" ? 20_000 : 400;

    [Fact]
    public void A_number_is_accepted_only_as_what_its_format_shows() =>
        Gen.Select(Held, Gen.Int[0, Formats.Length - 1]).Sample(
            (held, which) =>
            {
                var (format, decimals) = Formats[which];
                var read = PointsReader.Read(new Cell(1, 1, NumberFormats.Show(held, format)) { Held = held });
                if (read.Points is not { } points)
                    return;
                // Within the noise of floating point, and when rounded as the format rounds, still the same.
                ((double)Math.Abs(points - (decimal)held)).ShouldBeLessThan(1e-9);
                if (decimals is { } places)
                    Math.Round(points, places, MidpointRounding.AwayFromZero).ShouldBe(points);
            },
            iter: Runs);

    [Fact]
    public void A_text_is_accepted_only_as_the_digits_that_stand_in_it() =>
        Text.Sample(
            text =>
            {
                var read = PointsReader.Written(text);
                if (read.Points is not { } points)
                    return;
                // Another way to read it: what is a digit, a point or a sign stays, full width or not; white space and one 分 at the end go; nothing else may be there.
                var plain = new StringBuilder();
                foreach (var c in text.Where(c => !char.IsWhiteSpace(c) && c is not ('\u200B' or '\uFEFF')))
                    plain.Append(c is >= '０' and <= '９' ? (char)('0' + (c - '０')) : c == '．' ? '.' : c == '−' ? '-' : c);
                var number = plain.ToString();
                if (number.EndsWith('分'))
                    number = number[..^1];
                number.ShouldAllBe(c => char.IsAsciiDigit(c) || c == '.' || c == '-' || c == '+');
                double.Parse(number, CultureInfo.InvariantCulture).ShouldBe((double)points, 1e-12);
            },
            iter: Runs);

    [Fact]
    public void A_blank_is_never_zero_and_zero_is_never_a_blank()
    {
        foreach (var blank in new[] { "", " ", "\u3000", "—", "——", "-", "/", "／", "缺", "\u200B" })
            PointsReader.Written(blank).ShouldSatisfyAllConditions(r => r.Points.ShouldBeNull(), r => r.Missing.ShouldBeTrue());
        foreach (var zero in new[] { "0", "０", "0.00", "0分" })
            PointsReader.Written(zero).Points.ShouldBe(0);
    }
}
