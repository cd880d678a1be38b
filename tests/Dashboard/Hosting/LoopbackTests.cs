using LearningCity.Dashboard.Access;
using LearningCity.Dashboard.Hosting;
using Microsoft.Extensions.Configuration;

namespace LearningCity.Dashboard.Tests.Hosting;

public sealed class LoopbackTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://127.0.0.2:0")]
    [InlineData("http://localhost:5080")]
    [InlineData("http://[::1]:5080;http://127.0.0.1:5081")]
    public void An_address_of_this_computer_is_served(string urls) => Refusal(new() { ["urls"] = urls }).ShouldBeNull();

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://+:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://192.168.1.20:5080")]
    [InlineData("http://learning.example.cn")]
    [InlineData("http://127.0.0.1.example.cn")]
    [InlineData("http://127.0.0.1:5080;http://0.0.0.0:5081")]
    [InlineData("5080")]
    public void Any_other_address_is_refused_with_the_reason(string urls)
    {
        var refusal = Refusal(new() { ["urls"] = urls }).ShouldNotBeNull();

        refusal.ExitCode.ShouldBe(2);
        refusal.Zh.ShouldContain("访问控制");
        refusal.En.ShouldContain("access control");
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("https://learning.example.cn")]
    public void Where_people_sign_in_any_address_is_served(string urls) => Refusal(new() { ["urls"] = urls, ["access"] = "accounts" }).ShouldBeNull();

    [Fact]
    public void A_mode_that_is_not_known_is_refused_rather_than_taken_for_one() =>
        Should.Throw<FormatException>(() => Refusal(new() { ["access"] = "acounts" })).Message.ShouldContain("acounts");

    [Fact]
    public void An_endpoint_in_a_settings_file_is_held_to_the_same_rule() =>
        Refusal(new() { ["Kestrel:Endpoints:Web:Url"] = "http://0.0.0.0:80" }).ShouldNotBeNull();

    [Fact]
    public void Nothing_said_means_the_default_address() =>
        Loopback.Addresses(new ConfigurationBuilder().Build()).ShouldBe([StartOptions.DefaultUrl]);

    private static Stop? Refusal(Dictionary<string, string?> settings) =>
        Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());

    private static Stop? Read(IConfiguration configuration) => Loopback.Refuse(configuration, AccessOptions.Read(configuration));
}
