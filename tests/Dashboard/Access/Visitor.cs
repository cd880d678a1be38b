using System.Net;
using System.Text.RegularExpressions;
using LearningCity.Dashboard.Access;
using LearningCity.Dashboard.Access.Accounts;
using LearningCity.Dashboard.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.Dashboard.Tests.Access;

/// <summary>Somebody at a browser: keeps cookies, follows no redirect, and fills forms with their token.</summary>
internal sealed partial class Visitor(HttpClient client) : IDisposable
{
    public const string Password = "correct horse battery";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public HttpClient Client { get; } = client;

    public static Visitor Of(DashboardFactory factory) => new(factory.CreateClient(new() { AllowAutoRedirect = false }));

    /// <summary>Makes an account and signs it in by the form.</summary>
    public static async Task<Visitor> SignedIn(DashboardFactory factory, string role, string? name = null)
    {
        name ??= await Account(factory, role);
        var visitor = Of(factory);
        (await visitor.SignIn(name)).Headers.Location!.OriginalString.ShouldBeOneOf("/", "/districts/own");
        return visitor;
    }

    /// <summary>An account of a role, with the password of all tests.</summary>
    public static async Task<string> Account(DashboardFactory factory, string role)
    {
        var name = "u" + Guid.NewGuid().ToString("N")[..10];
        using var scope = factory.Services.CreateScope();
        (await scope.ServiceProvider.GetRequiredService<AccountDesk>().AddAsync(name, Role.Parse(role)!, Password)).Succeeded.ShouldBeTrue();
        return name;
    }

    public Task<HttpResponseMessage> SignIn(string name, string password = Password, string? to = null) =>
        Send("/account/sign-in", "/account/sign-in", ("name", name), ("password", password), ("to", to ?? "/"));

    public Task<HttpResponseMessage> Get(string address) => Client.GetAsync(address, Cancel);

    public async Task<string> Read(string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await Get(address);
        var body = await response.Content.ReadAsStringAsync(Cancel);
        response.StatusCode.ShouldBe(status, address + "\n" + body);
        return body;
    }

    /// <summary>Sends a form as it stands on a page.</summary>
    public async Task<HttpResponseMessage> Send(string page, string action, params (string Key, string Value)[] fields)
    {
        var token = Token().Match(await Read(page)).Groups[1].Value;
        token.ShouldNotBeEmpty(page);
        return await Client.PostAsync(
            action, new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Key, f.Value))]), Cancel);
    }

    /// <summary>Sends files as the upload page does.</summary>
    public async Task<HttpResponseMessage> Upload(params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent { { new StringContent(Token().Match(await Read("/data/upload")).Groups[1].Value), "__RequestVerificationToken" } };
        foreach (var (name, content) in files)
        {
            form.Add(new ByteArrayContent(content), "files", name);
        }

        return await Client.PostAsync("/data/upload", form, Cancel);
    }

    public void Dispose() => Client.Dispose();

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]* value="([^"]+)""")]
    private static partial Regex Token();
}
