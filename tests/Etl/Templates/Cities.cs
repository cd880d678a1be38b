using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Etl.Tests.Templates;

/// <summary>Catalogs for tests: the one the program is delivered with, and one that has nothing in common with it.</summary>
internal static class Cities
{
    public static CityCatalog BuiltIn { get; } = CatalogFiles.BuiltIn().ToCatalog();

    /// <summary>Two dimensions, three indicators, points with halves, a round that is no year.</summary>
    public static CityCatalog Other { get; } = CityCatalog.Ordered(
        [new Framework("A", "江城学习评估标准", "Jiangcheng standard", new DateOnly(2020, 1, 1))],
        [new Dimension("A", "P", 1, "投入", "Input", 12.5m), new Dimension("A", "Q", 2, "产出", "Output", 7.5m)],
        [
            new Indicator("A", "P1", "P", 1, "", 10, true, false, false, false, "经费充足。", "经费", "Money"),
            new Indicator("A", "P2", "P", 2, "", 2.5m, false, true, false, false, "人员到位。", "人员", "Staff"),
            new Indicator("A", "Q1", "Q", 1, "", 7.5m, false, false, true, true, "成果显著，群众满意。", "成果", "Results"),
        ],
        [],
        [
            new District("420101", "江北区", "Jiangbei", "江北", "Z", "片区", "Zone", 1000),
            new District("420102", "江南区", "Jiangnan", "江南", "Z", "片区", "Zone", null),
            new District("420103", "新区", "Xinqu", "新", "Z", "片区", "Zone", null),
        ],
        [new Round("K1", "A", "第一轮评估", "First round", new DateOnly(2021, 5, 1))]);

    public static TheoryData<string> Names => ["built-in", "other"];

    public static CityCatalog Named(string name) => name == "built-in" ? BuiltIn : Other;
}
