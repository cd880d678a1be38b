using DocumentFormat.OpenXml.Wordprocessing;

namespace LearningCity.Dashboard.Reports.Word;

/// <summary>The fonts that GB/T 9704-2012 asks for, by name, with what stands in for them where they are not installed.</summary>
internal static class WordFonts
{
    /// <summary>Western letters and numbers.</summary>
    public const string Latin = "Times New Roman";

    public const string Body = "仿宋";

    public const string Title = "方正小标宋简体";

    public const string Heading = "黑体";

    public const string SubHeading = "楷体";

    /// <summary>Page numbers.</summary>
    public const string Song = "宋体";

    public static Fonts Table(bool chinese)
    {
        var fonts = new Fonts(Font(Latin, null, FontFamilyValues.Roman));
        if (chinese)
        {
            fonts.Append(
                Font(Body, "仿宋_GB2312", FontFamilyValues.Modern), Font(Title, "华文中宋", FontFamilyValues.Roman), Font(Heading, "SimHei", FontFamilyValues.Modern),
                Font(SubHeading, "楷体_GB2312", FontFamilyValues.Modern), Font(Song, "SimSun", FontFamilyValues.Roman));
        }

        return fonts;
    }

    public static RunFonts Of(string eastAsia, bool chinese) => chinese
        ? new RunFonts { Ascii = Latin, HighAnsi = Latin, ComplexScript = Latin, EastAsia = eastAsia }
        : new RunFonts { Ascii = Latin, HighAnsi = Latin, ComplexScript = Latin, EastAsia = Song };

    private static Font Font(string name, string? other, FontFamilyValues family)
    {
        var font = new Font { Name = name };
        if (other is not null)
            font.Append(new AltName { Val = other }, new FontCharSet { Val = "86" });
        font.Append(new FontFamily { Val = family }, new Pitch { Val = FontPitchValues.Variable });
        return font;
    }
}
