using LearningCity.Dashboard.Hosting;
using LearningCity.Warehouse.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.Dashboard.Tests.Hosting;

/// <summary>The whole dashboard in this process, on a data folder.</summary>
public sealed class DashboardFactory(DataFolder folder, bool sample = true, params (string Name, string Value)[] settings) : WebApplicationFactory<StartOptions>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("data", folder.Root);
        builder.UseSetting("no-sample", sample ? "false" : "true");
        foreach (var (name, value) in settings.Where(s => !IsVariable(s.Name)))
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureAppConfiguration(configuration => configuration.AddInMemoryCollection(
            settings.Where(s => IsVariable(s.Name)).Select(s => KeyValuePair.Create<string, string?>(s.Name, s.Value))));
    }

    // A setting reaches the program on its command line, a variable of the environment does not.
    private static bool IsVariable(string name) => name.StartsWith("LEARNINGCITY_", StringComparison.Ordinal);

    /// <summary>Serves real HTTP at an address of its own, which it returns.</summary>
    public Uri Listen()
    {
        UseKestrel(0);
        StartServer();
        return new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>A client that follows no redirect and asks in Chinese unless told otherwise. It keeps no cookie: clients are shared, and a language chosen by one test must not be another's.</summary>
    public HttpClient Client(string language = "zh")
    {
        var client = CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return client;
    }
}
