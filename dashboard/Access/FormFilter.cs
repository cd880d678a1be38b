using Microsoft.AspNetCore.Antiforgery;

namespace LearningCity.Dashboard.Access;

/// <summary>What every endpoint that a form is sent to has: the token that says that the form is this site's own.</summary>
public static class FormFilter
{
    public static RouteHandlerBuilder Form(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(new FormMetadata())
        .AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            if (await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
            {
                return await next(context);
            }

            await Refusals.AnswerAsync(http, StatusCodes.Status400BadRequest);
            return Results.Empty;
        });
}

/// <summary>On every endpoint that a form is sent to; a test sends each of them one without a token.</summary>
public sealed record FormMetadata;
