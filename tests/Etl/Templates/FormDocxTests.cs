using System.Security.Cryptography;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using LearningCity.Etl.Templates;

namespace LearningCity.Etl.Tests.Templates;

public sealed class FormDocxTests
{
    [Theory]
    [MemberData(nameof(Cities.Names), MemberType = typeof(Cities))]
    public void A_form_breaks_no_rule_of_the_file_format(string city)
    {
        var catalog = Cities.Named(city);
        foreach (var district in new[] { null, catalog.Districts[0] })
        {
            using var document = Written(OfficialForm.Of(catalog, catalog.Rounds[0], district));
            new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
        }
    }

    [Fact]
    public void Word_lets_people_fill_in_the_controls_and_nothing_else()
    {
        using var document = Written(OfficialForm.Of(Cities.BuiltIn, Cities.BuiltIn.Rounds[0], null));
        var protection = document.MainDocumentPart!.DocumentSettingsPart!.Settings!.GetFirstChild<DocumentProtection>()!;
        protection.Edit!.Value.ShouldBe(DocumentProtectionValues.Forms);
        protection.Enforcement!.Value.ShouldBeTrue();

        var tags = Tags(document);
        tags.ShouldBeUnique();
        tags.Where(t => t.EndsWith(":self", StringComparison.Ordinal) && !t.Contains(":total:", StringComparison.Ordinal))
            .ShouldBe(Cities.BuiltIn.IndicatorsOf("2023").Select(i => FormCodes.ScoreTag(i.Code, self: true)));
        tags.ShouldContain("LearningCity:district");
    }

    [Fact]
    public void An_open_district_is_chosen_from_the_list_of_the_catalog()
    {
        using var document = Written(OfficialForm.Of(Cities.Other, Cities.Other.Rounds[0], null));
        document.MainDocumentPart!.Document!.Descendants<ListItem>().Select(i => i.Value!.Value).ShouldBe(["江北区", "江南区", "新区"]);
        using var set = Written(OfficialForm.Of(Cities.Other, Cities.Other.Rounds[0], Cities.Other.Districts[0]));
        set.MainDocumentPart!.Document!.Descendants<ListItem>().ShouldBeEmpty();
        Tags(set).ShouldNotContain("LearningCity:district");
    }

    [Fact]
    public void The_properties_carry_the_codes_and_read_back()
    {
        var city = Cities.BuiltIn;
        using var document = Written(OfficialForm.Of(city, city.Rounds[2], city.Districts[1]));
        var properties = document.CustomFilePropertiesPart!.Properties!.Elements<CustomDocumentProperty>().Select(p => (p.Name!.Value!, p.InnerText));
        FormCodes.FromProperties(properties).ShouldBe(new FormCodes(1, city.Rounds[2].Code, "2023", city.Districts[1].Code));
    }

    [Fact]
    public void The_same_form_gives_the_same_bytes()
    {
        var form = OfficialForm.Of(Cities.BuiltIn, Cities.BuiltIn.Rounds[0], null);
        Convert.ToHexString(SHA256.HashData(Bytes(form))).ShouldBe(Convert.ToHexString(SHA256.HashData(Bytes(form))));
    }

    private static List<string> Tags(WordprocessingDocument document) =>
        [.. document.MainDocumentPart!.Document!.Descendants<Tag>().Select(t => t.Val!.Value!)];

    private static byte[] Bytes(OfficialForm form)
    {
        using var stream = new MemoryStream();
        FormDocx.Write(form, stream);
        return stream.ToArray();
    }

    private static WordprocessingDocument Written(OfficialForm form) => WordprocessingDocument.Open(new MemoryStream(Bytes(form)), isEditable: false);
}
