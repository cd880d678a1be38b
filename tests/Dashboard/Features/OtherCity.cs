using System.Globalization;
using LearningCity.Dashboard.Tests.Features;
using LearningCity.Dashboard.Tests.Hosting;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Catalogs;

[assembly: AssemblyFixture(typeof(OtherCity))]
[assembly: AssemblyFixture(typeof(RevisedCity))]

namespace LearningCity.Dashboard.Tests.Features;

/// <summary>The dashboard of another city: 4 dimensions, 31 indicators, 150 points, 7 districts, a re-evaluation among its rounds; of the
/// first round the single scores of a panel of two are known.</summary>
public sealed class OtherCity : IDisposable
{
    private readonly ScoredCity city = new(TestFiles.SecondCity, [("A", 7), ("B", 5), ("B2", 1), ("C", 7)], panelIn: "A");

    public CityCatalog Catalog => city.Catalog;

    public HttpClient Client => city.Client;

    public void Dispose() => city.Dispose();
}

/// <summary>The dashboard of Beijing after the revision of 2027: F2 split, D2 and D3 merged, O1 rescaled, D9 dropped, D12 new. In 2027R one
/// district is evaluated again; in 2028 another is left out.</summary>
public sealed class RevisedCity : IDisposable
{
    private readonly ScoredCity city = new(TestFiles.Framework2027, [("2025", 3), ("2026", 3), ("2027", 3), ("2027R", 1), ("2028", 2)]);

    public HttpClient Client => city.Client;

    public void Dispose() => city.Dispose();
}

/// <summary>A dashboard on an imported catalog, with scores for the first districts of each round.</summary>
internal sealed class ScoredCity : IDisposable
{
    private readonly TestStore store = new();
    private readonly DashboardFactory factory;

    /// <param name="panelIn">The round with single scores of P1, who gave what the panel agreed on, and P2, who gave a tenth of the max points less.</param>
    public ScoredCity(string catalog, IReadOnlyList<(string Round, int Districts)> rounds, string? panelIn = null)
    {
        CatalogImport.Import(store.Store, catalog).Accepted.ShouldBeTrue();
        Catalog = store.Store.Catalog;
        using var folder = new TempFolder();
        File.WriteAllLines(folder.File("scores.csv"), rounds.SelectMany((r, n) => Catalog.Districts.Take(r.Districts).SelectMany((district, place) =>
            Catalog.IndicatorsOf(Catalog.Round(r.Round)!.Framework).SelectMany(i => new (string Rater, string Expert, decimal Points)[]
            {
                ("expert", "", Points(i, n, place)),
                ("self", "", i.MaxPoints),
                ("expert", "P1", Points(i, n, place)),
                ("expert", "P2", Points(i, n, place) - (i.MaxPoints / 10)),
            }
                .Where(s => s.Expert.Length == 0 || r.Round == panelIn)
                .Select(s => string.Create(CultureInfo.InvariantCulture, $"{r.Round},{district.Code},{i.Code},{s.Rater},{s.Expert},{s.Points}"))))).Prepend("round,district,indicator,rater,expert,points"));
        StoreSeed.Tidy(store.Store, folder.File("scores.csv"));
        store.Publish().Dispose();
        factory = new DashboardFactory(store.Folder, sample: false);
        Client = factory.Client();
    }

    public CityCatalog Catalog { get; }

    public HttpClient Client { get; }

    /// <summary>What an indicator was given: each round a little more, each district a little less.</summary>
    public static decimal Points(Indicator indicator, int round, int place) =>
        decimal.Round(indicator.MaxPoints * (0.6m + (0.05m * round) - (0.02m * place)), 2);

    public void Dispose()
    {
        factory.Dispose();
        store.Dispose();
    }
}
