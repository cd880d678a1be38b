using System.Net;

namespace LearningCity.Dashboard.Tests.Access.OpenId;

/// <summary>Somebody at a browser between the dashboard and its provider, over real HTTP.</summary>
internal static class ProviderVisitor
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Visitor At(Uri address, string language = "zh")
    {
        var cookies = new CookieContainer();
        cookies.Add(address, new Cookie("lang", language));
        return new Visitor(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = address });
    }

    /// <summary>Presses the button of the sign-in page and goes wherever that leads, as far as the provider's answer.</summary>
    /// <returns>The address with which the provider sends the browser back.</returns>
    public static async Task<Uri> GoToProvider(this Visitor visitor, string? to = null)
    {
        using var start = await visitor.Get("/account/sign-in/openid" + (to is null ? "" : "?to=" + Uri.EscapeDataString(to)));
        start.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var there = await visitor.Client.GetAsync(start.Headers.Location, Cancel);
        there.StatusCode.ShouldBe(HttpStatusCode.Redirect, await there.Content.ReadAsStringAsync(Cancel));
        return there.Headers.Location!;
    }

    /// <summary>Signs in at the provider; where the dashboard leads then.</summary>
    public static async Task<string> SignInAtProvider(this Visitor visitor, string? to = null)
    {
        using var back = await visitor.Client.GetAsync(await visitor.GoToProvider(to), Cancel);
        back.StatusCode.ShouldBe(HttpStatusCode.Redirect, await back.Content.ReadAsStringAsync(Cancel));
        return back.Headers.Location!.OriginalString;
    }
}
