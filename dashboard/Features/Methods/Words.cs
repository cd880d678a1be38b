using System.Globalization;
using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Resources;

namespace LearningCity.Dashboard.Features.Methods;

/// <summary>Numbers of the worked examples as text.</summary>
internal sealed class Words(MethodText saying)
{
    private const double Smallest = 0.0001;

    /// <summary>With its sign, to stand behind p or q: "= 0.0123" or "&lt; 0.0001".</summary>
    public string P(double? p) => p switch
    {
        null => Format.Missing,
        < Smallest => saying["p.small"],
        _ => "= " + Format.Ratio(p, 4),
    };

    /// <summary>A rate as a percentage.</summary>
    public static string Percent(double? rate) => rate is null ? Format.Missing : Format.Rate((decimal)rate.Value);

    /// <summary>A difference of rates in percentage points, signed.</summary>
    public static string Signed(double? rate) => rate is null ? Format.Missing : Format.SignedRate((decimal)rate.Value, 2);

    /// <summary>A spread of rates in percentage points.</summary>
    public static string Spread(double? rate) => Format.Ratio(rate * 100, 2);

    public static string Ratio(double? value) => Format.Ratio(value);

    public static string Whole(double? value) => value is null ? Format.Missing : value.Value.ToString("0.#", CultureInfo.InvariantCulture);
}
