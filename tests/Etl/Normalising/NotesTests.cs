namespace LearningCity.Etl.Tests.Normalising;

public sealed class NotesTests : IDisposable
{
    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void Each_thing_that_was_normalised_is_noted_with_its_row_and_what_is_no_district_is_listed()
    {
        var result = bench.Load(CaseFiles.Of("normalising", "names.csv"));

        bench.Query<string>("select concat_ws(' | ', source_row, district, indicator, points, note) from fct_score order by source_row").ShouldBe(
        [
            "2 | 110112 | F1 | 5.50 | 区：通州→通州区；得分：5.5分→5.5",
            "3 | 110112 | F2 | 5.70 | 区：通 州 区→通州区；得分：５．７→5.7",
            "4 | 110112 | F3 | 4.00 | 区：北京市通州区→通州区；轮次：２０２４年→2024",
            "5 | 110112 | F4 | 4.60 | 轮次：2024年度→2024",
            "6 | 110112 | F5 | 4.80 | 区：Tongzhou→通州区",
            "7 | 110112 | F6 | 5.30 | 区：tongzhou district→通州区；得分：5\u200b.3→5.3",
            "8 | 110112 | F7 | 5.00",
            "9 | 110118 | F1 | 5.00 | 区：密云县→密云区；指标：Ｆ１→F1；专家：E 01→E01",
            "10 | 110119 | F1 | 5.00 | 区：延庆县→延庆区；指标：一.1→F1",
        ]);
        result.UnknownDistricts.ShouldBe(["经济技术开发区", "燕山"]);
        result.ExitCode.ShouldBe(1);
    }
}
