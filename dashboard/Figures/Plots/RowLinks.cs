namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>Where the mark of a row leads.</summary>
internal static class RowLinks
{
    public static string? To(RowKind of, string code, FigureContext context) => of switch
    {
        RowKind.District => context.ToDistrict(code),
        RowKind.Indicator => context.ToIndicator(code),
        _ => null,
    };
}
