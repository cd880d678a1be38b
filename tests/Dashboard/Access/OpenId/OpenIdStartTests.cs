using System.Net;
using LearningCity.Dashboard.Access;
using LearningCity.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace LearningCity.Dashboard.Tests.Access.OpenId;

public sealed class OpenIdStartTests(AccessDashboard dashboard)
{
    private static readonly (string, string)[] Leaders = [("lc", "leader")];

    [Fact]
    public async Task Without_its_provider_the_dashboard_starts_and_local_accounts_sign_in_and_once_it_is_back_so_do_others()
    {
        await using var first = await TestProvider.StartAsync();
        var issuer = first.Issuer;
        await first.DisposeAsync();
        await using var factory = dashboard.With(TestProvider.Settings(issuer, Leaders));
        var address = factory.Listen();
        using var visitor = ProviderVisitor.At(address);

        using var start = await visitor.Get("/account/sign-in/openid?to=/gaps");
        start.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        start.Headers.Location!.OriginalString.ShouldBe("/account/sign-in?to=%2Fgaps&wrong=openid-unreachable");
        (await visitor.Read(start.Headers.Location.OriginalString)).ShouldContain("暂时连不上统一身份认证");
        (await visitor.SignIn(await Visitor.Account(factory, "leader"), to: "/gaps")).Headers.Location!.OriginalString.ShouldBe("/gaps");
        await visitor.Read("/gaps");

        await using var back = await TestProvider.StartAsync(issuer);
        back.Is("late", "late" + Guid.NewGuid().ToString("N")[..8], "lc");
        using var other = ProviderVisitor.At(address);
        (await other.SignInAtProvider("/gaps")).ShouldBe("/gaps");
        await other.Read("/gaps");
    }

    [Theory]
    [InlineData("Access:OpenId:Authority", "", "Access:OpenId:Authority 应为 https 网址")]
    [InlineData("Access:OpenId:Authority", "http://sso.example.cn", "is an https address")]
    [InlineData("Access:OpenId:ClientId", "", "Access:OpenId:ClientId 没有填写")]
    [InlineData("Access:OpenId:ClientSecret", "", "Access:OpenId:ClientSecret is missing")]
    [InlineData("Access:OpenId:ClientSecretFile", "/nowhere/secret", "names a file that cannot be read")]
    [InlineData("Access:OpenId:Roles:0:Role", "king", "is leader, researcher, steward or district:CODE")]
    [InlineData("Access:OpenId:Roles:0:Value", "", "Access:OpenId:Roles:0:Value 没有填写")]
    [InlineData("access", "local", "nobody signs in in local mode")]
    public void What_is_missing_or_wrong_in_the_settings_is_said_at_start(string key, string value, string sentence) =>
        Should.Throw<FormatException>(() => Read((key, value))).Message.ShouldContain(sentence);

    [Fact]
    public void A_provider_without_roles_lets_nobody_in_and_is_refused() => Should.Throw<FormatException>(
        () => Read(("Access:OpenId:Roles:0:Value", null), ("Access:OpenId:Roles:0:Role", null))).Message.ShouldContain("Roles");

    [Fact]
    public void The_secret_may_stand_in_a_file_and_the_first_mapping_that_fits_counts()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("secret"), "of the file\n");
        var read = Read(
            ("Access:OpenId:ClientSecretFile", folder.File("secret")), ("Access:OpenId:RoleClaim", "groups"),
            ("Access:OpenId:Roles:1:Value", "tz"), ("Access:OpenId:Roles:1:Role", "district:110112")).OpenId!;
        read.ClientSecret.ShouldBe("of the file");
        read.RoleClaim.ShouldBe("groups");
        read.RoleOf(["tz", "lc"]).ShouldBe(Role.Leader);
        read.RoleOf(["tz"]).ShouldBe(Role.OfDistrict("110112"));
        read.RoleOf([]).ShouldBeNull();
    }

    [Fact]
    public void Without_a_section_there_is_no_provider() =>
        AccessOptions.Read(new ConfigurationBuilder().AddInMemoryCollection([new("access", "accounts")]).Build()).OpenId.ShouldBeNull();

    private static AccessOptions Read(params (string Key, string? Value)[] changes)
    {
        var settings = TestProvider.Settings("https://sso.example.cn", Leaders).Append(("access", "accounts")).ToDictionary(s => s.Item1, s => (string?)s.Item2);
        foreach (var (key, value) in changes)
        {
            settings[key] = value;
        }

        return AccessOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
    }
}
