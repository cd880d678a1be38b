using LearningCity.Warehouse.Catalogs;
using LearningCity.Warehouse.Questions;

namespace LearningCity.Dashboard.Figures.Asking;

/// <summary>Names of the catalog as figures carry them.</summary>
internal static class CatalogNames
{
    public static Named Named(this District d) => new(d.Code, d.NameZh, d.NameEn, d.ShortZh);

    public static Named Named(this Indicator i) => new(i.Code, i.LabelZh, i.LabelEn, i.NumberZh);

    public static Named Named(this Dimension d) => new(d.Code, d.NameZh, d.NameEn);

    public static Named Named(this Round r) => new(r.Code, r.NameZh, r.NameEn);

    public static Named Named(this RankingRow r) => new(r.District, r.NameZh, r.NameEn, r.ShortZh);

    public static Named Named(this GapRow r) => new(r.District, r.NameZh, r.NameEn, r.ShortZh);

    public static Named Named(this IndicatorSummaryRow r) => new(r.Indicator, r.LabelZh, r.LabelEn, r.NumberZh);
}
