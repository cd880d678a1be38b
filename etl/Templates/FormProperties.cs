using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.VariantTypes;

namespace LearningCity.Etl.Templates;

/// <summary>Custom document properties of a form: they outlive saving in Office, WPS and LibreOffice.</summary>
internal static class FormProperties
{
    // The format id that Office gives to custom properties.
    private const string FormatId = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

    internal static void Add(CustomFilePropertiesPart part, IEnumerable<(string Name, string Value)> properties) =>
        part.Properties = new Properties(properties.Select((p, i) =>
            new CustomDocumentProperty(new VTLPWSTR(p.Value)) { FormatId = FormatId, PropertyId = i + 2, Name = p.Name }));
}
