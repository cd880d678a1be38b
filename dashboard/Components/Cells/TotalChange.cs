using LearningCity.Dashboard.Resources;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Components.Cells;

/// <summary>The change of a total since the district's own previous evaluation: in points within a framework; across frameworks totals do not
/// compare, and it is told in percentage points of the rate.</summary>
public static class TotalChange
{
    public static string Of(RankingRow row, Text text) => row.SameFramework == false
        ? text.Say("change.rate", Format.SignedRate(row.Rate - row.PreviousRate))
        : Format.SignedPoints(row.Points - row.PreviousPoints);
}
