using System.Globalization;
using LearningCity.Dashboard.Components;
using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Features.Rankings;

/// <summary>Weights of the dimensions as the address gives them, and the ranking that they lead to.</summary>
/// <param name="Given">One for each dimension: what was asked, else its max points.</param>
/// <param name="Ranking">Null while the address asks for no other weights.</param>
/// <param name="Refused">Dimensions whose weight is no number from 0 to <see cref="Most"/>; they keep their max points.</param>
public sealed record Weights(IReadOnlyList<(Dimension Dimension, decimal Weight)> Given, ReweightedRanking? Ranking, IReadOnlyList<Dimension> Refused)
{
    public const int Most = 1000;

    /// <summary>Name of the parameter with a dimension's weight.</summary>
    public static string Parameter(Dimension dimension) => "w-" + dimension.Code.ToLowerInvariant();

    public static Weights Read(PageReading reading)
    {
        var asked = reading.Dimensions.Select(d => (Dimension: d, Text: reading.Url[Parameter(d)])).ToList();
        var read = asked.ConvertAll(a => (a.Dimension, a.Text, Weight: Parse(a.Text)));
        List<(Dimension Dimension, decimal Weight)> given = [.. read.Select(r => (r.Dimension, r.Weight ?? r.Dimension.MaxPoints))];
        var differs = given.Any(g => g.Weight != g.Dimension.MaxPoints);
        return new Weights(
            given,
            differs ? ReweightedRankings.Ask(reading.Snapshot, reading.Round.Code, given.ToDictionary(g => g.Dimension.Code, g => g.Weight)) : null,
            [.. read.Where(r => r.Text is not null && r.Weight is null).Select(r => r.Dimension)]);
    }

    private static decimal? Parse(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) && weight <= Most ? weight : null;
}
