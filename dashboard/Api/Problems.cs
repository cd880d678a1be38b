using LearningCity.Dashboard.Api.Asking;
using LearningCity.Dashboard.Resources;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LearningCity.Dashboard.Api;

/// <summary>The problems that the API answers with, in the language of the request.</summary>
public static class Problems
{
    /// <summary>All faults at once: 404 when nothing is wrong but that something named does not exist, else 400.</summary>
    public static ProblemHttpResult Of(IReadOnlyList<Fault> faults)
    {
        var missing = faults.All(f => f.Missing);
        return Problem(
            missing ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest,
            ApiText.Get(missing ? "MissingTitle" : "WrongTitle"),
            string.Join('\n', faults.Select(f => f.Message)),
            faults);
    }

    /// <summary>Nothing has been published yet.</summary>
    public static ProblemHttpResult NoSnapshot() =>
        Problem(StatusCodes.Status404NotFound, ApiText.Get("NoSnapshotTitle"), ApiText.Get("NoSnapshotDetail"), []);

    /// <summary>Forms were loaded, but none for any round.</summary>
    public static ProblemHttpResult NoRound() =>
        Problem(StatusCodes.Status404NotFound, ApiText.Get("NoSnapshotTitle"), ApiText.Get("NoRoundDetail"), []);

    /// <summary>No route has this path; <paramref name="known"/> are those that there are.</summary>
    public static ProblemHttpResult NoRoute(HttpRequest request, IEnumerable<string> known) => Problem(
        StatusCodes.Status404NotFound,
        ApiText.Get("UnknownPathTitle"),
        ApiText.Format("UnknownPathDetail", request.Method, request.Path, string.Join(' ', known)),
        []);

    private static ProblemHttpResult Problem(int status, string title, string detail, IReadOnlyList<Fault> faults) =>
        TypedResults.Problem(new ProblemDetails
        {
            Status = status,
            Title = title,
            Detail = detail,
            Extensions = { ["errors"] = faults },
        });
}
