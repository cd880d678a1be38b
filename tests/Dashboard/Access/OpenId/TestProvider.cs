using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LearningCity.Dashboard.Tests.Access.OpenId;

/// <summary>A small OpenID provider at an address of its own: discovery, keys, authorization code with PKCE, signed identity tokens. Whoever comes
/// is signed in as <see cref="Claims"/> say; <see cref="Spoil"/> makes its tokens wrong.</summary>
internal sealed class TestProvider : IAsyncDisposable
{
    public const string ClientId = "learning-city";
    public const string ClientSecret = "secret of the client";

    private readonly WebApplication app;
    private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = "k1" };
    private readonly Dictionary<string, (string Challenge, string Nonce, string RedirectUri)> codes = [];

    private TestProvider(WebApplication app) => this.app = app;

    public string Issuer => app.Urls.Single();

    public Dictionary<string, object> Claims { get; } = [];

    /// <summary>Changes the token before it is signed.</summary>
    public Action<SecurityTokenDescriptor>? Spoil { get; set; }

    /// <summary>Whether it answers that the person said no.</summary>
    public bool Denies { get; set; }

    public static async Task<TestProvider> StartAsync(string url = "http://127.0.0.1:0")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        var provider = new TestProvider(builder.Build());
        provider.Map();
        await provider.app.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    /// <summary>The settings of a dashboard that trusts it.</summary>
    public static (string, string)[] Settings(string issuer, params (string Value, string Role)[] roles) =>
    [
        ("Access:OpenId:Authority", issuer), ("Access:OpenId:ClientId", ClientId), ("Access:OpenId:ClientSecret", ClientSecret),
        .. roles.SelectMany((r, n) => new[] { ($"Access:OpenId:Roles:{n}:Value", r.Value), ($"Access:OpenId:Roles:{n}:Role", r.Role) }),
    ];

    /// <summary>Who is at the provider's browser from now on.</summary>
    public void Is(string subject, string? name, params string[] roles)
    {
        Claims.Clear();
        Claims["sub"] = subject;
        Claims["roles"] = roles;
        if (name is not null)
        {
            Claims["preferred_username"] = name;
        }
    }

    public static SigningCredentials OtherKey() => new(new RsaSecurityKey(RSA.Create(2048)) { KeyId = "k1" }, SecurityAlgorithms.RsaSha256);

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private void Map()
    {
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = Issuer,
            authorization_endpoint = Issuer + "/authorize",
            token_endpoint = Issuer + "/token",
            jwks_uri = Issuer + "/keys",
            response_types_supported = new[] { "code" },
            subject_types_supported = new[] { "public" },
            id_token_signing_alg_values_supported = new[] { "RS256" },
        }));
        app.MapGet("/keys", () =>
        {
            var made = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(key.Rsa.ExportParameters(false)) { KeyId = key.KeyId });
            return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = made.Kid, n = made.N, e = made.E } } });
        });
        app.MapGet("/authorize", Authorize);
        app.MapPost("/token", TokenAsync);
    }

    private IResult Authorize(HttpRequest request)
    {
        string Of(string name) => request.Query[name].ToString();
        if (Of("client_id") != ClientId || Of("response_type") != "code" || Of("code_challenge_method") != "S256" || Of("code_challenge").Length < 43 || Of("nonce").Length < 20)
        {
            return Results.BadRequest(request.QueryString.Value);
        }

        if (Denies)
        {
            return Results.Redirect($"{Of("redirect_uri")}?error=access_denied&state={Uri.EscapeDataString(Of("state"))}");
        }

        var code = Guid.NewGuid().ToString("N");
        codes[code] = (Of("code_challenge"), Of("nonce"), Of("redirect_uri"));
        return Results.Redirect($"{Of("redirect_uri")}?code={code}&state={Uri.EscapeDataString(Of("state"))}");
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (!codes.Remove(form["code"].ToString(), out var asked)
            || Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != asked.Challenge
            || form["redirect_uri"] != asked.RedirectUri || form["client_id"] != ClientId || form["client_secret"] != ClientSecret)
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        }

        var now = DateTime.UtcNow;
        var token = new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = ClientId,
            Claims = new Dictionary<string, object>(Claims) { ["nonce"] = asked.Nonce },
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(5),
            SigningCredentials = new(key, SecurityAlgorithms.RsaSha256),
        };
        Spoil?.Invoke(token);
        var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        return Results.Json(new { access_token = "unused", token_type = "Bearer", expires_in = 300, id_token = handler.CreateToken(token) });
    }
}
