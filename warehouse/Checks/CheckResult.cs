namespace LearningCity.Warehouse.Checks;

/// <summary>What a check found before a publication.</summary>
/// <param name="Blocks">Whether its failure prevents publication.</param>
/// <param name="RowsFailed">Number of offending rows; 0 is a pass.</param>
/// <param name="Examples">The first of them, each as a JSON object.</param>
public sealed record CheckResult(
    string Name, bool Blocks, long RowsFailed, DateTimeOffset CheckedAt, string MessageZh, string MessageEn, IReadOnlyList<string> Examples)
{
    public bool Passed => RowsFailed == 0;

    public bool Prevents => Blocks && !Passed;
}
