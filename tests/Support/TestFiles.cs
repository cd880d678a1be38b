namespace LearningCity.Tests.Support;

/// <summary>Files that travel with the tests.</summary>
public static class TestFiles
{
    /// <summary>The sample scores as tidy CSV, read from the sample forms by other means than this project's loader.</summary>
    public static string SampleScores => Data("sample-scores.csv");

    /// <summary>Totals and ranks of the sample, computed by other means.</summary>
    public static string ExpectedTotals => Data("expected-totals.csv");

    /// <summary>A revision of the built-in framework: F2 split, D2 and D3 merged, O1 rescaled, D9 dropped, D12 new; three rounds on it.</summary>
    public static string Framework2027 => Catalog("framework-2027");

    /// <summary>Another city: 4 dimensions, 31 indicators, 150 points, 7 districts, 4 rounds of which one is a re-evaluation.</summary>
    public static string SecondCity => Catalog("second-city");

    public static string Catalog(string name) => Path.Combine(AppContext.BaseDirectory, "Catalogs", name);

    private static string Data(string name) => Path.Combine(AppContext.BaseDirectory, "Data", name);
}
