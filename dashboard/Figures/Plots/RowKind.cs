namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>What a row or a line stands for; decides where its marks lead.</summary>
public enum RowKind
{
    District,
    Indicator,
    Zone,
    City,
}
