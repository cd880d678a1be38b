using LearningCity.Dashboard.Resources;
using Microsoft.OpenApi;

namespace LearningCity.Dashboard.Api.Describing;

/// <summary>The head of the OpenAPI document. It names no server, so that the document is the same wherever it is read.</summary>
public static class DocumentNotes
{
    public static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = ApiText.Both("document.title"),
            Version = "v1",
            Description = ApiText.Both("document.description"),
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        };
        foreach (var path in document.Paths.Values)
        {
            // HEAD is GET without the body; every reader of the description knows that.
            path.Operations?.Remove(HttpMethod.Head);
        }

        document.Servers = [new OpenApiServer { Url = "/" }];
    }
}
